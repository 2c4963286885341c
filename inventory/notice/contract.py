"""What people set by hand for a vendor: periods from the signed contract, and whose holidays
count."""

from functools import lru_cache

from inventory.database import transaction
from inventory.models import TERM_KINDS, UNITS, AuditEvent, ContractTerm, User, Vendor, utcnow
from inventory.notice.terms import recompute
from inventory.telling.wording import STARTS, period as period_in_words

LONGEST_NOTE = 4_000
LONGEST_PERIOD = 3_660


@lru_cache(maxsize=1)
def holiday_countries() -> frozenset[str]:
    """The countries whose public holidays are known, by ISO 3166-1 alpha-2."""
    import holidays  # a third of a second: only for those who set one

    return frozenset(holidays.list_supported_countries(include_aliases=False))


class ContractError(Exception):
    """What was set cannot be kept; the message says why, in one sentence."""


def set_term(
    vendor: Vendor,
    user: User,
    *,
    kind: str,
    period: int,
    unit: str,
    trigger: str | None,
    note: str = "",
) -> ContractTerm:
    """Set a period from the signed contract. One of the same kind that held before is closed; the
    deadlines of the vendor's open changes are computed anew."""
    _check(kind, period, unit, trigger, note)
    with transaction():
        now = utcnow()
        held = (ContractTerm.vendor == vendor) & (ContractTerm.kind == kind)
        ContractTerm.update(closed_at=now, closed_by=user).where(
            held, ContractTerm.closed_at.is_null()
        ).execute()
        term: ContractTerm = ContractTerm.create(
            vendor=vendor,
            kind=kind,
            period=period,
            unit=unit,
            trigger=trigger,
            note=note.strip(),
            set_by=user,
            set_at=now,
        )
        _audit(user, "contract term set", str(vendor.name), period_in_words(term))
        _recompute(vendor, user, f"the contract gives {period_in_words(term)}")
    return term


def close_term(term: ContractTerm, user: User) -> None:
    """Say that a period no longer holds: the vendor's own clauses count again. The row stays."""
    if term.closed_at is not None:
        raise ContractError("this period was ended before; reload to see what holds now")
    with transaction():
        ContractTerm.update(closed_at=utcnow(), closed_by=user).where(
            ContractTerm.id == term.id
        ).execute()
        _audit(user, "contract term ended", str(term.vendor.name), period_in_words(term))
        _recompute(term.vendor, user, "the contract's period no longer holds")


def set_holidays(vendor: Vendor, country: str | None, user: User) -> None:
    """Say whose public holidays are no business days, by ISO 3166-1 alpha-2; None counts Monday to
    Friday."""
    code = (country or "").strip().upper() or None
    if code is not None and code not in holiday_countries():
        raise ContractError(f"no public holidays are known for {code[:20]!r}; choose a country")
    if code == vendor.holiday_country:
        return
    with transaction():
        Vendor.update(holiday_country=code).where(Vendor.id == vendor.id).execute()
        vendor.holiday_country = code
        _audit(user, "holidays set", str(vendor.name), code or "none")
        _recompute(vendor, user, f"the public holidays of {code or 'no country'} count")


def _check(kind: str, period: int, unit: str, trigger: str | None, note: str) -> None:
    if kind not in TERM_KINDS:
        raise ContractError(f"a period is one of {' or '.join(TERM_KINDS)}, not {kind[:80]!r}")
    if unit not in UNITS:
        raise ContractError(f"a period counts {', '.join(UNITS)}, not {unit[:80]!r}")
    if trigger is not None and trigger not in STARTS:
        raise ContractError(f"a period does not start with {trigger[:80]!r}; choose from the list")
    if not 1 <= period <= LONGEST_PERIOD:
        raise ContractError(f"give a length from 1 to {LONGEST_PERIOD:,}, not {period:,}")
    if len(note) > LONGEST_NOTE:
        raise ContractError(f"the note has {len(note):,} characters; {LONGEST_NOTE:,} are allowed")


def _recompute(vendor: Vendor, user: User, because: str) -> None:
    for change, before in recompute(vendor):
        moved = f"{before or 'none'} to {change.deadline or 'none'}: {because}"
        _audit(user, "deadline recomputed", f"change {change.id}", moved)


def _audit(user: User, action: str, subject: str, detail: str) -> None:
    AuditEvent.create(user=user, action=action, subject=subject, detail=detail or None)
