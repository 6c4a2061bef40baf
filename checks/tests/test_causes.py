"""What raised before an exercise is judged: it is named, and missing names are put down to it."""

from lesson_kit.judging.checking import Check, Report, Result
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


def test_an_answer_that_is_not_written_yet_is_no_cause():
    assert sentences([cell("answer-1-2", ANSWER, "NotImplementedError")], "1.2") == []


def test_outputs_without_end_are_cut():
    long = cell("answer-1-2", "x", "E" * 10**7, " (" * 10**7, "line 9" + " " * 10**7)
    (sentence,) = sentences([long], "1.2")
    assert len(sentence) < 400


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
