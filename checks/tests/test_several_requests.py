"""Several requests in one message: each is judged as if it had been asked alone."""

import json
import re

import pytest
from lesson_kit import probes
from lesson_kit.judging.checking import Report, Result
from lesson_kit.judging.learner import made_tool, requested
from lesson_kit.judging.outcomes import NoVerdict
from nbformat.v4 import new_code_cell, new_notebook

from checks.grading.exercises import checks_of, title_of
from checks.grading.verdict import KernelLearner, Verdict

ANSWERS = """
import os
import time

asked = []

def answers(n):
    asked.append(n)
    return asked

def hangs(n):
    while n == 2:
        time.sleep(0.01)
    return n

def cannot_be_stopped(n):
    while n == 1:
        try:
            while True:
                time.sleep(0.01)
        except BaseException:
            pass
    return n

def ends(n):
    if n == 2:
        os._exit(0)
    return n

def ends_at_the_seventh_call_of_all(n):
    asked.append(n)
    if len(asked) == 7:
        os._exit(0)
    return n
"""


class Asking(Verdict):
    """A verdict that asks a function for four numbers, and keeps what is said and carried."""

    functions = {
        "1.1": "answers",
        "1.2": "hangs",
        "1.3": "cannot_be_stopped",
        "1.4": "ends",
    }
    most = 4  # outcomes that the judge wants

    def judge(self, learner, exercise):
        self.said[exercise] = said = []
        target = self.functions[exercise]
        requests = [
            requested("call", f"{target}({n})", target=target, args=[n], kwargs={})
            for n in range(4)
        ]
        self.messages = self.carried.setdefault(exercise, [])
        try:
            for outcome in learner.request_each(requests):
                said.append(outcome.got)
                if len(said) == self.most:
                    break
        except NoVerdict as reason:
            said.append(reason.meaning)
        return Report(exercise, title_of(exercise), [Result(checks_of(exercise)[0], True)])

    def carry(self, asked):
        self.messages.append(len(asked.get("each", [asked])))
        return super().carry(asked)


def graded(exercise: str):
    name = f"check-{exercise.replace('.', '-')}"
    metadata = {"grade": True, "grade_id": name, "solution": False, "points": 1}
    return new_code_cell("check()", id=name, metadata={"nbgrader": metadata})


def run(verdict: Asking, folder, cells: list) -> None:
    verdict.said, verdict.carried = {}, {}
    resources = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(folder)}}
    verdict.preprocess(new_notebook(cells=cells), resources)


def test_what_is_asked_together_is_heard_one_by_one(tmp_path):
    verdict = Asking(request_timeout=2, short_timeout=2)
    cells = [new_code_cell(ANSWERS), *map(graded, Asking.functions)]
    run(verdict, tmp_path, cells)

    assert verdict.said["1.1"] == ["[0]", "[0, 1]", "[0, 1, 2]", "[0, 1, 2, 3]"]
    assert verdict.carried["1.1"] == [4]
    # The one that hangs has had all of its own time, and the one after it is asked all the same.
    assert verdict.said["1.2"] == ["0", "1", "no answer within 2 s", "3"]
    assert verdict.carried["1.2"] == [4, 1]
    # What goes on in a thread, or has ended the process, takes nothing from what was asked before.
    broken = "Code of this exercise could not be stopped."
    assert verdict.said["1.3"] == ["0", "no answer within 2 s", broken]
    assert verdict.carried["1.3"] == [4, 1, 1, 1]
    # From then on, all are asked one by one.
    assert verdict.said["1.4"] == ["0", "1", "Your code ended the Python process."]
    assert verdict.carried["1.4"] == [1, 1, 1]
    assert verdict.started == 3


def test_a_process_that_ends_is_asked_again_one_by_one(tmp_path):
    verdict = Asking()
    cells = [new_code_cell(ANSWERS), graded("1.4")]
    run(verdict, tmp_path, cells)
    assert verdict.said["1.4"] == ["0", "1", "Your code ended the Python process."]
    assert verdict.carried["1.4"] == [4, 1, 1, 1]


def test_a_process_that_ends_and_does_not_when_asked_again_has_ended_all_the_same(tmp_path):
    verdict = Asking()
    verdict.functions = {"1.1": "answers", "1.2": "ends_at_the_seventh_call_of_all"}
    cells = [new_code_cell(ANSWERS), *map(graded, verdict.functions)]
    run(verdict, tmp_path, cells)
    assert verdict.said["1.2"] == ["0", "1", "2", "Your code ended the Python process."]
    assert verdict.carried["1.2"] == [4, 1, 1, 1, 1]


class TakenDownOnce:
    """Stand for a verdict whose kernel went down with the first message, and with none since."""

    def __init__(self):
        self.broken, self.grief = "", "Your code ended the Python process."

    def ask_several(self, asked):
        grief, self.grief = self.grief, ""
        return asked[:1], grief


def test_what_a_check_no_longer_wants_may_have_ended_the_process_and_is_no_proof():
    asked = [json.dumps(number) for number in range(4)]
    learner = KernelLearner(TakenDownOnce(), "seed")
    for left in (asked, asked[1:], asked[2:]):
        assert learner.ask_first(left) == left[:1]
    with pytest.raises(NoVerdict, match="ended"):  # each has been asked alone by now
        learner.ask_first(asked[3:])

    learner = KernelLearner(TakenDownOnce(), "seed")
    learner.ask_first(asked)
    for one in ("4", "5"):  # of another check: that of 1 to 3 has failed
        assert learner.ask_first([one]) == [one]


def test_that_time_ran_out_is_known_where_the_judge_has_seen_enough_before(tmp_path):
    verdict = Asking(request_timeout=1, short_timeout=1)
    verdict.functions, verdict.most = {"1.2": "hangs"}, 1
    cells = [new_code_cell(ANSWERS), graded("1.2")]
    run(verdict, tmp_path, cells)
    assert verdict.said["1.2"] == ["0"] and verdict.ran_out


def test_a_notebook_without_time_for_its_cells_once_more_is_asked_one_by_one_at_once(tmp_path):
    verdict = Asking(submission_seconds=12)
    cells = [new_code_cell(f"{ANSWERS}\ntime.sleep(5)"), graded("1.4")]
    run(verdict, tmp_path, cells)
    assert verdict.said["1.4"] == ["0", "1", "Your code ended the Python process."]
    assert verdict.carried["1.4"] == [1, 1, 1] and verdict.started == 1


def test_a_tool_of_an_earlier_request_of_a_message_leaves_no_trace_in_a_later_one(monkeypatch):
    monkeypatch.setattr(probes, "MOST_SECONDS", 60)
    known = []

    def first_of_all(tool):
        known.append(tool)
        return known[0](x=1).content

    asked = []
    for adds in (5, 7):
        tool = made_tool("search", {"x": "int"}, adds=adds)
        arguments = {"target": "first_of_all", "args": [tool]}
        known_as = {"op": "kept_arguments.call", "timeout": 5, "ran_dry": False}
        asked.append(known_as | {"args": arguments})
    reply = json.loads(probes.answer(json.dumps({"each": asked}), {"first_of_all": first_of_all}))
    first, second = (json.loads(one)["value"]["calls"] for one in reply["replies"])
    assert len(first) == 1 and second == []


def replies(*targets, **namespace) -> list[dict]:
    asked = [
        {
            "op": "call",
            "args": {"target": one, "args": [], "kwargs": {}},
            "timeout": 5,
            "ran_dry": False,
        }
        for one in targets
    ]
    reply = json.loads(probes.answer(json.dumps({"each": asked, "id": "7"}), namespace))
    assert reply["id"] == "7"
    return list(map(json.loads, reply["replies"]))


def test_a_message_carries_as_many_as_its_time_and_its_size_allow(monkeypatch):
    def raises():
        raise SystemExit("bye")

    def long():
        print("x" * probes.LONGEST_TEXT)

    found = replies("one", "raises", "one", one=lambda: 1, raises=raises)
    assert [one.get("value", one.get("raised", {}).get("text")) for one in found] == [1, "bye", 1]
    monkeypatch.setattr(probes, "MOST_CHARACTERS", 2 * probes.LONGEST_TEXT)
    assert len(replies(*["long"] * 5, long=long)) == 2
    monkeypatch.setattr(probes, "MOST_SECONDS", 0)
    assert len(replies("one", "one", one=lambda: 1)) == 1


def test_that_a_run_had_nothing_left_to_do_is_known_to_the_next():
    known = []

    def runs_dry():
        known.append(probes.RAN_DRY.get()[0])
        probes.RAN_DRY.get()[0] = True

    assert [one["ran_dry"] for one in replies("dry", "dry", dry=runs_dry)] == [True, True]
    assert known == [False, True]


def test_a_request_has_no_more_time_than_is_waited_for_it():
    class Told(Verdict):
        async def request(self, expression, seconds):
            self.told = expression
            return {"payload": []}

    verdict = Told(request_timeout=20, short_timeout=2)
    verdict.resources, verdict.broken, verdict.deadline = {}, "", None
    asked = [{"op": "call", "timeout": 20}, {"op": "call", "timeout": 1}]
    for ran_out, seconds in ((False, [20, 1]), (True, [2, 1])):
        verdict.ran_out = ran_out
        with pytest.raises(NoVerdict):
            verdict.carry({"each": [dict(one) for one in asked]})
        assert [float(one) for one in re.findall(r'"timeout": ([\d.]+)', verdict.told)] == seconds
