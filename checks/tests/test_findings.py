"""Every sentence of a check has an id, and an id means one thing.

That each failing result of a wrong answer carries one is proven with the answers themselves: see
`verdict` in checks/proof/rehearsal.py.
"""

import ast
import re
from collections import Counter

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed

from checks.grading.exercises import ROOT
from checks.proof import rehearsal as proof

FOLDERS = ("lessons/lesson_kit/judging", "lessons/lesson_kit/checks", "checks/hidden")
# of one exercise (1.1/product), of a lesson (2/no-field), or of any (run/forgotten-await)
ID = re.compile(r"(\d(\.\d+)?|[a-z]+(-[a-z]+)*)/[a-z0-9]+(-[a-z0-9]+)*")


def ids() -> list[tuple[str, str]]:
    """Return the id of each `Finding(…)` in the checks, with its place."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                    place = f"{path.name}:{node.lineno}"
                    assert isinstance(node.args[0], ast.Constant), f"{place}: write the id out"
                    found.append((node.args[0].value, place))
    return found


def test_each_id_is_well_formed_and_stands_at_one_place():
    """One id, one template: where two places say the same, they share the finding."""
    places = ids()
    assert len(places) > 100
    assert [place for id, place in places if not ID.fullmatch(id)] == []
    counts = Counter(id for id, _ in places)
    assert [(id, place) for id, place in places if counts[id] > 1] == []


def test_a_finding_is_its_sentence_and_brings_its_id_into_the_failure():
    finding = Finding("1.1/product", "That is the product.")
    assert finding == "That is the product." and Failed(finding).finding == "1.1/product"
    assert Failed("A sentence without an id.").finding == ""


def test_a_wrong_answer_that_is_told_a_sentence_without_an_id_is_not_proven():
    answer = next(one for one in proof.answers("01_tools") if not one.right)
    rehearsal = proof.Rehearsal("01_tools")
    report = rehearsal.judge(answer.exercise, answer.source)
    rehearsal.close()
    assert proof.verdict(answer, report) == ""
    next(one for one in report.results if not one.passed).finding = ""
    assert "has no id" in proof.verdict(answer, report)
