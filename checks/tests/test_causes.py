"""What raised before an exercise is judged: it is named, and missing names are put down to it."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from lesson_kit.judging.checking import Check, Report, Result
from lesson_kit.judging.outcomes import NOT_WRITTEN
from nbformat.v4 import new_code_cell, new_output

from checks.grading.causes import raised_before, with_cause


def cell(name, source="", ename="", evalue="", *trace):
    made = new_code_cell(source)
    made.id = name
    if ename:
        made.outputs = [new_output("error", ename=ename, evalue=evalue, traceback=list(trace))]
    return made


def sentences(cells, exercise):
    return [one.sentence for one in raised_before(cells, exercise)]


ANSWER = "def multiply(x, y)\n    return x * y"
SYNTAX = cell(
    "answer-1-2", ANSWER, "SyntaxError", "expected ':' (1234.py, line 1)", "  Cell In[5], line 1\n"
)


def test_a_cell_that_raised_is_named_with_line_and_text():
    assert sentences([cell("setup"), SYNTAX], "1.2") == [
        "Your answer cell raised SyntaxError in line 1: expected ':'"
    ]
    assert sentences([SYNTAX, cell("answer-1-3")], "1.3") == [
        "The answer cell of 1.2 raised SyntaxError in line 1: expected ':'"
    ]


def test_what_an_exercise_does_not_build_on_is_no_cause():
    wrong = cell("try-1-1", "add(1)", "TypeError", "no")
    assert sentences([cell("answer-1-1"), wrong, SYNTAX], "1.4") == []


def test_a_cell_before_the_exercises_comes_first():
    trace = "\x1b[31mNameError\x1b[39m\nCell \x1b[32mIn[1]\x1b[39m, line 2\n"
    setup = cell("setup", "# ready\nimport asyncio", "NameError", "name 'x' is not defined", trace)
    mine = cell("answer-1-2", ANSWER, "Grading", "This cell did not finish within 3 s.")
    assert sentences([setup, mine], "1.2") == [
        "The cell before the exercises that begins with `import asyncio` raised NameError in line "
        "2: name 'x' is not defined",
        "Your answer cell was stopped: This cell did not finish within 3 s.",
    ]


TIDY = "class Tidy:\n    x = 1\n    # YOUR CODE HERE\n    raise NotImplementedError()"


@pytest.fixture
def shell():
    yield InteractiveShell.instance()  # as a kernel has it: tracebacks say `Cell In[1]`
    InteractiveShell.clear_instance()


def not_written(shell, name: str, source: str):
    """Return an answer cell with IPython's own traceback of it."""
    kept: list[list[str]] = []
    shell._showtraceback = lambda kind, value, lines: kept.append(lines)
    shell.run_cell(source)
    return cell(name, source, "NotImplementedError", "", *kept[0])


def test_of_an_answer_that_is_not_written_yet_its_line_is_told_where_it_is_missed(shell):
    stub = not_written(shell, "answer-3-1", TIDY)
    check = Check("3.1", "tidies", "tidies", lambda learner: None)
    missing = Result(check, False, "Not defined.", got="there is no Tidy", finding="value/none")
    report = with_cause(Report("3.1", "A line", [missing]), raised_before([stub], "3.1"))
    assert report.results[0].meaning.startswith("The part in line 4 is not written yet: replace")
    assert report.not_written and not report.cause
    other = Result(check, False, "Wrong.", got="5", finding="value/other")
    report = with_cause(Report("3.1", "A line", [missing, other]), raised_before([stub], "3.1"))
    assert report.cause.startswith("The part in line 4") and report.results[1].meaning == "Wrong."
    passed = Report("3.1", "A line", [Result(check, True)])
    assert with_cause(passed, raised_before([stub], "3.1")).points == 1


def test_what_is_to_be_written_need_not_be_named_in_its_cell(shell):
    stub = not_written(shell, "answer-1-2", "# YOUR CODE HERE\nraise NotImplementedError()")
    check = Check("1.2", "multiplies", "multiplies", lambda learner: None)
    missing = Result(check, False, "Not defined.", got="there is no multiply")
    report = with_cause(Report("1.2", "multiply", [missing]), raised_before([stub], "1.2"))
    assert report.results[0].meaning.startswith("The part in line 2 is not written yet")


def test_an_earlier_answer_that_is_not_written_yet_is_told_where_it_is_missed_alone(shell):
    stub = not_written(shell, "answer-1-2", "raise NotImplementedError()\nmultiply = 1")
    check = Check("1.3", "offers", "offers", lambda learner: None)
    results = [
        Result(check, False, "Wrong.", got=got, finding="x")
        for got in ("there is no multiply", "5")
    ]
    report = with_cause(Report("1.3", "tools", results), raised_before([stub], "1.3"))
    first, second = report.results
    assert first.meaning.startswith("The answer cell of 1.2 is not written yet: see its line 1.")
    assert first.finding != NOT_WRITTEN.id and second.meaning == "Wrong." and not report.cause


def test_what_a_library_has_not_written_is_a_cause():
    raised = cell("answer-1-2", ANSWER, "NotImplementedError", "later", "Cell In[5], line 2\n")
    assert sentences([raised], "1.2") == [
        "Your answer cell raised NotImplementedError in line 2: later"
    ]


def test_outputs_without_end_are_cut():
    long = cell("answer-1-2", "x", "E" * 10**7, " (" * 10**7, "line 9" + " " * 10**7)
    (sentence,) = sentences([long], "1.2")
    assert len(sentence) < 400


def test_what_is_judged_though_its_cell_raised_is_said_to_be_from_before():
    check = Check("1.2", "multiplies", "multiplies", lambda learner: None)
    found = Result(check, False, "That is the sum.", got="5")
    missing = Result(check, False, "Not defined.", got="there is no multiply")
    (raised,) = raised_before([SYNTAX], "1.2")
    report = with_cause(Report("1.2", "multiply", [found, missing]), [raised])
    first, second = report.cause.split(". ")[0], report.cause.split(". ")[1]
    assert first.startswith("What is judged below is from before: your answer cell raised")
    assert second.startswith("Your answer cell raised SyntaxError in line 1")
    report = with_cause(Report("1.2", "multiply", [missing]), [raised])
    assert report.cause.startswith("Your answer cell raised")  # nothing was there before
    (needed,) = raised_before([SYNTAX], "1.3")
    report = with_cause(Report("1.3", "tools", [found]), [needed])
    assert report.cause.startswith("The answer cell of 1.2 raised")


def test_a_missing_name_is_put_down_to_the_cell_that_should_define_it():
    check = Check("1.2", "multiplies", "multiplies", lambda learner: None)
    results = [
        Result(check, False, "Not defined.", got=f"there is no {name}")
        for name in ("multiply", "multiplied")
    ]
    report = with_cause(Report("1.2", "multiply", results), raised_before([SYNTAX], "1.2"))
    first, second = report.results
    assert first.meaning == "The cell that should define it raised: see above."
    assert second.meaning == "Not defined." and report.cause.startswith("Your answer cell raised")
    passed = Report("1.2", "multiply", [Result(check, True)])
    assert with_cause(passed, raised_before([SYNTAX], "1.2")).cause == ""
