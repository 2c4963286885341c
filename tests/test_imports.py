"""Who may import whom, as docs/decisions/0001 and CONTRIBUTING say."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path
    for path in [ROOT / "app.py", *ROOT.glob("inventory/**/*.py"), *ROOT.glob("scrapers/**/*.py")]
    if "migrations" not in path.parts
)
# A file may import from its own layer and from those after it.
LAYERS = [
    ["app"],
    ["inventory.web", "inventory.cli", "inventory.demo", "inventory.server"],
    ["inventory.schedule", "inventory.report", "inventory.intake.bulk"],
    ["inventory.reread"],
    ["inventory.corrections.replay"],
    [
        *("inventory.check", "inventory.review"),
        *("inventory.intake.register", "inventory.notice.contract"),
        *("inventory.corrections.correct", "inventory.corrections.titles"),
        "inventory.corrections.phrases",
        *("inventory.people.accounts", "inventory.people.colleagues", "inventory.people.saved"),
    ],
    ["inventory.flapping", "inventory.corrections.keeping"],
    ["inventory.health", "inventory.apply"],
    ["inventory.telling.alert", "inventory.telling.subscribe"],
    ["inventory.telling.letter"],
    [
        "inventory.record",
        "inventory.notice.clauses",
        "inventory.assess",
        "inventory.notice.terms",
        "inventory.held",
        "inventory.corrections.words",
        "inventory.corrections.told",
        "inventory.snapshots",
        "inventory.resolve",
        "inventory.due",
        "inventory.telling.wording",
        "inventory.telling.outbox",
        "inventory.people.passwords",
    ],
    [
        *("inventory.diff", "inventory.deadline", "inventory.severity"),
        *("inventory.notice.announced", "inventory.notice.scope"),
        *("inventory.channels", "inventory.models"),
        "inventory.corrections.fixes",
    ],
    ["inventory.columns"],
    ["inventory.database"],
    ["inventory.settings"],
    ["scrapers"],
]
ONLY = {
    "flask": ("app.py", "inventory/web", "inventory/cli.py"),
    "requests": ("scrapers/fetch.py", "scrapers/guard.py", "inventory/channels"),
    "bs4": ("scrapers",),
    "peewee": ("inventory",),
    "sqlite3": (),
}
PURE = tuple(
    f"inventory/{name}.py"
    for name in (
        *("diff", "deadline", "compare/pairing", "compare/renaming", "compare/likeness"),
        *("compare/amendments", "compare/layout", "compare/paragraphs"),
        *("compare/comparable", "compare/running"),
        *("severity", "notice/announced", "corrections/fixes", "notice/scope"),
    )
)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> set[str]:
    """Every module that a file imports anywhere, with the names taken from each."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(module: str) -> int | None:
    for height, names in enumerate(LAYERS):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return height
    return None


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nobody_imports_upwards(path: Path) -> None:
    own = layer(name_of(path))

    upward = {
        used
        for used in imports(path)
        if (height := layer(used)) is not None and own is not None and height < own
    }

    assert not upward


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_each_library_is_known_in_its_rooms_only(path: Path) -> None:
    used = {module.split(".")[0] for module in imports(path)}
    place = path.relative_to(ROOT).as_posix()

    strangers = {
        library
        for library, rooms in ONLY.items()
        if library in used and not place.startswith(rooms)
    }

    assert not strangers


def test_no_two_files_import_each_other_however_far_round() -> None:
    names = {name_of(path) for path in FILES}

    uses = {name_of(path): (imports(path) & names) - {name_of(path)} for path in FILES}

    TopologicalSorter(uses).prepare()  # raises CycleError, which names the files of the circle


def test_scrapers_know_nothing_of_the_inventory() -> None:
    for path in FILES:
        if path.is_relative_to(ROOT / "scrapers"):
            assert not {used for used in imports(path) if used.startswith(("inventory", "app"))}, (
                path
            )


def test_vendor_files_know_nothing_of_each_other() -> None:
    for path in ROOT.glob("scrapers/vendors/*.py"):
        assert not {used for used in imports(path) if used.startswith("scrapers.vendors.")}, path


@pytest.mark.parametrize("place", PURE)
def test_pure_modules_take_values_only(place: str) -> None:
    pure = tuple(other.removesuffix(".py").replace("/", ".") for other in PURE)
    outside = {"peewee", "requests", "flask", "inventory"}

    used = imports(ROOT / place)

    assert {
        one for one in used if one.split(".")[0] in outside and not one.startswith(pure)
    } == set()


def test_every_module_opens_with_a_sentence() -> None:
    for path in FILES:
        text = path.read_text()
        if text.strip():
            assert ast.get_docstring(ast.parse(text)), f"{path} opens without a sentence"
