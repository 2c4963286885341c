"""Menus are taken whole: their words and where they lead, in page order."""

from scrapers.documents.html import open_html
from scrapers.documents.model import Paragraph, Table
from tests.reading import page


def test_a_menu_is_one_paragraph_with_a_line_for_each_text():
    markup = (
        "<nav><h2>More</h2><ul><li><a href=/a><b>Price</b> list</a> new</li><li>Jobs</ul></nav><p>x"
    )

    menu, after = open_html(page(markup)).blocks

    assert isinstance(menu, Paragraph)
    assert [line.text for line in menu.lines] == ["More", "Price", "list", "new", "Jobs"]
    assert [bool(line.href) for line in menu.lines] == [False, True, True, False, False]
    assert (menu.region, after.region) == ("navigation", "main")


def test_a_table_in_a_menu_stays_a_table():
    markup = "<div class=menu><table><tr><th>Name<td>Acme</table></div>"

    (table,) = open_html(page(markup)).blocks

    assert isinstance(table, Table)


def test_a_menu_in_a_cell_belongs_to_the_cell():
    markup = (
        "<table><tr><td><div class=nav><a href=/a>Acme</a></div></td><td>Hosting</td></tr></table>"
    )

    (table,) = open_html(page(markup)).blocks

    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["Acme", "Hosting"]


def test_a_menu_without_words_is_nothing():
    assert open_html(page("<nav><ul><li> </li></ul></nav>")).blocks == ()
