"""Judge how a learner's function finds a model: by its run's name and status (7.2)."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.drawing import factor
from lesson_kit.judging.exchanges import shown
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed
from lesson_kit.probes.computed import number_of
from lesson_kit.probes.model_replies import FoundModel, MadeRun

NO_URI = Finding("7.2/no-uri", "A model's URI is a text.")
NO_MODEL_OF_RUN = Finding(
    "7.2/no-model-of-run",
    "That is no model of these runs. A URI is runs:/<run id>/model or models:/<model id>.",
)
OLDER_RUN = Finding(
    "7.2/older",
    "That is an older one, it began earlier: search_runs gives the one first that began last, "
    "where no order_by says otherwise.",
)
OTHER_NAME = Finding("7.2/other-name", "That run has another name: compare names with =.")
OTHER_EXPERIMENT = Finding(
    "7.2/other-experiment",
    "That run is in another experiment: look in the one that is set, as search_runs does where it "
    "is told of no experiments.",
)
NO_ARTIFACT = Finding(
    "7.2/no-artifact", "The run is right. A run's model has a URI runs:/<run_id>/model."
)
FOUND_NONE = Finding(
    "7.2/found-none",
    "It takes an element that is not there, though a run fits each name. Is the search too narrow? "
    "Look in the experiment that is set, whichever it is, and ask for the name and the status.",
)
GIVES_UP = Finding(
    "7.2/gives-up",
    "It raises an exception, though a run fits each name: the newest of those that have finished. "
    "Ask for name and status in the filter, and take the first.",
)
UNFINISHED = ("FAILED", "KILLED", "RUNNING")


def newest_is_found(
    learner,
    name: str,
    near: list[str],
    experiment: str = EXPERIMENT,
    other: str = "Another one",
    crowd: int = 0,
) -> None:
    """Fail unless `model_uri_of` finds the newest finished run of a name among drawn runs.

    So for the first of the names that are near it, too: all of these have newer runs. The
    experiment is the one that is set, and some runs are in another. A `crowd` of so many runs of
    another name is newer than all.
    """
    times = iter(sorted(learner.random.sample(range(1, 99), 3 + len(UNFINISHED) + len(near))))

    def made(its_name: str, status: str = "FINISHED", lasts: int = 9, elsewhere=False) -> MadeRun:
        begun = next(times)
        return MadeRun(
            name=its_name, status=status, begun=begun, ended=begun + lasts, elsewhere=elsewhere
        )

    runs = [made(name, lasts=200), made(name, lasts=1)]
    newest = runs[-1]
    runs += [made(name, status) for status in UNFINISHED]
    runs += [made(name, elsewhere=True)]
    runs += [made(one) for one in near]
    wanted = [newest, next(one for one in runs if one["name"] == near[0])]
    learner.random.shuffle(runs)  # in what order they are made is not when they began
    shown_runs = ", ".join(map(told, runs))
    if crowd:
        shown_runs += f", and {crowd} later ones of another name"
    called = (
        f"model_uri_of({name!r}) and of {near[0]!r}, with the experiment {experiment!r} set, and "
        f"the runs {shown_runs}"
    )
    by = factor(learner)
    outcome = learner.request(
        "reloaded_models.by_run",
        called,
        function="model_uri_of",
        names=[name, near[0]],
        runs=runs,
        factor=by,
        experiment=experiment,
        other=other,
        crowd=crowd,
    )
    raised = outcome.raised or {"type": "", "text": ""}
    if raised["type"] in ("IndexError", "StopIteration"):
        outcome.fail(FOUND_NONE, "the URIs of two models")
    if raised["type"] in ("LookupError", "ValueError", "RuntimeError", "Exception"):
        outcome.fail(GIVES_UP, "the URIs of two models")
    found = outcome.obtained("the URIs of two models")
    for model, expected in zip(found, map(runs.index, wanted), strict=True):
        is_model_of_run(called, model, runs, expected)
        if model["number"] != number_of(f"run {expected}", by):
            raise Failed(NO_MODEL_OF_RUN, called, "a model of these runs", repr(model["uri"]))


def told(run: MadeRun) -> str:
    """Return a run in the words of a report."""
    until = "" if run["status"] == "RUNNING" else f" to {run['ended']}"
    where = " in another experiment" if run["elsewhere"] else ""
    return f"{run['name']}{where} {run['status']} from minute {run['begun']}{until}"


def is_model_of_run(called: str, found: FoundModel, runs: list[MadeRun], expected: int) -> None:
    """Fail unless what was found is the model of the run at this index."""
    name = runs[expected]["name"]
    wanted = f"for {name!r} the URI of the model of the run {told(runs[expected])}"
    if not isinstance(found["uri"], str):
        raise Failed(NO_URI, called, wanted, shown(found["uri"]))
    if found["run"] is None:
        raise Failed(NO_MODEL_OF_RUN, called, wanted, repr(found["uri"]))
    if found["run"] != expected:
        run = runs[found["run"]]
        if run["name"] != name:
            meaning = OTHER_NAME
            if name.lower() in run["name"].lower():
                meaning = Finding(
                    "7.2/longer-name",
                    f"That run is called {run['name']!r}, and not {name!r}: compare names with =.",
                )
        elif run["elsewhere"]:
            meaning = OTHER_EXPERIMENT
        elif run["status"] != "FINISHED":
            meaning = Finding(
                "7.2/failed",
                f"That run is {run['status']}, and only one that is FINISHED counts, of all runs: "
                "ask in the filter for that status.",
            )
        else:
            meaning = OLDER_RUN
        raise Failed(meaning, called, wanted, f"that of {told(run)}")
    if found["artifact"] != "model":
        raise Failed(NO_ARTIFACT, called, wanted, repr(found["uri"]))
