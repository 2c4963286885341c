"""A list's line is completed from the sentences that speak of the same recipient."""

from scrapers.entry import Entry
from scrapers.shapes.joining import join_prose


def test_prose_completes_a_line_and_adds_what_the_list_lacks():
    line = Entry("Quillpay", "Quillpay, Inc.", "Quillpay, Inc. — payments", purpose="payments")
    told = Entry(
        *("Quillpay", "Quillpay", "Quillpay stores card data."),
        role="payment",
        data=("card data",),
        data_categories=("user.financial.credit_card",),
        certainty="suggested",
    )
    other = Entry("Terntel", "Terntel", "We call through Terntel.", certainty="suggested")

    entries = join_prose([line], [told, other])

    assert [entry.entity for entry in entries] == ["Quillpay, Inc.", "Terntel"]
    assert (entries[0].role, entries[0].data, entries[0].purpose) == (
        *("payment", ("card data",), "payments"),
    )
    assert entries[0].notes == "Quillpay stores card data."
    assert entries[0].certainty == "stated"


def test_what_the_list_says_stays():
    line = Entry("Quillpay", "Quillpay", "Quillpay name", data=("name",), role="affiliate")
    told = Entry("Quillpay", "Quillpay", "Quillpay stores cards.", role="payment", data=("cards",))

    assert join_prose([line], [told]) == [line]
    assert join_prose([line], []) == [line]
