"""People who use the register, and what is kept of what they did."""

from peewee import BooleanField, CharField, ForeignKeyField, TextField

from inventory.columns import Table, UtcField, new_stamp, utcnow


class User(Table):
    """A person who may sign in, or might before they left. A session lasts as long as its
    password and `session_stamp` do."""

    name = CharField()
    email = CharField(unique=True)  # stored in lower case
    password_hash = CharField()
    is_admin = BooleanField(default=False)
    is_active = BooleanField(default=True)
    must_change_password = BooleanField(default=False)  # it was given by an admin
    session_stamp = CharField(default=new_stamp)
    created_at = UtcField(default=utcnow)
    signed_in_at = UtcField(null=True)


class SavedFilter(Table):
    """A filter of the inbox that a person kept under a name; `query` is the end of its address."""

    user = ForeignKeyField(User, on_delete="CASCADE")
    name = CharField()
    query = TextField()
    created_at = UtcField(default=utcnow)

    class Meta:
        indexes = ((("user", "name"), True),)


class AuditEvent(Table):
    """Who did what, when. Never altered."""

    at = UtcField(default=utcnow, index=True)
    user = ForeignKeyField(User, null=True, on_delete="SET NULL")
    action = CharField(index=True)
    subject = TextField(null=True)
    detail = TextField(null=True)
    address = CharField(null=True)
