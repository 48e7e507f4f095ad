# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The recipe for a field in docs/CONTRIBUTING.md, followed: a copy of the tree with a new field, and all that follows.

It builds the library once more, so it runs where EUP_SLOW_TESTS is set: in .ci/run, and with
`EUP_SLOW_TESTS=1 meson test -C build tree-add_a_field`.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from api import interface
from test_files import FILES, ROOT

if not os.environ.get("EUP_SLOW_TESTS"):
    pytest.skip("it builds the library once more: set EUP_SLOW_TESTS to run it", allow_module_level=True)

PLACE = Path(os.environ["EUP_BUILD_ROOT"]) / "add-a-field"
TREE, BUILD = PLACE / "tree", PLACE / "build"
MOST_FILES, MOST_LINES = 3, 40

CATALOG = {
    "format": "eupolicy", "version": 1, "language": "en",
    "initiatives": [
        {"id": "act", "title": "An act", "status": "proposed", "legalBasis": "Article 114 TFEU", "leads": ["henna"]},
        {"id": "none", "title": "A plan"},
        {"id": "other", "title": "Another act", "legalBasis": "Article 83 TFEU"},
    ],
    "commissioners": [{"id": "henna", "familyName": "Virkkunen"}],
}


# -- the recipe ------------------------------------------------------------------------------------------------------

def blocks():
    """File and text of each step."""
    guide = (ROOT / "docs" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipe = guide[guide.index("### A field\n"):guide.index("### An entity type\n")]
    steps = re.findall(r"^\d+\. (.*?)^ +```c\n(.*?)^ +```$", recipe, re.M | re.S)
    return {re.search(r"`((?:lib|include)/[\w/.-]+\.[ch])`", words)[1]: textwrap.dedent(text) for words, text in steps}


def put(name, text, block):
    """Rows go among the rows, prototypes before the end of the header, functions to the end of the file."""
    if name.endswith("-rows.h"):
        mark = "  ROW (EUP_INITIATIVE_LEADS,"
        return text.replace(mark, textwrap.indent(block, "  ") + mark, 1)
    if name.endswith(".h"):
        return text.replace("\nG_END_DECLS", block + "\nG_END_DECLS", 1)
    return text + "\n" + block


def code_lines(text):
    """The lines outside comments, blank ones apart."""
    return [line for line in re.sub(r"/\*.*?\*/", "", text, flags=re.S).splitlines() if line.strip()]


def copy_tree():
    """Only what changed is written, so that a second run builds only that. Gives the files that differ."""
    steps = blocks()
    changed = {}
    for name in FILES:
        source, target = ROOT / name, TREE / name
        data = source.read_bytes()
        if str(name) in steps:
            text = data.decode("utf-8")
            patched = put(str(name), text, steps[str(name)])
            changed[str(name)] = [line[2:] for line in difflib.ndiff(text.splitlines(), patched.splitlines())
                                  if line[:2] in ("+ ", "- ")]
            data = patched.encode("utf-8")
        if not target.exists() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            shutil.copymode(source, target)
    return changed


@pytest.fixture(scope="module")
def changed():
    changed = copy_tree()
    assert len(changed) == len(blocks())
    return changed


@pytest.fixture(scope="module")
def built(changed):
    options = ["-Dtests=false", "-Dexamples=false", "-Dvapi=false", "-Doptimization=0"]
    env = {name: value for name, value in os.environ.items() if name not in ("GI_TYPELIB_PATH", "LD_LIBRARY_PATH", "G_DEBUG")}
    if not (BUILD / "build.ninja").exists():
        run("meson", "setup", BUILD, TREE, *options, env=env)
    run("ninja", "-C", BUILD, env=env)
    return BUILD


def run(*command, env=None, code=0):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env)
    assert done.returncode == code, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def with_library(built):
    return {**os.environ, "GI_TYPELIB_PATH": str(built / "lib"), "LD_LIBRARY_PATH": str(built / "lib"),
            "PYTHONPATH": str(TREE / "bindings" / "python"), "GJS_PATH": str(TREE / "bindings" / "gjs")}


@pytest.fixture(scope="module")
def file():
    path = PLACE / "catalog.json"
    path.write_text(json.dumps(CATALOG), encoding="utf-8")
    return path


@pytest.fixture
def python(built, file):
    begin = textwrap.dedent(f"""
        import json, gi
        gi.require_version("EuPolicy", "1")
        from gi.repository import EuPolicy, Gio, GLib
        catalog = EuPolicy.Catalog.open({str(file)!r})
        catalog.languages = ["en"]
        act, none, other = catalog["act"], catalog["none"], catalog["other"]
        ids = lambda text: [e.id for e in catalog.query(text)]
        """)

    def python(code):
        return run(sys.executable, "-c", begin + textwrap.dedent(code), env=with_library(built))

    return python


# -- by hand ---------------------------------------------------------------------------------------------------------

def test_little_is_done_by_hand(changed):
    lines = {name: len(code_lines("\n".join(lines))) for name, lines in changed.items()}
    print(lines)
    assert len(lines) <= MOST_FILES
    assert sum(lines.values()) <= MOST_LINES


# -- what follows ----------------------------------------------------------------------------------------------------

def test_the_interface_has_the_accessors_and_the_property_more(built):
    before = set((ROOT / "tests" / "data" / "api.txt").read_text(encoding="utf-8").splitlines())
    after = set(interface(built / "lib" / "EuPolicy-1.gir"))
    assert before - after == set()
    assert after - before == {
        "EupInitiative:legal-basis gchar* [readable, writable]",
        "eup_initiative_get_legal_basis (EupInitiative*) -> const char* [nullable]",
        "eup_initiative_set_legal_basis (EupInitiative*, const char* [nullable]) -> void",
    }


def test_json_both_ways(python):
    python("""
        assert act.legal_basis == "Article 114 TFEU" and none.legal_basis is None
        written = json.loads(catalog.to_string(EuPolicy.Format.JSON))["initiatives"][0]
        keys = list(written)
        assert written["legalBasis"] == "Article 114 TFEU"
        assert keys.index("status") < keys.index("legalBasis") < keys.index("leads"), keys
        assert "legalBasis" not in none.to_json_string()
        assert act.update_json_string('{ "legalBasis": null }') and act.legal_basis is None
        assert act.update_json_string('{ "legalBasis": "Article 16 TFEU" }') and act.legal_basis == "Article 16 TFEU"
        assert act.to_dict()["legalBasis"] == "Article 16 TFEU"
        assert act.copy().legal_basis == "Article 16 TFEU"
        assert not [i.message for i in catalog.validate() if "legalBasis" in i.message + (i.pointer or "")]
        lines = catalog.to_string(EuPolicy.Format.JSON_LINES)
        assert '"legalBasis":"Article 83 TFEU"' in lines.replace('": "', '":"')
        again = EuPolicy.Catalog.new_from_bytes(GLib.Bytes.new(lines.encode()), EuPolicy.Format.AUTO, "again")
        assert again["other"].legal_basis == "Article 83 TFEU"
        # what is no string is refused by an update; in a file it is kept, and reported as in any other field
        try:
            act.update_json_string('{ "legalBasis": ["Article 16"] }')
            raise AssertionError
        except GLib.Error as error:
            assert error.matches(EuPolicy.parse_error_quark(), EuPolicy.ParseError.WRONG_TYPE)
        assert act.legal_basis == "Article 16 TFEU"
        odd = lines.replace('"Article 83 TFEU"', '["Article 83"]')
        kept = EuPolicy.Catalog.new_from_bytes(GLib.Bytes.new(odd.encode()), EuPolicy.Format.AUTO, "odd")
        assert kept["other"].legal_basis is None
        assert json.loads(kept["other"].to_json_string())["legalBasis"] == ["Article 83"]
        assert [i.code for i in kept.validate() if "legalBasis" in i.message + (i.pointer or "")] != []
        """)


def test_json_schema_and_context(built, python):
    schema = json.loads((built / "lib" / "data" / "eupolicy.schema.json").read_text(encoding="utf-8"))
    assert schema["definitions"]["initiative"]["properties"]["legalBasis"] == {
        "description": "The article of the Treaties that the act is based on.", "type": ["string", "null"]}
    assert [name for name, definition in schema["definitions"].items() if "legalBasis" in definition.get("properties", {})] == ["initiative"]
    context = json.loads((built / "lib" / "data" / "context.jsonld").read_text(encoding="utf-8"))
    assert context["@context"]["legalBasis"] == "eup:legalBasis"
    python("""
        data = Gio.resources_lookup_data("/org/eupolicy/schema/context.jsonld", Gio.ResourceLookupFlags.NONE).get_data()
        assert json.loads(data)["@context"]["legalBasis"] == "eup:legalBasis"
        """)


def test_queries(python):
    python("""
        assert ids("has:legal-basis") == ["act", "other"]
        assert ids("type:initiative -has:legal-basis") == ["none"]
        # numbers in texts are sorted as numbers, and what has none comes last
        assert ids("type:initiative sort:legal-basis") == ["other", "act", "none"]
        assert ids("type:initiative sort:-legal-basis") == ["act", "other", "none"]
        assert str(EuPolicy.Query.new_from_string("has:legal-basis sort:-legal-basis")) == "has:legal-basis sort:-legal-basis"
        assert ids("TFEU") and sorted(ids("TFEU")) == ["act", "other"]
        assert ids("114") == ["act"] and ids('"article 83"') == ["other"] and ids("text:~tfe") != []
        none.legal_basis = "Protocol of accession"
        assert ids("accession") == ["none"] and len(ids("has:legal-basis")) == 3
        none.legal_basis = None
        assert ids("accession") == [] and len(ids("has:legal-basis")) == 2
        try:
            ids("has:legal-basiss")
        except Exception as error:
            assert "did you mean legal-basis?" in error.message, error.message
        """)


def test_live_results(python):
    python("""
        results = catalog.query("has:legal-basis sort:legal-basis")
        results.live = True
        assert [e.id for e in results] == ["other", "act"]
        act.legal_basis = "Article 99"
        none.legal_basis = "Article 1"
        assert [e.id for e in results] == ["none", "other", "act"]
        """)


def test_columns(python):
    python("""
        results = catalog.query("type:initiative sort:id")
        assert results.dup_column("legal-basis") == ["Article 114 TFEU", "", "Article 83 TFEU"]
        assert results.to_dicts(["id", "legal-basis"])[1:] == [{"id": "none", "legal-basis": None},
                                                               {"id": "other", "legal-basis": "Article 83 TFEU"}]
        """)


def test_notify_and_properties(python):
    python("""
        seen = []
        act.connect("notify::legal-basis", lambda *args: seen.append(act.legal_basis))
        act.legal_basis = "Article 16 TFEU"
        act.legal_basis = "Article 16 TFEU"
        act.set_legal_basis("Article 82 TFEU")
        act.set_property("legal-basis", None)
        with catalog.edit():
            act.legal_basis = "a"
            act.legal_basis = "b"
        assert seen == ["Article 16 TFEU", "Article 82 TFEU", None, "b"], seen
        assert act.get_property("legal-basis") == act.get_legal_basis() == "b"
        mine = EuPolicy.Initiative(id="mine", legal_basis="Article 3")
        catalog.add(mine)
        assert mine.legal_basis == catalog["mine"].legal_basis == "Article 3"
        pspec = EuPolicy.Initiative.find_property("legal-basis")
        assert (pspec.nick, pspec.blurb) == ("Legal basis", "The article of the Treaties that the act is based on.")
        assert not hasattr(EuPolicy.Milestone, "legal_basis")
        """)


def test_javascript(built, file):
    if shutil.which("gjs") is None:
        pytest.skip("no gjs")
    script = PLACE / "check.js"
    script.write_text(textwrap.dedent(f"""
        import EuPolicy from 'gi://EuPolicy?version=1';
        const catalog = await EuPolicy.Catalog.open({json.dumps(str(file))});
        const act = catalog.get('act'), seen = [];
        act.connect('notify::legal-basis', () => seen.push(act.legalBasis));
        print(act.legalBasis, act.legal_basis, act.toJSON().legalBasis);
        act.legalBasis = 'Article 16 TFEU';
        print(seen.join(), act.get_legal_basis(), new EuPolicy.Initiative({{id: 'x', legalBasis: 'y'}}).legal_basis);
        print(JSON.stringify(catalog.query('sort:legal-basis has:legal-basis').toObjects(['id', 'legal-basis'])));
        """), encoding="utf-8")
    assert run("gjs", "-m", script, env=with_library(built)).splitlines() == [
        "Article 114 TFEU Article 114 TFEU Article 114 TFEU",
        "Article 16 TFEU Article 16 TFEU y",
        '[{"id":"act","legal-basis":"Article 16 TFEU"},{"id":"other","legal-basis":"Article 83 TFEU"}]',
    ]


def test_declarations_of_types(built):
    for name in ("EuPolicy.pyi", "EuPolicy-1.d.ts"):
        text = (built / "bindings" / name).read_text(encoding="utf-8")
        found = text[text.index("class Initiative"):]
        found = found[:found.index("class ", 10)]
        assert "legal_basis" in found or "legalBasis" in found, name
        assert "get_legal_basis" in found and "set_legal_basis" in found, name


def test_command(built, file):
    def command(*words):
        return run(built / "tools" / "eupolicy", "--catalog", file, "--lang", "en", *words, env=with_library(built))

    assert "  Legal basis   Article 114 TFEU\n" in command("show", "act")
    assert "Legal basis" not in command("show", "none")
    assert command("query", "has:legal-basis", "--format", "ids").split() == ["act", "other"]
    assert "Article 83 TFEU" in command("list", "initiatives", "--columns", "id,legal-basis")


def test_completion(built):
    script = f'source "{built / "tools" / "completion" / "eupolicy"}"; compopt () {{ :; }}; COMP_WORDS=("$@"); ' \
             'COMP_CWORD=$(($# - 1)); _eupolicy; printf "%s\\n" "${COMPREPLY[@]}"'
    for words in (["query", "has:leg"], ["query", "sort:leg"], ["list", "--columns", "leg"]):
        assert "legal-basis" in run("bash", "-c", script, "bash", "eupolicy", *words), words


def test_documentation(built):
    page = (built / "lib" / "data" / "fields.md").read_text(encoding="utf-8")
    table = page[page.index("## Initiative"):page.index("## Milestone")]
    assert ("| `legal-basis` | `legalBasis` | string | `eup:legalBasis` | The article of the Treaties that the act is based on. "
            "Words are searched in it. | 1.0 |") in table
    gir = (built / "lib" / "EuPolicy-1.gir").read_text(encoding="utf-8")
    found = re.search(r'<property name="legal-basis"\s+version="1.0"(.*?)</property>', gir, re.S)[1]
    assert "The article of the Treaties" in found and 'setter="set_legal_basis"' in found and 'getter="get_legal_basis"' in found
