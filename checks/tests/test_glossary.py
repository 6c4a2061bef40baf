"""The glossary, and the links into the documentation: each leads somewhere."""

import json
import re
from urllib.parse import urlsplit

import pytest
from lesson_kit.judging.start_page import DOCUMENTATION, GLOSSARY
from lesson_kit.manifest import lessons

from checks.grading.exercises import ROOT

PAGE = (ROOT / "lessons" / GLOSSARY).read_text("utf-8")
OFFICIAL = {"developers.llamaindex.ai", "mlflow.org"}
SECTIONS = dict(re.findall(r"^## (Lesson .*)\n((?:(?!^## ).*\n)*)", PAGE, re.M))


def prose(lesson) -> list[str]:
    path = ROOT / "lessons" / lesson.folder / f"{lesson.folder}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def words(section: str) -> list[str]:
    """Return the words of a section as JupyterLab names their headings in a link."""
    return [word.replace(" ", "-") for word in re.findall(r"^### (.+)$", section, re.M)]


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.folder)
def test_a_lesson_links_each_of_its_words_once_and_no_other(lesson):
    section = SECTIONS[f"Lesson {lesson.number} · {lesson.title}"]
    linked = re.findall(rf"\]\(\.\./{re.escape(GLOSSARY)}#([^)]+)\)", "\n".join(prose(lesson)))
    assert sorted(linked) == sorted(words(section)) and linked


def test_each_word_has_a_meaning_and_stands_once():
    assert len(SECTIONS) == len(lessons())
    all_words = words(PAGE)
    assert len(set(map(str.lower, all_words))) == len(all_words)
    for meaning in re.split(r"^### .+$", PAGE, flags=re.M)[1:]:
        assert len(meaning.partition("## ")[0].split()) >= 5


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.folder)
def test_a_lesson_ends_with_links_into_the_documentation(lesson):
    addresses = re.findall(r"\]\((https?:[^)]*)\)", prose(lesson)[-1])
    assert len(addresses) >= 2
    for address in [*addresses, *DOCUMENTATION.values()]:
        parts = urlsplit(address)
        assert parts.scheme == "https" and parts.netloc in OFFICIAL, address
        assert re.fullmatch(r"/[\w./-]+", parts.path) and not parts.query, address


def test_the_agent_so_far_is_folded():
    for lesson in lessons()[1:]:
        path = ROOT / "lessons" / lesson.folder / f"{lesson.folder}.ipynb"
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            folded = cell["metadata"].get("jupyter", {}).get("source_hidden", False)
            assert folded == (cell["id"] == "agent-so-far"), cell["id"]
