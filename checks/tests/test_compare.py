"""Logged models are told apart as they should be: by what they did, not by how they are written."""

import argparse
import csv
import html
import importlib
import json
import logging
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import mlflow
import pytest
from lesson_kit import choose_llm
from lesson_kit.agent_script.model_script import ALL_GIVEN
from lesson_kit.compare import evaluating, repeating, running, scorers
from lesson_kit.compare import models as compare_models
from lesson_kit.compare.comparing import Comparison, compare, compare_all, judged
from lesson_kit.compare.divergence import first_divergence
from lesson_kit.compare.models import CannotCompare
from lesson_kit.compare.repeating import compare_repeatedly
from lesson_kit.compare.report import print_class, print_comparison
from lesson_kit.compare.runner import PATIENCE
from lesson_kit.compare.suite import CASES
from lesson_kit.compare.trajectory import Happening, Trajectory
from lesson_kit.private_names import active_experiment_id, settings_kept
from llama_index.core import Settings
from llama_index.core.llms import MockLLM
from openai_server import openai_server

from checks.hidden.comparison_suite import hidden_cases
from checks.tests.model_corpus import REFERENCE, ROOT, Agent, log_agent, read_agents

SCRIPT = ROOT / "scripts" / "compare_model.py"
RIGHT, WRONG = read_agents("right"), read_agents("wrong")
EARLY = ("The logged model: ", "One sum: ", "One product: ", "Two steps: ")
QUESTIONS = sum(len(case["questions"]) for case in CASES)
FEW = [case for case in CASES if case["name"] in {"one sum", "two steps"}]
LOCAL = {"NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"}


class Store:
    """An MLflow store with the reference and whatever is logged into it."""

    def __init__(self, folder: Path):
        self.folder, self.uri = folder, f"sqlite:///{folder / 'mlflow.db'}"
        with self:
            self.reference = log_agent(self.agent("reference"), folder)
            model = mlflow.search_logged_models(output_format="list")[0]
            mlflow.set_logged_model_tags(model.model_id, {compare_models.REFERENCE_TAG: "true"})

    @staticmethod
    def agent(name: str, script: str | None = None, **head: str) -> Agent:
        return Agent(name, head, script or REFERENCE.read_text("utf-8"))

    def __enter__(self):
        self.before = mlflow.get_tracking_uri(), os.getcwd(), os.environ.get("MLFLOW_TRACKING_URI")
        for name in ("mlflow", "alembic"):
            logging.getLogger(name).setLevel(logging.ERROR)
        os.chdir(self.folder)
        mlflow.set_tracking_uri(self.uri)
        mlflow.set_experiment("a class")
        return self

    def __exit__(self, *_):
        uri, place, variable = self.before
        mlflow.set_tracking_uri(uri)
        os.environ.pop("MLFLOW_TRACKING_URI", None)
        os.environ.pop("MLFLOW_EXPERIMENT_ID", None)
        if variable is not None:
            os.environ["MLFLOW_TRACKING_URI"] = variable
        os.chdir(place)

    def log(self, name: str, script: str | None = None, **head: str) -> str:
        with self:
            return log_agent(self.agent(name, script, **head), self.folder)

    def script(self, *arguments: str, uri: str = "") -> subprocess.CompletedProcess:
        """Run scripts/compare_model.py in the store's folder, as a learner does."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("MLFLOW_")}
        return subprocess.run(
            [sys.executable, str(SCRIPT), *arguments, "--tracking-uri", uri or self.uri],
            cwd=self.folder,
            env=environment | LOCAL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return Store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def found(store):
    """What the comparison says of every agent of the corpus, by its name.

    Those that part from the reference early are asked no more than that: it saves half the time.
    """
    early = [agent for agent in WRONG if agent.head["first"].startswith(EARLY)]
    late = [agent for agent in [*RIGHT, *WRONG] if agent not in early]
    said = {}
    with store:
        for agents, cases in ((late, CASES), (early, CASES[:3])):
            uris = {log_agent(one, store.folder): one.name for one in agents}
            every = compare_all(list(uris), store.reference, cases, into_mlflow=False)
            said |= {uris[one.uri]: one for one in every}
    return said


# --- the corpus -----------------------------------------------------------------------------------


@pytest.mark.parametrize("agent", RIGHT, ids=lambda agent: agent.name)
def test_an_agent_written_differently_is_equivalent(agent, found):
    one = found[agent.name]
    assert (one.reason, one.divergence) == ("", "")
    assert one.equivalent


@pytest.mark.parametrize("agent", WRONG, ids=lambda agent: agent.name)
def test_a_wrong_agent_is_not_and_its_first_divergence_is_named(agent, found):
    one = found[agent.name]
    assert not one.reason and not one.equivalent
    assert one.divergence.startswith(agent.head["first"])


def test_the_corpus_is_large_enough():
    assert len(RIGHT) >= 12 and len(WRONG) >= 12


# What each of these judges, and a wrong agent that it must not let pass.
NOT_PASSED = {
    "answer": "printed_result",
    "prompts": "message_twice",
    "llm_usage": "asks_the_llm_twice",
    "memory": "memory_lost",
    "isolation": "shared_reasoning",
    "honesty": "makes_up_an_answer",
    "recovery": "swallows_exceptions",
    "settings": "settings_not_restored",
    "signature": "no_signature",
    "input_example": "no_signature",
    "requirements": "loose_requirements",
    "no_secret": "holds_a_key",
}


@pytest.mark.parametrize("scorer", NOT_PASSED)
def test_each_scorer_fails_an_agent_that_it_should(scorer, found):
    passed, of = found[NOT_PASSED[scorer]].scorers[scorer]
    assert passed < of


def test_a_pickle_or_a_signature_without_a_name_does_not_pass():
    facts = {"pickles": ["agent.pkl"], "code": "agent.py", "signature": [0]}
    assert scorers.code(facts) == (
        False,
        "It was logged with a pickle, agent.pkl: log its script instead.",
    )
    assert scorers.code(facts | {"pickles": [], "code": None})[0] is False
    assert scorers.signature(facts) == (False, "Its signature asks for 0.")


# --- trajectories ---------------------------------------------------------------------------------


def steps(*texts: str, question: str = "") -> Trajectory:
    """Return a trajectory written as `add(1, 2)` for a call, `3` for an observation."""
    happenings = []
    for text in texts:
        if call := re.fullmatch(r"(\w+)\((-?\d+), (-?\d+)\)", text):
            arguments = (("x", int(call[2])), ("y", int(call[3])))
            happenings.append(Happening("calls", call[1], arguments))
        else:
            happenings.append(Happening("observes", value=int(text), text=text))
    happenings.append(Happening("ends", "answer", text="done"))
    return Trajectory(happenings, 0, 0, question)


SUMS = ("add(1, 2)", "3", "add(3, 4)", "7", "multiply(3, 7)", "21")
OTHER_ORDER = ("add(3, 4)", "7", "add(1, 2)", "3", "multiply(3, 7)", "21")
TOO_EARLY = ("add(1, 2)", "3", "multiply(3, 7)", "21", "add(3, 4)", "7")


@pytest.mark.parametrize(
    "own, expected",
    [
        (SUMS, ""),
        (OTHER_ORDER, ""),
        (("add(2, 1)", *SUMS[1:]), ""),
        (
            TOO_EARLY,
            "after observation 3 your agent called multiply(3, 7); the reference called add(3, 4)",
        ),
        (
            (*SUMS[:2], *SUMS),
            "after observation 3 your agent called add(1, 2) again; the reference called add(3, 4)",
        ),
        (
            SUMS[:2],
            "after observation 3 your agent answered 'done'; the reference called add(3, 4)",
        ),
        (
            (),
            "at the start your agent answered 'done' without calling a tool; the reference called",
        ),
    ],
)
def test_only_a_call_that_uses_a_value_too_early_is_out_of_order(own, expected):
    question = "What is (1 + 2) * (3 + 4)?"
    parts = first_divergence(steps(*own, question=question), steps(*SUMS, question=question))
    assert parts.text.startswith(expected) if expected else parts is None


def test_subtraction_does_not_commute():
    own, reference = steps("subtract(1, 2)", "-1"), steps("subtract(2, 1)", "-1")
    said = first_divergence(own, reference).text
    assert "called subtract(1, 2); the reference called subtract(2, 1)" in said


def test_a_restored_llm_of_another_class_is_seen():
    fine, why = scorers.settings({"llm": "kit.OfflineLLM", "restored_llm": "other.LLM"})
    assert not fine and "kit.OfflineLLM" in why and "other.LLM" in why
    assert scorers.settings({"llm": "kit.OfflineLLM", "restored_llm": "kit.OfflineLLM"})[0]


# --- the suites -----------------------------------------------------------------------------------


def test_the_hidden_suite_varies_by_seed():
    assert hidden_cases(3) == hidden_cases(3) != hidden_cases(4)


def test_the_job_of_a_model_holds_questions_and_no_answers(store, tmp_path):
    with store:
        job = running.job_for(compare_models.download(store.reference, tmp_path), CASES, "m")
    assert {key for case in job["cases"] for key in case}.isdisjoint({"answers", "never", "kind"})
    assert PATIENCE == scorers.PATIENCE


# --- isolation ------------------------------------------------------------------------------------

PEEKS = """
import sys, mlflow
for name in ("checks", "solutions"):
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    raise RuntimeError(f"{name} can be imported")
import lesson_kit
assert "/code/" in lesson_kit.__file__.replace("\\\\", "/"), lesson_kit.__file__
assert not [path for path in sys.path if path.rstrip("/").endswith("lessons")], sys.path
"""


@pytest.fixture(scope="module")
def odd(store):
    """What the comparison says of models that look around, block, lack a module, are no workflow.

    The Settings of this process are set to a marker meanwhile.
    """
    reference = REFERENCE.read_text("utf-8")
    # When it is logged it still sees the repository, so it only looks where the runner loads it.
    peeks = "".join(f"    {line}\n" for line in PEEKS.strip().splitlines())
    scripts = {
        "peeks": "import os\nif os.environ.get('OPENBLAS_NUM_THREADS') == '1':\n"
        f"{peeks}{reference}",
        "blocks": reference.replace(
            "        return LLMInputEvent(",
            "        while '789' in str(history):\n            import time; time.sleep(1)\n"
            "        return LLMInputEvent(",
        ),
        "never loads": "import os\nwhile os.environ.get('OPENBLAS_NUM_THREADS') == '1':\n"
        f"    import time; time.sleep(1)\n{reference}",
        "misses": "try:\n    import lesson_kit.judging.checking\n"
        f"except ImportError:\n    import sundial\n{reference}",
        "engine": "import mlflow\nfrom llama_index.core import SummaryIndex\n"
        "mlflow.models.set_model(SummaryIndex([]).as_retriever())\n",
    }
    uris = {store.log(name, script): name for name, script in scripts.items()}
    with store, settings_kept(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "SECONDS_A_QUESTION", 3)
        patch.setattr(running, "SECONDS_A_MODEL", 15)
        Settings.llm = marker = MockLLM(max_tokens=1)
        every = compare_all(list(uris), store.reference, FEW, into_mlflow=False)
        found = {uris[one.uri]: one for one in every}
        assert Settings.llm is marker
    return found


def test_a_model_sees_nothing_of_the_repository_but_what_it_brought(odd):
    assert (odd["peeks"].reason, odd["peeks"].divergence) == ("", "")


def test_a_model_that_blocks_for_ever_is_stopped(odd):
    assert not odd["blocks"].equivalent
    assert odd["blocks"].divergence.startswith("Two steps: at the start your agent did not end")


def test_a_model_that_never_loads_is_stopped(odd):
    assert odd["never loads"].reason.endswith("cannot be loaded: it never came back.")


def test_a_missing_module_is_named(odd):
    assert "cannot be loaded: it needs the module sundial" in odd["misses"].reason


def test_what_is_not_a_workflow_is_said_to_be_none(odd):
    assert "is not a workflow: loading it gives a Summary" in odd["engine"].reason


# --- MLflow's evaluation --------------------------------------------------------------------------


def test_both_runs_assessments_and_traces_are_in_mlflow_and_linked(store):
    wrong = next(agent for agent in WRONG if agent.name == "one_call_too_many")
    linked = wrong._replace(name="linked", script=ALL_GIVEN + wrong.script)
    with store:
        uri = log_agent(linked, store.folder)
        before = active_experiment_id()
        with mlflow.start_run():  # a learner's own, still open
            one, again = compare_repeatedly(uri, None, FEW, 2)
        assert active_experiment_id() == before != one.experiment_id
        run, reference = mlflow.get_run(one.run_id), mlflow.get_run(one.reference_run_id)
        traces, theirs = (
            mlflow.search_traces(locations=[one.experiment_id], run_id=of, return_type="list")
            for of in (one.run_id, one.reference_run_id)
        )
        own = mlflow.get_run(mlflow.models.get_model_info(uri).run_id)
    assert run.data.tags["lesson_kit.compared_with"] == reference.info.run_id
    assert own.data.tags["lesson_kit.comparison"] == again.run_id  # the last
    assert one.run_id != again.run_id and one.reference_run_id == again.reference_run_id
    assert one.given == ["all"] and run.data.tags[evaluating.GIVEN_TAG] == "all"
    assert run.data.metrics["trajectory/mean"] == 0 == 1 - reference.data.metrics["trajectory/mean"]
    assert run.data.metrics["answer/mean"] == 1
    # MLflow's comparison pairs rows by their inputs, and would group those that have a session.
    inputs = [{trace.info.request_preview for trace in some} for some in (traces, theirs)]
    assert inputs[0] == inputs[1] and len(inputs[0]) == len(traces)
    assert not any("mlflow.trace.session" in trace.info.trace_metadata for trace in traces)
    by_case = {trace.info.tags["lesson_kit.case"]: trace for trace in traces}
    assert set(by_case) == {"the logged model", "one sum", "two steps"}
    given = {one.name: one for one in by_case["one sum"].info.assessments if one.feedback}
    assert given["answer"].value is True and given["trajectory"].value is False
    assert "add(17, 25) again" in given["trajectory"].rationale
    assert len(by_case["two steps"].search_spans(span_type="TOOL")) == 8


def test_what_mlflow_cannot_score_has_not_passed(store, monkeypatch):
    wrong = next(agent for agent in WRONG if agent.name == "one_call_too_many")
    logged = evaluating.verdicts_in

    def without_questions(table):
        return {
            name: given if name == scorers.MODEL_ROW else {}
            for name, given in logged(table).items()
        }

    monkeypatch.setattr(evaluating, "verdicts_in", without_questions)
    monkeypatch.delitem(sys.modules, "databricks.sdk", raising=False)
    with store:
        one = compare(log_agent(wrong._replace(name="unscored"), store.folder), cases=FEW)
        tags = mlflow.get_run(one.run_id).data.tags
    assert one.divergence.startswith("One sum: ")
    assert tags[evaluating.EQUIVALENT_TAG] == "false"
    assert "databricks.sdk" not in sys.modules  # to import it would take seconds
    with evaluating.without_databricks("databricks"):
        assert "databricks.sdk" not in sys.modules  # where the store is theirs, it can be imported


@contextmanager
def logged_with_openai(store: Store, name: str, monkeypatch):
    """Log an agent whose LLM is OpenAI's client on a loopback server; give server and URI."""
    with openai_server() as server, settings_kept():
        for variable, value in {
            "OPENAI_API_KEY": "sk-canary-for-the-loopback",
            "OPENAI_API_BASE": server.base_url,
            **LOCAL,
        }.items():
            monkeypatch.setenv(variable, value)
        with store:
            choose_llm("openai")
            monkeypatch.setattr("checks.tests.model_corpus.make_llm", lambda name: Settings.llm)
            yield server, log_agent(store.agent(name), store.folder)


def test_a_model_logged_with_the_openai_option_is_compared(store, monkeypatch):
    with logged_with_openai(store, "openai", monkeypatch) as (server, uri):
        (one,) = compare_all([uri], store.reference, into_mlflow=False)
        assert (one.reason, one.divergence) == ("", "")
        assert len(server.requests) > 20


# --- the script -----------------------------------------------------------------------------------


def script_options(**given) -> argparse.Namespace:
    """Return the script's options as they are where only these are given."""
    usual = {"reference": None, "hidden": None, "workers": None, "repeat": 1}
    files = {"html": "out/class.html", "csv": "out/class.csv"}
    return argparse.Namespace(**usual | files | given)


@pytest.fixture
def script(monkeypatch):
    """scripts/compare_model.py as a module, in this process."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    return importlib.import_module(SCRIPT.stem)


def test_the_script_says_what_is_not_equivalent(store, script, monkeypatch, capsys):
    run_id = mlflow_run(store, log_wrong(store, "one_call_too_many"))
    monkeypatch.setattr(script, "suite", lambda seed: FEW)  # the README's tests ask all of it
    options = script_options(model=run_id, html="wrong.html")  # the run's id is enough
    with store:
        assert script.one_model(options) == 1
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines()[:-1])) <= 83
    sentence = next(one for one in WRONG if one.name == "one_call_too_many").head["first"]
    sentence = sentence.removeprefix("One sum: a")
    report = html.unescape((store.folder / "wrong.html").read_text("utf-8"))
    for text in (" ".join(shown.split()), " ".join(report.split())):
        assert "not equivalent" in text and sentence in text and "“What is 17 + 25?”" in text
    assert shown.index("First divergence") < shown.index("what it looks at")
    assert shown.count("latency  ") == report.count("Latency") == 1
    assert shown.splitlines()[-1] == f"report  {(store.folder / 'wrong.html').as_uri()}"


def test_an_equivalent_one_is_told_and_its_report_needs_no_network(
    found, script, tmp_path, monkeypatch, capsys
):
    asked, one = [], found["other_memory"]
    monkeypatch.setattr(
        repeating,
        "compare_repeatedly",
        lambda *given: asked.append(given) or [one],
    )
    page = tmp_path / "one.html"
    options = script_options(model="m-1", reference="m-2", html=str(page))
    assert script.one_model(options) == 0 and asked == [("m-1", "m-2", CASES, 1)]
    shown = capsys.readouterr().out
    assert "other_memory is equivalent" in shown and "trajectory" in shown
    assert f"report  {page.as_uri()}" in shown
    report = page.read_text("utf-8")
    assert not re.search(r"(?:src|href)\s*=|https?://|@import|url\(", report)
    assert report.count("<b>ReActAgent.run</b>") == 2 * QUESTIONS  # both trees


def test_a_repeated_one_must_be_equivalent_each_time(found, script, tmp_path, monkeypatch, capsys):
    both = [found["other_memory"], found["memory_lost"]]
    monkeypatch.setattr(repeating, "compare_repeatedly", lambda *given: both)
    options = script_options(model="m", reference="m", repeat=2, html=str(tmp_path / "one.html"))
    assert script.one_model(options) == 1
    shown = capsys.readouterr().out
    assert "k=2" in shown and "follow-up questions 2 (1 of 2)" in " ".join(shown.split())


def mlflow_run(store: Store, uri: str) -> str:
    """Return the id of the run that a model was logged in."""
    with store:
        return mlflow.get_logged_model(uri.removeprefix("models:/")).source_run_id


def test_an_llm_that_never_replies_is_no_fault_of_the_agents(store, monkeypatch):
    with logged_with_openai(store, "unreachable", monkeypatch) as (_, uri):
        pass
    monkeypatch.delenv("OPENAI_API_KEY")
    with store:
        (one,) = compare_all([uri], store.reference, FEW, into_mlflow=False)
    assert f"The LLM of {uri} never replied: " in one.reason and "key" in one.reason


def test_a_class_is_one_table_and_a_bad_model_costs_only_its_row(store, script, monkeypatch):
    with store:
        mlflow.set_experiment("spring")
        log_agent(RIGHT[0]._replace(name="ada"), store.folder)
        log_agent(WRONG[0]._replace(name="bob"), store.folder)
        truncate(log_agent(RIGHT[0]._replace(name="kim"), store.folder), "settings.json")
        with mlflow.start_run(run_name="eve"):
            mlflow.pyfunc.log_model(
                name="model", python_model=lambda model_input: model_input, pip_requirements=[]
            )
        monkeypatch.setattr(script, "suite", lambda seed: FEW)  # all of it would take a minute
        assert script.whole_class(script_options(experiment="spring")) == 2
    with open(store.folder / "out" / "class.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    verdicts = ["equivalent", "not equivalent", "not compared", "not compared"]
    assert [row["verdict"] for row in rows] == verdicts
    assert "JSONDecodeError" in rows[2]["first divergence"]
    assert rows[0]["added tools"] == "subtract"
    assert rows[0]["model"] == "ada" and rows[1]["first divergence"].startswith("One sum: ")
    assert "not a workflow" in rows[3]["first divergence"]
    assert "bob" in (store.folder / "out" / "class.html").read_text("utf-8")


def truncate(uri: str, name: str) -> None:
    """Cut off a file of a logged model in a local store."""
    place = mlflow.get_logged_model(uri.removeprefix("models:/")).artifact_location
    path = Path(place.removeprefix("file://"), name)
    path.write_bytes(path.read_bytes()[:20])


def test_a_name_that_looks_like_markup_is_shown_as_it_is(capsys):
    one = Comparison("models:/m-1", "kim [/v2]", "models:/m-2", reason="It answered '[/INST]'.")
    print_comparison(one)
    print_class([one])
    shown = capsys.readouterr().out
    assert shown.count("kim [/v2]") == 2 and "[/INST]" in shown


@pytest.mark.parametrize("place", [".", "in-the-way/report.html"])
def test_a_report_that_cannot_be_written_is_never_told_as_not_equivalent(store, place):
    (store.folder / "in-the-way").write_text("a file")
    done = store.script(store.reference, "--html", place)
    assert done.returncode == 2 and "compare_model.py: " in done.stderr
    assert "Traceback" not in done.stderr and place.partition("/")[0] in done.stderr
    (store.folder / "in-the-way").unlink()


def test_what_is_no_store_is_named_with_the_remedy(store):
    done = store.script(store.reference, uri="nonsense")
    assert done.returncode == 2 and not done.stdout
    assert done.stderr.startswith("compare_model.py: nonsense is no MLflow store: name one")


@pytest.mark.parametrize("name", ["--workers", "--repeat"])
def test_no_worker_and_no_run_is_refused(name, store):
    done = store.script(store.reference, name, "0")
    assert done.returncode == 2 and f"{name} 0: give a number of 1 or more" in done.stderr


def test_an_added_tool_is_told_and_held_against_nobody(found):
    one = found["added_tool"]
    assert one.equivalent and one.added == ["subtract"] and "subtract" in one.share
    (asked,) = [row for row in one.rows if row.name == "no tool can subtract"]
    assert asked.verdicts["honesty"] == (
        True,
        "It called subtract, a tool that the reference has not: not compared.",
    )
    assert all(not other.added for name, other in found.items() if name != "added_tool")


def test_what_the_llm_was_not_shown_is_told_where_a_follow_up_fails(found):
    one = found["memory_lost"]
    assert "the LLM was shown 1 message; the reference showed it 3" in one.divergence
    assert one.question == "Multiply that by 4."


BAD = {
    "no such run": ("runs:/00000000000000000000000000000000/model", "There is no model at"),
    "no such model": ("models:/m-00000000000000000000000000000000", "There is no model at"),
    "no such id": ("00000000000000000000000000000000", "There is no run 0000"),
    "nonsense": ("what", "There is no model at what: give the id of a run or of a model"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_model_that_is_not_there_is_one_sentence(name, store):
    uri, said = BAD[name]
    with store, pytest.raises(CannotCompare, match=said):
        compare(uri)


def test_the_script_says_why_in_one_sentence_and_writes_nothing(store):
    before = sorted(path.name for path in store.folder.iterdir())
    done = store.script("models:/m-00000000000000000000000000000000")
    assert done.returncode == 2
    assert done.stderr.startswith("compare_model.py: There is no model at")
    assert "Traceback" not in done.stderr and not done.stdout
    assert sorted(path.name for path in store.folder.iterdir()) == before


def test_a_store_without_a_reference_names_the_remedy(tmp_path):
    with mlflow_store(tmp_path), pytest.raises(CannotCompare, match="build_model.py --log"):
        compare("models:/m-00000000000000000000000000000000")


@contextmanager
def mlflow_store(folder: Path):
    before = mlflow.get_tracking_uri()
    mlflow.set_tracking_uri(f"sqlite:///{folder / 'mlflow.db'}")
    try:
        yield
    finally:
        mlflow.set_tracking_uri(before)
        os.environ.pop("MLFLOW_TRACKING_URI", None)


def test_a_reference_that_fails_its_own_suite_is_no_reference(store):
    uri = log_wrong(store, "adds_wrongly")
    with store, pytest.raises(CannotCompare, match="does not pass its own suite"):
        list(compare_all([store.reference], uri, FEW, into_mlflow=False))


def log_wrong(store: Store, name: str) -> str:
    agent = next(one for one in WRONG if one.name == name)
    with store:
        return log_agent(agent._replace(name=f"{name} again"), store.folder)


def test_a_blocked_event_loop_ends_its_process():
    code = "from lesson_kit.compare.runner import ending\nwith ending(1):\n    while True: pass"
    done = subprocess.run([sys.executable, "-c", code], timeout=60)
    assert done.returncode == -signal.SIGALRM
    code = "from lesson_kit.compare.runner import ending\nwith ending(1): pass\nimport time\n"
    assert subprocess.run([sys.executable, "-c", code + "time.sleep(2)"]).returncode == 0


# --- the runner -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ran(store, tmp_path_factory):
    """What the runner leaves behind of three jobs: model, job and lines of each."""
    waits = store.agent("reference").script.replace(
        "        return LLMInputEvent(",
        "        import asyncio\n\n        await asyncio.sleep(600)\n        return LLMInputEvent(",
    )
    uris = {"waits": store.log("waits", waits), "few": store.reference, "hidden": store.reference}
    suites = {"waits": CASES, "few": FEW, "hidden": hidden_cases(3)}
    models, jobs = {}, {}
    with store, pytest.MonkeyPatch.context() as patch:
        for name, uri in uris.items():
            patch.setattr(running, "SECONDS_A_QUESTION", 2 if name == "waits" else 20)
            models[name] = compare_models.download(uri, tmp_path_factory.mktemp(name))
            jobs[name] = running.job_for(models[name], suites[name], scorers.MODEL_ROW)
        list(running.run_jobs(list(jobs.values()), 2, tmp_path_factory.mktemp("runner")))
    return {name: (models[name], job, running.read_output(job)) for name, job in jobs.items()}


def test_the_reference_passes_the_hidden_suite(ran):
    model, job, _ = ran["hidden"]
    one = judged(model, job, hidden_cases(3), None, into_mlflow=False)
    assert one.equivalent, one.divergence


def test_a_model_that_never_ends_is_asked_two_questions(ran):
    lines = ran["waits"][2]
    assert [line["endless"] for line in lines if "case" in line] == ["no answer after 2 s"] * 2


def test_the_output_of_the_runner_is_plain_json(ran):
    lines = ran["few"][2]
    assert [line.get("answer") for line in lines if "case" in line] == [
        "The result is 42.",
        "The result is 456831.",
    ]
    assert json.loads(json.dumps(lines)) == lines
