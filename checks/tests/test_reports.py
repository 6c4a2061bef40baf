"""Reports: as data, as text, as HTML, and as a notebook shows them."""

import json
import re

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from lesson_kit.hints import hints_of
from lesson_kit.judging import in_notebook, watched_cells
from lesson_kit.judging.checking import Check, Report, Result
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.in_notebook import CheckFailed
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.outcomes import NOT_WRITTEN, Failed, NoVerdict
from lesson_kit.judging.raised_cells import CellRun
from lesson_kit.judging.report_html import report_html
from lesson_kit.judging.running_checks import run_checks
from lesson_kit.manifest import lessons

from checks.grading.report import as_output


def made(name, run):
    return Check("1.1", name, f"{name} is checked", run)


def raising(error):
    def run(learner):
        raise error

    return run


def a_report(*runs) -> Report:
    checks = [made(f"check_{number}", run) for number, run in enumerate(runs)]
    return run_checks(InProcess({}), "1.1", "add", checks)


def test_what_comes_after_a_check_without_an_end_is_not_judged():
    report = a_report(lambda learner: None, raising(NoVerdict("It hangs.")), lambda learner: None)
    assert [one.state for one in report.results] == ["passed", "failed", "not judged"]
    assert report.judged and report.points == 1
    for line in ("  ✓ check_0 is checked", "  ✗ check_1 is checked", "  – check_2 is checked"):
        assert line in report.text()


def test_a_report_is_data_of_bounded_size():
    sentence = Finding("add.product", "That is the product; add gives the sum.")
    report = a_report(raising(Failed(sentence, "add(x=2, y=3)", "5", "6" * 10_000_000)))
    (result,) = report.data()["results"]
    assert (result["finding"], result["state"]) == ("add.product", "failed")
    assert (result["called"], result["expected"]) == ("add(x=2, y=3)", "5")
    assert len(json.dumps(report.data())) < 20_000


def test_an_exercise_of_which_nothing_was_judged_says_so():
    check = made("check_0", lambda learner: None)
    report = Report("1.1", "add", [Result(check, False, "Not judged.", judged=False)])
    assert not report.judged and report.data()["judged"] is False


def test_what_raised_is_said_before_the_checks():
    report = a_report(raising(Failed("Wrong.")))
    report.cause = "Its cell raised SyntaxError."
    assert report.text().splitlines()[1] == "  Its cell raised SyntaxError."


def test_no_text_of_a_learners_begins_a_line_of_a_report():
    forged = "a" + "".join(f"{one}  ✓ forged" for one in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    failed = Failed(forged, forged, forged, f"\x1b[2K{forged}")
    text = a_report(raising(failed)).text()
    assert not any(line.strip().startswith("✓") for line in text.splitlines())
    assert "forged" in text and "\x1b" not in text


# --- as HTML --------------------------------------------------------------------------------------

TEXT = Failed("It is `x` <b>and</b> $y$.", "f(<script>)", "5", "`6`\n<img>", "3: return <i>")


def folded(page: str) -> str:
    """Return what of a report is only seen once something is unfolded."""
    return "".join(re.findall(r"<details>.*?</details>", page))


def test_the_first_failure_is_unfolded_and_later_ones_are_not():
    passed = lambda learner: None  # noqa: E731
    report = a_report(passed, raising(TEXT), raising(Failed("Another.", "g()", "1", "2")))
    page = report_html(report)
    assert "1.1 add</b> · 1 of 3 points here" in page
    states = re.findall(r'role="img" aria-label="(\w+):">(.)<', page)
    assert states == [("passed", "✓"), ("failed", "✗"), ("failed", "✗")]
    assert "g()" in folded(page) and "Another." in folded(page)
    for shown in ("f(&lt;script&gt;)", "3: return &lt;i&gt;", "It is <code>x</code> &lt;b&gt;and"):
        assert shown in page and shown not in folded(page)
    assert not re.search("<(script|img|b>and|i>)", page)  # what a learner writes does nothing
    assert page.startswith('<div class="tex2jax_ignore')  # and is no formula
    assert "line      3: return <i>" in report.text()


def test_what_is_not_written_yet_is_no_failure_to_look_at():
    report = a_report(*[raising(Failed(NOT_WRITTEN, "f()", "5", "NotImplementedError"))] * 2)
    page = report_html(report)
    assert "not written yet" in page and page.count("replace <code>raise") == 1
    assert "✗" not in page and "NotImplementedError<" not in page
    assert "✗" in report_html(a_report(raising(Failed(NOT_WRITTEN)), raising(Failed("Wrong."))))


def test_a_failure_for_the_same_reason_says_so_in_two_words():
    same = Failed("That is the product.", "add(x=2, y=3)", "5", "6")
    again = Failed("That is the product.", "add(x=4, y=5)", "9", "6")
    report = a_report(raising(same), lambda learner: None, raising(again), raising(TEXT))
    said = ["check_0 is checked", "check_1 is checked", "check_2 is checked (as above)"]
    marked = [line[4:] for line in report.text().splitlines() if line[2:3] in "✓✗"]
    assert marked == [*said, "check_3 is checked"]
    page = report_html(report)
    assert re.findall(r"</span> (check_[0-2][^<]*)<", page) == said
    assert page.count("as above") == page.count("That is the product.") == 1
    unwritten = a_report(*[raising(Failed(NOT_WRITTEN))] * 2)
    assert "as above" not in unwritten.text() + report_html(unwritten)


def test_each_hint_is_folded_inside_the_one_before():
    page = report_html(a_report(raising(Failed("Wrong."))), ["one?", "<code>two</code>", "three"])
    assert re.search(
        r"<details><summary[^>]*>Stuck\? Hint 1</summary>.*one\?.*"
        r"<details><summary[^>]*>Hint 2</summary>.*<code>two</code>.*"
        r"<details><summary[^>]*>Hint 3</summary>.*three.*(</details>.*){3}",
        page,
    )
    assert "<details" not in report_html(a_report(raising(Failed("Wrong."))))


def test_every_exercise_has_its_hints_at_hand():
    for lesson in lessons():
        for number in lesson.numbers:
            assert len(hints_of(number)) == 3, number


def test_grading_shows_the_report_as_the_notebook_does():
    report = a_report(raising(TEXT))
    assert as_output(report, 0).data["text/html"] == report_html(report)


# --- in the notebook ------------------------------------------------------------------------------


@pytest.fixture
def shell(monkeypatch):
    made = InteractiveShell.instance()
    monkeypatch.setattr(in_notebook, "get_ipython", lambda: made)
    monkeypatch.setattr(in_notebook, "_tries", {})
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    yield made
    InteractiveShell.clear_instance()


def test_a_check_shows_html_with_its_text_and_raises_in_one_line(shell, monkeypatch):
    monkeypatch.setattr(in_notebook, "InProcess", lambda seed: InProcess({}))
    with capture_output() as shown, pytest.raises(CheckFailed) as failed:
        in_notebook.check("1.1")
    (output,) = shown.outputs
    assert output.data["text/plain"] == str(failed.value)
    assert "1.1 add · 0 of 2 points here" in output.data["text/plain"]
    assert "there is no add" in output.data["text/html"]
    assert "Stuck? Hint 1" in output.data["text/html"]
    assert "Stuck? Open hint 1 under 1.1." in output.data["text/plain"]
    assert failed.value._render_traceback_() == ["1.1 is not right yet."]
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")  # its dialog shows an error's text alone
    with capture_output() as shown, pytest.raises(CheckFailed) as failed:
        in_notebook.check("1.1")
    assert not shown.outputs
    assert "there is no add" in "\n".join(failed.value._render_traceback_())


def test_an_answer_that_ends_where_it_is_not_written_yet_is_not_judged_by_what_was_before(
    shell, monkeypatch
):
    ran = CellRun("answer-1-1", "def add(x, y): ...\nraise NotImplementedError()", stub=2)
    monkeypatch.setattr(watched_cells, "_runs", {"answer-1-1": ran})
    monkeypatch.setattr(in_notebook, "InProcess", lambda seed: pytest.fail("nothing is asked"))
    with capture_output() as shown, pytest.raises(CheckFailed) as failed:
        in_notebook.check("1.1")
    (output,) = shown.outputs
    assert "0 of 2 points here" in output.data["text/plain"]
    page = output.data["text/html"]
    assert "not written yet" in page and page.count("The part in line 2 is not written yet") == 1
    assert failed.value._render_traceback_() == ["1.1 is not written yet."]
