"""Checks that ask side by side: each is judged as if it had been alone, in fewer messages."""

import pytest
from lesson_kit.judging.checking import Check
from lesson_kit.judging.learner import InProcess, call_of
from lesson_kit.judging.outcomes import Failed, NoVerdict
from lesson_kit.judging.running_checks import run_checks
from lesson_kit.judging.side_by_side import Pool, at_once, each_of, later


class Several(InProcess):
    """Carry up to three requests at a time, as a kernel does, and keep what was carried."""

    carries_several = True
    most = 3

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.messages: list[list[str]] = []

    def ask_first(self, requests):
        first = requests[: self.most]
        self.messages.append([one.split('"args": [')[-1].split("]")[0] for one in first])
        return [self.ask(one) for one in first]


def checks(*functions) -> list[Check]:
    return [Check("1.1", one.__name__, "does it", one) for one in functions]


def one_after_the_other(learner):
    learner.call("double", 1).returns(2)
    learner.call("double", 2).returns(4)


def several_at_once(learner):
    asked = learner.request_each([call_of("double", number) for number in (3, 4)])
    next(asked).returns(6)
    learner.call("double", 5).returns(10)  # before it turns to what came of the second
    next(asked).returns(8)


def wrong_at_once(learner):
    for outcome in learner.request_each([call_of("double", number) for number in (6, 7, 8, 9)]):
        outcome.returns(0)


def asks_nothing(learner):
    raise Failed("It asks nothing.")


ALL = one_after_the_other, several_at_once, wrong_at_once, asks_nothing


@pytest.mark.parametrize("handle", [InProcess, Several])
def test_each_check_gets_the_replies_to_its_own_requests_in_their_order(handle):
    learner = handle({"double": lambda number: 2 * number})
    report = run_checks(learner, "1.1", "double", checks(*ALL))
    assert [(one.check.name, one.passed) for one in report.results] == [
        ("one_after_the_other", True),
        ("several_at_once", True),
        ("wrong_at_once", False),
        ("asks_nothing", False),
    ]
    assert report.results[2].called == "double(6)" and report.results[2].got == "12"
    if handle is Several:
        # First what the first check needs; what it asks next comes before what others asked.
        assert learner.messages == [["1", "3", "4"], ["2", "5", "6"]]


def test_what_a_check_no_longer_wants_is_not_asked():
    learner = Several({"double": lambda number: 2 * number})
    learner.most = 1
    run_checks(learner, "1.1", "double", checks(wrong_at_once, one_after_the_other))
    assert learner.messages == [["6"], ["1"], ["2"]]


class Breaking(Several):
    """Carry requests until one of 4 comes, which takes the process down."""

    def ask_first(self, requests):
        if any('"args": [4]' in one for one in requests[: self.most]):
            self.most = 1  # one by one, from then on
        if self.most == 1 and '"args": [4]' in requests[0]:
            self.broken = True
        if getattr(self, "broken", False):
            raise NoVerdict("Your code ended the Python process.")
        return super().ask_first(requests)


def test_what_was_judged_before_the_process_ended_counts_and_the_rest_is_not_judged():
    def late(learner):
        learner.call("double", 10).returns(20)
        learner.call("double", 11).returns(22)

    learner = Breaking({"double": lambda number: 2 * number})
    report = run_checks(learner, "1.1", "double", checks(*ALL[:2], late, asks_nothing))
    assert [one.state for one in report.results] == ["passed", "failed", "not judged", "failed"]
    assert report.results[1].meaning == "Your code ended the Python process."
    assert report.results[2].meaning == "Not judged: Your code ended the Python process."


def test_who_has_seen_enough_stops_the_rest():
    ended = []

    def waits(learner):
        try:
            learner.call("double", 1)
            learner.call("double", 2)
        finally:
            ended.append(learner)

    learner = Several({"double": lambda number: 2 * number})
    learner.most = 1
    found = run_checks(
        learner, "1.1", "double", checks(wrong_at_once, waits), enough=lambda one: True
    )
    assert len(found.results) == 1 and len(ended) == 1
    assert learner.messages == [["6"]]


def test_what_a_check_raises_comes_through_and_stops_the_rest():
    def mistaken(learner):
        learner.call("double", 1)
        raise KeyError("a mistake of the check's own")

    learner = Several({"double": lambda number: 2 * number})
    with pytest.raises(KeyError, match="a mistake"):
        run_checks(learner, "1.1", "double", checks(one_after_the_other, mistaken))
    told = []
    report = run_checks(
        learner,
        "1.1",
        "double",
        checks(mistaken, one_after_the_other),
        on_error=lambda check, error: told.append(check.name),
    )
    assert told == ["mistaken"] and [one.passed for one in report.results] == [False, True]


@pytest.mark.parametrize("handle", [InProcess, Several])
def test_each_check_draws_of_its_own(handle):
    drawn = {}

    def first(learner):
        drawn["first"] = learner.random.random()
        learner.call("double", 1)

    def second(learner):
        drawn["second"] = learner.random.random()

    run_checks(handle({"double": int}, seed="s"), "1.1", "double", checks(first, second))
    before = dict(drawn)
    assert before["first"] != before["second"]
    run_checks(handle({"double": int}, seed="s"), "1.1", "double", checks(second))
    assert drawn == before  # whatever other checks there are
    run_checks(handle({"double": int}, seed="t"), "1.1", "double", checks(first, second))
    assert drawn["first"] != before["first"]


def doubles(learner, number, right):
    learner.call("double", number).returns(right)
    return learner.call("double", right).value


@pytest.mark.parametrize("handle", [InProcess, Several])
def test_judges_ask_side_by_side_and_are_judged_in_their_order(handle):
    found = []

    def several(learner):
        found.append(doubles(learner, 1, 2))
        found.append(at_once(learner, *(later(doubles, one, right=2 * one) for one in (3, 5))))
        found.extend(each_of(learner, *(later(doubles, one, 14) for one in (7, 8, 9))))

    learner = handle({"double": lambda number: 2 * number})
    (result,) = run_checks(learner, "1.1", "double", checks(several)).results
    assert found == [4, [12, 20], 28] and result.called == "double(8)"
    if handle is Several:
        assert learner.messages == [["1"], ["2"], ["3", "5"], ["6", "10"], ["7", "8", "9"], ["14"]]


def drawn_by_judges(learner) -> list:
    """Return who draws what, of judges some of whom give their work to others."""
    drawn = []

    def judge(learner, name):
        for turn in range(3):
            drawn.append((f"{name}.{turn}", learner.random.random()))
            learner.call("double", turn)
            if turn == 1 and len(name) < 3:
                at_once(learner, *(later(judge, f"{name}{one}") for one in "abc"))

    works = [Check("1.1", one, "draws", later(judge, one)) for one in "xy"]
    run_checks(learner, "1.1", "double", works)
    return sorted(drawn)


def test_what_judges_draw_does_not_depend_on_how_many_requests_a_message_carries():
    in_the_notebook = drawn_by_judges(InProcess({"double": int}))
    assert len({number for _, number in in_the_notebook}) == 2 * (1 + 3 + 9) * 3
    for most in (1, 2, 3, 1000):
        learner = Several({"double": int})
        learner.most = most
        assert drawn_by_judges(learner) == in_the_notebook


def test_judges_that_a_failed_one_no_longer_waits_for_are_not_asked():
    def divides(learner):
        judged = each_of(learner, *(later(doubles, one, 2 * one) for one in (1, 7)))
        next(judged)
        learner.call("double", 3).returns(0)

    def goes_on(learner):
        for number in range(20, 26):
            learner.call("double", number)

    def gives_to_others(learner):
        at_once(learner, goes_on, divides)

    learner = Several({"double": lambda number: 2 * number})
    learner.most = 2
    run_checks(learner, "1.1", "double", checks(gives_to_others))
    assert learner.messages == [["20", "1"], ["21", "2"], ["22", "3"], ["23"], ["24"], ["25"]]


def test_results_come_as_soon_as_they_are_there_also_of_work_that_is_divided_again():
    asked = []

    def ask_first(requests):
        asked.append(list(requests))
        return [one.upper() for one in requests[:2]]

    pool = Pool(ask_first)

    def ask(*requests):
        return "".join(pool.replies(list(requests)))

    def divided():
        works = [lambda: ask("b") + ask("c"), lambda: ask("d"), lambda: 1 / 0, lambda: ask("never")]
        found = pool.results(works)
        first = next(found)
        begun = ask("e")
        with pytest.raises(ZeroDivisionError):
            list(found)
        return first + begun

    results = pool.results([lambda: ask("a"), divided, lambda: ask("f", "g")])
    assert next(results) == "A"
    assert next(results) == "BCE"
    assert list(results) == ["FG"]
    assert asked == [
        ["a", "b", "d", "never", "f", "g"],
        ["c", "d", "never", "f", "g"],
        ["e", "never", "f", "g"],
        ["f", "g"],
    ]
    assert pool.workers == []


@pytest.mark.parametrize("handle", [InProcess, Several])
def test_what_all_checks_look_at_is_asked_once(handle):
    asked = []

    def double(number):
        asked.append(number)
        return 2 * number

    def look(learner):
        drawn = learner.random.randint(1, 10**6)
        return drawn, learner.call("double", drawn).obtained()

    def first(learner):
        drawn, value = learner.once("looked", look)
        assert value == 2 * drawn

    def second(learner):
        learner.call("double", -1).returns(-2)
        drawn, value = learner.once("looked", look)
        raise Failed(f"{value} is enough.")

    learner = handle({"double": double})
    report = run_checks(learner, "1.1", "double", checks(first, second, first))
    assert [one.passed for one in report.results] == [True, False, True]
    drawn = [one for one in asked if one != -1]
    assert len(drawn) == 1 and report.results[1].meaning == f"{2 * drawn[0]} is enough."


def test_after_what_hangs_nothing_more_is_asked():
    class Hanging(Several):
        def ask_first(self, requests):
            self.messages.append(["hangs"])
            return ['{"timeout": 10, "printed": "", "ran_dry": false}']

    def hangs(learner):
        learner.call("double", 1).returns(2)

    learner = Hanging({"double": int})
    report = run_checks(learner, "1.1", "double", checks(*[hangs] * 7))
    assert [one.state for one in report.results] == ["failed", *["not judged"] * 6]
    assert len(learner.messages) == 1


def test_what_comes_before_what_hangs_goes_on():
    class Hanging(Several):
        def ask_first(self, requests):
            replies = super().ask_first(requests)
            hung = [place for place, one in enumerate(replies) if '"timeout"' in one]
            return replies[: hung[0] + 1] if hung else replies  # what takes long is the last

        def ask(self, request):
            if '"args": [9]' in request:
                return '{"timeout": 10, "printed": "", "ran_dry": false}'
            return super().ask(request)

    def hangs(learner):
        learner.call("double", 9).returns(18)

    def replied(learner):
        learner.call("double", 7).returns(14)

    learner = Hanging({"double": lambda number: 2 * number})
    tried = checks(one_after_the_other, hangs, replied, one_after_the_other)
    states = [one.state for one in run_checks(learner, "1.1", "double", tried).results]
    assert states == ["passed", "failed", "not judged", "not judged"]

    def late(learner):
        learner.call("double", 1).returns(2)
        learner.call("double", 9).returns(18)

    learner = Hanging({"double": lambda number: 2 * number})
    learner.most = 1
    found = run_checks(learner, "1.1", "double", checks(*[late] * 3, hangs))
    assert [one.state for one in found.results] == ["failed", *["not judged"] * 3]
    assert learner.messages == [["1"], ["9"]]

    learner = Hanging({"double": lambda number: 2 * number})
    learner.most = 4
    found = run_checks(learner, "1.1", "double", checks(*[late] * 3, hangs))
    assert not any(one.passed for one in found.results)
    assert learner.messages == [["1", "1", "1", "9"], ["9", "9", "9"]]
