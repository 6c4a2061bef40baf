"""In a notebook, the check knows which cells raised, and tracebacks show the learner's lines."""

import sys
import warnings
from types import SimpleNamespace

import pytest
from IPython.core.interactiveshell import InteractiveShell
from lesson_kit.judging import watched_cells
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.raised_cells import raised_before
from lesson_kit.probes import describe_error

from checks.grading.exercises import ROOT


@pytest.fixture
def shell(monkeypatch):
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    monkeypatch.setattr(watched_cells, "_runs", {})
    monkeypatch.setattr(watched_cells, "_replaced", set())
    monkeypatch.setattr(watched_cells, "_lesson", "")
    monkeypatch.chdir(ROOT / "lessons/01_tools")
    depth = sys.get_coroutine_origin_tracking_depth()
    made = InteractiveShell()
    watched_cells.watch(made)
    yield made
    made.events.unregister("post_run_cell", watched_cells.note)
    sys.set_coroutine_origin_tracking_depth(depth)


def told(exercise: str) -> list[str]:
    return [one.sentence for one in raised_before(watched_cells.runs(), exercise)]


def test_the_last_run_of_an_answer_cell_is_the_one_that_counts(shell):
    shell.run_cell("x = 1\n1 / 0", cell_id="answer-1-1")
    shell.run_cell("def f(:", cell_id="answer-1-2")
    assert told("1.1") == ["Your answer cell raised ZeroDivisionError in line 2: division by zero"]
    assert told("1.3")[1].startswith("The answer cell of 1.2 raised SyntaxError in line 1")
    shell.run_cell("x = 1", cell_id="answer-1-1")
    shell.run_cell("multiply = 1", cell_id="answer-1-2")
    shell.run_cell("1 / 0", cell_id="try-1-1")
    shell.run_cell("1 / 0")  # a front end that does not say which cell it was
    assert told("1.1") == told("1.3") == []


HALVES = 'def add(x: int, y: int) -> int:\n    """Add."""\n    total = x +', "    return total"
WHOLE = "def add(x: int, y: int) -> int:\n    return x + y"
CLAIMS = {"nbgrader": {"grade_id": "answer-1-1"}}


@pytest.mark.parametrize("metadata", [CLAIMS, None], ids=["by its claim", "by its names"])
def test_an_answer_that_was_split_and_merged_is_known_under_another_id(shell, metadata):
    # JupyterLab leaves the id to the last piece, and gives a merged cell a new one.
    shell.run_cell(HALVES[0], cell_id="b1", cell_meta=metadata)
    shell.run_cell(HALVES[1], cell_id="answer-1-1", cell_meta=metadata)
    assert told("1.1")[0].startswith("Your answer cell raised SyntaxError")
    shell.run_cell(WHOLE, cell_id="b2", cell_meta=metadata)
    assert told("1.1") == [] and watched_cells.answer_that_ran("1.1")[0] == WHOLE
    shell.run_cell("add(1, 2)\nx = 1 / 0", cell_id="b3")  # a cell of the learner's own
    assert told("1.1") == []


def test_of_pieces_under_other_ids_the_one_that_has_the_answers_id_counts(shell):
    shell.run_cell(WHOLE, cell_id="b1", cell_meta=CLAIMS)
    shell.run_cell(HALVES[1], cell_id="b1", cell_meta=CLAIMS)  # split: the first piece is b2 now
    assert told("1.1")[0].startswith("Your answer cell raised SyntaxError")
    shell.run_cell("import math", cell_id="b2", cell_meta=CLAIMS)
    assert watched_cells.answer_that_ran("1.1")[0] == HALVES[1]
    odd = [5, {"nbgrader": 5}, {"nbgrader": {"grade_id": []}}, {"nbgrader": {"grade_id": "no"}}]
    for metadata in odd:
        shell.run_cell(WHOLE + "  # again", cell_id="b3", cell_meta=metadata)
        assert told("1.1") == []


def test_an_answer_whose_stub_names_nothing_is_known_by_its_title(shell):
    shell.run_cell("raise NotImplementedError()", cell_id="answer-1-2")
    assert told("1.2")
    shell.run_cell("def multiply(x: int, y: int) -> int:\n    return x * y", cell_id="b1")
    assert told("1.2") == []


def test_an_answer_that_ends_where_it_is_not_written_yet_is_told_from_one_that_raised(shell):
    shell.run_cell("class Tidy:\n    x = 1\n    raise NotImplementedError()", cell_id="answer-3-1")
    shell.run_cell("def multiply(): ...\nraise NotImplementedError", cell_id="answer-1-2")
    ((tidy,), (multiply,)) = (raised_before(watched_cells.runs(), one) for one in ("3.1", "1.2"))
    assert tidy.stub and tidy.own and tidy.sentence.startswith("The part in line 3 is not written")
    assert multiply.stub and "line 2 is not written yet" in multiply.sentence
    (needed,) = raised_before(watched_cells.runs(), "1.3")
    assert needed.stub and needed.sentence == (
        "The answer cell of 1.2 is not written yet: see its line 2"
    )
    # What a library has not written, or another cell, is an exception like any other.
    shell.run_cell("def later():\n    raise NotImplementedError()", cell_id="answer-1-1")
    shell.run_cell("x = 1\nlater()", cell_id="answer-1-2")
    assert told("1.2") == ["Your answer cell raised NotImplementedError in line 2"]


def test_a_long_traceback_shows_the_lines_of_cells(shell, capsys):
    shell.run_cell("import json\ndef mine(pairs):\n    return pairs['none']", cell_id="answer-1-1")
    shell.run_cell("def deep(n):\n    return json.loads('{}', object_hook=mine) if n else 1")
    capsys.readouterr()
    shell.run_cell("deep(1)")
    assert "decoder.py" in capsys.readouterr().out  # a short one stays whole
    library = "def down(n, f):\n    return down(n - 1, f) if n else f({})"
    space = {}
    exec(compile(library, "/library/down.py", "exec"), space)
    shell.user_ns["down"] = space["down"]
    shell.run_cell("down(20, mine)")
    said = capsys.readouterr()
    assert "/library/down.py" not in said.out and "pairs['none']" in plain(said.out)
    assert "KeyError" in said.out and "%tb" in said.err


def plain(text: str) -> str:
    from checks.grading.causes import ANSI

    return ANSI.sub("", text)


def test_a_warning_of_a_cell_that_was_mended_is_left_out(monkeypatch):
    shown = []
    show = watched_cells.without_replaced(lambda message, *rest: shown.append(str(message)))
    monkeypatch.setattr(watched_cells, "_replaced", {"old = 1"})
    lines = {"/tmp/ipykernel_1/a.py": ["old = 1\n"], "/tmp/ipykernel_1/b.py": ["new = 1\n"]}
    monkeypatch.setattr(watched_cells.linecache, "getlines", lambda name: lines[name])
    text = "coroutine 'f' was never awaited\nCoroutine created at (most recent call last)\n"
    for name in lines:
        show(f'{text}  File "{name}", line 1, in <module>\n', RuntimeWarning, "x", 1)
    show("another warning", UserWarning, "x", 1)
    assert len(shown) == 2 and "b.py" in shown[0]


class Steps:
    def go(ev):
        """Forget self."""


def awaits_none():
    loop = SimpleNamespace(send=None)

    async def inside():
        await loop.send

    inside().send(None)


@pytest.mark.parametrize(
    ("code", "means"),
    [
        (awaits_none, "Only what is async is awaited"),
        (lambda: {}["city"], "The dict has no such key"),
        (lambda: [][0], "no element at that place"),
        (lambda: {[]: 1}, "can be no key of a dict"),
        (lambda: "text".role, "where a message is wanted"),
        (lambda: None + 1, "Something in it is None"),
        (lambda: 1 / 0, "where a value was expected."),
        (lambda: None.group(), "Something in it is None"),
        (lambda: next(iter([])), "`next` found nothing"),
        (lambda: Steps().go(2), "has `self` as its first argument"),
        (lambda: (lambda x: 1)(), "hand the dict over with two stars"),
        (lambda: describe_error(nothing=2), "an argument that it does not have"),
        (lambda: unknown, "That name is not known"),  # noqa: F821
    ],
)
def test_an_exception_is_told_with_its_usual_cause(code, means):
    try:
        code()
    except Exception as error:
        raised = describe_error(error)
    with pytest.raises(Failed) as failed:
        Outcome("f()", raised=raised | {"line": 3, "source": "f(x)"}).obtained("5")
    assert means in failed.value.meaning and "in line 3, `f(x)`," in failed.value.meaning
    assert failed.value.finding


def test_a_call_that_was_never_awaited_is_named():
    printed = "x.py:3: RuntimeWarning: coroutine 'Store.set' was never awaited\n  store.set(1)"
    with pytest.raises(Failed, match="Python says that set was never awaited"):
        Outcome("f()", value=1, type="int", printed=printed).returns(2)


def test_a_tuple_is_no_list():
    with pytest.raises(Failed, match="it is a tuple, not a list"):
        Outcome("f()", value=[1, 2], type="tuple").returns([1, 2])
    with pytest.raises(Failed, match="it is a set, not a list"):
        Outcome("f()", value=[2, 1], type="set").returns([1, 2])
    assert Outcome("f()", value=[1, 2], type="list").returns([1, 2]) == [1, 2]
