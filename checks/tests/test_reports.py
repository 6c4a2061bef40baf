"""Reports as data: the state of each result, and what a later report can read."""

import json

from lesson_kit.judging.checking import Check, Report, Result, run_checks
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.outcomes import Failed, NoVerdict


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
