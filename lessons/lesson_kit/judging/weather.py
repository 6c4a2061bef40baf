"""Judge the workflows of lesson 3 that look up the weather of several cities."""

from lesson_kit.judging.drawing import WORKS_FIRST, factor, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Learner, show_runs
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import no_end, one_run
from lesson_kit.judging.workflow_runs import event, notes, only, show_event
from lesson_kit.probes.computed import number_of

KEEP_NOTHING = "keep nothing on self, on the class, or in a global."


def cities(learner: Learner, number: int) -> list[str]:
    """Draw names for cities."""
    return [word.title() for word in words(learner, number)]


def look_up(
    learner: Learner, workflow: str, *lists: list[str], at_once: int, **options
) -> tuple[Outcome, list[dict[str, str]]]:
    """Run a workflow for these lists of cities, with a look_up of the check's.

    Return what came of it, and for each list the weather by city. The look-ups come back when so
    many are under way `at_once`.
    """
    by = factor(learner)
    inputs = [{"cities": one} for one in lists]
    outcome = learner.request(
        "stand_ins.run_with_stand_in",
        show_runs(workflow, inputs, options.get("together", False)),
        workflow=workflow,
        inputs=inputs,
        helper="look_up",
        number=at_once,
        factor=by,
        **options,
    )
    return outcome, [{city: f"report {number_of(city, by)}" for city in one} for one in lists]


def tells_the_fastest(
    learner: Learner, *lists: list[str], fastest: str, each: bool = True
) -> Outcome:
    """Fail unless Fastest tells the weather of the fastest city, in each run.

    With `each`, a CityEvent for each city has to be sent, too.
    """
    most = min(4, *map(len, lists))
    options = {"at_once": most, "fastest": fastest}
    outcome, weather = look_up(learner, "Fastest", *lists, **options)
    for index, reports in enumerate(weather):
        sends_any(outcome, lists[index], index)
        if each:
            one_run(outcome, index).obtained()
            sends_each(outcome, lists[index], index)
        one_run(outcome, index).returns(f"{fastest}: {reports[fastest]}")
    return outcome


def city_events(outcome: Outcome, index: int = 0) -> list[dict]:
    """Return the CityEvents that steps gave in one run, in their order."""
    given = [one for note in notes(outcome, index) for one in note["gives"]]
    return [event("CityEvent", city=one.get("city")) for one in given if is_city(one)]


def is_city(shown: dict) -> bool:
    return shown["$type"] == "CityEvent"


def sends_any(outcome: Outcome, listed: list[str], index: int = 0) -> None:
    """Fail, and say why, where a run waits for ever because no event was sent."""
    run = outcome.obtained()["runs"][index]
    if "unfinished" in run and not city_events(outcome, index):
        raise Failed(
            Finding(
                "3.4/none-sent", "No CityEvent was sent: ctx.send_event(…) sends one for each city."
            ),
            outcome.called,
            f"{len(listed)} events sent by hand_out",
            f"no event sent, and {run['unfinished']}",
        )


def sends_each(outcome: Outcome, listed: list[str], index: int = 0) -> None:
    """Fail unless an event for each of the cities was sent, in their order."""
    found, wanted = city_events(outcome, index), [event("CityEvent", city=one) for one in listed]
    if found == wanted:
        return
    meaning = Finding(
        "3.4/other-events", "hand_out sends a CityEvent for each city in the list, in its order."
    )
    if len(found) == 1 < len(listed):
        meaning = Finding(
            "3.4/one-sent",
            f"1 of {len(listed)} cities was sent. `return` ends the step, and its loop: send each "
            "by ctx.send_event(…).",
        )
    raise Failed(
        meaning,
        outcome.called,
        ", ".join(map(show_event, wanted)),
        ", ".join(map(show_event, found)) or "no CityEvent",
    )


def collects(
    learner: Learner, workflow: str, *lists: list[str], at_once: int, **options
) -> Outcome:
    """Fail unless a workflow gives a dict with the weather of every city, in each run."""
    outcome, weather = look_up(learner, workflow, *lists, at_once=at_once, **options)
    for index, reports in enumerate(weather):
        if outcome.ok and (unfinished := outcome.value["runs"][index].get("unfinished")):
            meaning = why_no_end(learner, workflow, outcome, lists[index], index, **options)
            raise Failed(meaning, outcome.called.number(index), show(reports), unfinished)
        run = one_run(outcome, index, show(reports))
        if run.ok and isinstance(run.value, dict) and not run.value.keys() <= reports.keys():
            strange = [str(one) for one in run.value.keys() - reports.keys()]
            made_of_one = [one for one in strange if any(city in one for city in reports)]
            if made_of_one:
                meaning = (
                    f"The key {made_of_one[0]!r} is no city of the list. The keys are the cities "
                    "as they are; one that is listed twice is one key."
                )
                run.fail(Finding("3.5/other-keys", meaning), show(reports))
            meaning = (
                "There is a key in it that is no city of this run. What another run looks up is no "
                f"part of it: {KEEP_NOTHING}"
            )
            run.fail(Finding("3.5/other-run", meaning), show(reports))
        if run.ok and isinstance(run.value, dict) and 0 < len(run.value) < len(reports):
            if options.get("together"):
                meaning = (
                    "Cities are missing. Two runs are under way together here, and each has its "
                    f"own cities: {KEEP_NOTHING}"
                )
                run.fail(Finding("3.5/to-other-run", meaning), show(reports))
            run.fail(not_all(workflow, len(run.value), len(reports)), show(reports))
        meaning = "The result is a dict from each city to its weather."
        run.returns(reports, Finding("3.5/other-result", meaning))
    return outcome


def why_no_end(
    learner: Learner, workflow: str, outcome: Outcome, listed: list[str], index: int, together=False
) -> Finding:
    """Say why a run for these cities waits for ever, as far as it is seen."""
    came = [one for one in notes(outcome, index) if one["takes"]["$type"] == "WeatherEvent"]
    if workflow == "Forecast" and len(came) == len(listed) > len(set(listed)):
        return Finding(
            "3.5/counts-cities",
            f"A city is listed again here. collect took {len(came)} events, as many as `total` "
            "says, and went on waiting: count the events that came, and not the cities in them.",
        )
    if together:
        alone, _ = look_up(learner, workflow, listed, at_once=1)
        if alone.ok and "result" in alone.value["runs"][0]:
            return Finding(
                "3.5/no-end-together",
                "This run ends when it is alone, and waits for ever when another one is under way: "
                f"they share what should be each run's own. To mend it, {KEEP_NOTHING}",
            )
    return no_end(str(outcome.value["runs"][index]["unfinished"]))


def not_all(workflow: str, found: int, listed: int) -> Finding:
    """Say what brings the other cities into the result, in the step that is the learner's own."""
    told = f"{found} of {listed} cities are in it."
    if workflow == "Weather":
        handed_on = "collect waits for as many as `total` says: ask hands on the total that came."
        return Finding("3.6/not-all", f"{told} {handed_on}")
    waits = "Wait until as many events have come as `total` says, and take all of them."
    return Finding("3.5/not-all", f"{told} {waits}")


def looks_up_two_at_once(learner: Learner, *lists: list[str]) -> Outcome:
    """Fail unless Weather looks each city up once, and two at the same time."""
    outcome, weather = look_up(learner, "Weather", *lists, at_once=2)
    for index, _ in enumerate(lists):
        one_run(outcome, index).obtained()
    calls, most = outcome.value["calls"], outcome.value["at_once"]
    listed = [city for one in lists for city in one]
    if sorted(calls) != sorted(listed):
        meaning = (
            "Each city is looked up once for each time that it is listed, whatever other runs have "
            "looked up: one await look_up(ev.city) in ask, and no other."
        )
        raise Failed(
            Finding("3.6/not-once", meaning),
            outcome.called,
            f"calls of look_up: {', '.join(sorted(listed))}",
            ", ".join(sorted(calls)) or "no call of look_up",
        )
    if most != 2:
        one_by_one = Finding(
            "3.6/one-by-one",
            "Only one look-up at a time was under way. How many events ask works on at once stands "
            "in @step(num_workers=…), and only what is awaited lets the others go on.",
        )
        too_many = Finding(
            "3.6/too-many",
            "The service allows two at once. @step(num_workers=2) above ask is enough to keep to "
            "that: without a number a step has four workers, and a lock or semaphore that each "
            "call makes for itself holds no other call up.",
        )
        raise Failed(
            one_by_one if most < 2 else too_many,
            outcome.called,
            "2 look-ups under way at the same time",
            f"{most} at most",
        )
    for index, reports in enumerate(weather):
        one_run(outcome, index).returns(reports, WORKS_FIRST)
    return outcome


def passes_the_weather_on(outcome: Outcome, listed: list[str], index: int = 0) -> None:
    """Fail unless a WeatherEvent for each city carried its weather and the total."""
    weather = one_run(outcome, index).obtained()
    wanted = [
        event("WeatherEvent", city=city, weather=weather.get(city), total=len(listed))
        for city in sorted(listed)
    ]
    given = [one for note in notes(outcome, index) for one in note["gives"]]
    found = [only(one, wanted[0]) for one in given if one["$type"] == "WeatherEvent"]
    found.sort(key=lambda one: str(one["city"]))
    if found != wanted:
        meaning = "A WeatherEvent carries the city and the total that came, and the city's weather."
        raise Failed(
            Finding("3.6/other-carried", meaning),
            outcome.called,
            ", ".join(map(show_event, wanted)),
            ", ".join(map(show_event, found)) or "no WeatherEvent",
        )
