"""Put logged models through a suite, each in a process of its own, away from the repository.

    python -I runner.py < jobs.json

`run_jobs` in `running.py` starts this file by its path, so it imports nothing of the kit, and
refuses to: a model has only what was logged with it. So it is one file, however long.

The libraries are imported once, here, and each model runs in a child forked from that, or started
anew where processes cannot fork. A child appends to its job's output file one line of JSON a
question, with the answer and the trace, so that a model which never comes back loses only what it
had not answered yet. It knows nothing of the store that the comparison goes into: sqlite bears one
writer, and a model should not be one.
"""

import asyncio
import contextlib
import importlib.util
import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from importlib.machinery import PathFinder
from multiprocessing.connection import wait
from pathlib import Path

REPOSITORY = ("lesson_kit", "checks", "solutions")  # what must come with the model, or not at all
MISBEHAVING = "comparison_llm"  # the module that holds the LLM of the cases with a mode
LIBRARIES = (
    "mlflow.llama_index",
    "mlflow.pyfunc",
    "llama_index.core.agent.react",
    "llama_index.core.memory",
    "llama_index.core.tools",
    "llama_index.llms.openai",
    "workflows",
    # what these import when they are first used
    "IPython.core.interactiveshell",
    "git",
    "llama_index.core.retrievers",
    "mlflow.llama_index.serialize_objects",
    "mlflow.store.tracking.file_store",
    "mlflow.tracing.export.mlflow_v3",
    "mlflow.tracing.processor.mlflow_v3",
    "tiktoken_ext.openai_public",
    "workflows.plugins.basic",
    "workflows.representation",
)
CASE_TAG = "lesson_kit.case"  # on a trace: the question it belongs to
MOST_STOPPED = 2  # questions that may run out of time before a model is asked no more
GRACE = 5  # seconds more than a question may take, before the process is ended
PATIENCE = 60  # replies that an LLM which never finishes gives to one run


class OnlyLogged:
    """Find the repository's packages where the model brought them, and nowhere else."""

    def __init__(self):
        self.before = list(sys.path)

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in REPOSITORY or path is not None:
            return None
        spec = PathFinder.find_spec(name, [one for one in sys.path if one not in self.before])
        if spec is None:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return spec


def leave_repository() -> None:
    """Take the repository off the path, and keep every other finder from finding it."""
    sys.path[:] = [
        one
        for one in sys.path
        if not any(Path(one, name, "__init__.py").exists() for name in REPOSITORY)
    ]
    sys.meta_path.insert(0, OnlyLogged())


# --- one model ------------------------------------------------------------------------------------


def run_model(job: dict) -> None:
    """Load a model and ask it every question of every case; write down what comes back."""
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    with open(job["output"], "a", encoding="utf-8", buffering=1) as output:

        def note(**line) -> None:
            output.write(json.dumps(line) + "\n")

        try:
            trace_into(job["traces"])
            agent, trace = load_traced(job)
        except BaseException as error:
            note(failed=describe(error))
        else:
            workflow = is_workflow(agent)
            note(loaded=type(agent).__name__, workflow=workflow, llm=llm_in_use(), trace=trace)
            if workflow:
                run_cases(job, note)
    os._exit(0)  # whatever threads the model has left behind


def trace_into(folder: str) -> None:
    """Keep the traces of this process in a folder of its own."""
    import mlflow

    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    os.environ["MLFLOW_ENABLE_ASYNC_TRACE_LOGGING"] = "false"  # flushing its queue takes a second
    mlflow.set_tracking_uri(Path(folder).as_uri())
    mlflow.llama_index.autolog(silent=True)


def load(folder: str):
    """Load a model from its folder: its own code first, so that its LLM can be brought back."""
    import mlflow

    if str(Path(folder, "code")) in sys.path:  # loaded before, and twice as fast again
        return mlflow.llama_index.load_model(folder)
    return mlflow.pyfunc.load_model(folder, suppress_warnings=True).get_raw_model()


def load_traced(job: dict) -> tuple:
    """Load a job's model; return it, and a trace that says what was logged and what came back."""
    import mlflow

    with mlflow.start_span(job["about"], span_type="AGENT") as span:
        mlflow.update_current_trace(tags={CASE_TAG: job["about"]})
        span.set_inputs({"input": job["about"]})  # the same in both runs, so that MLflow pairs them
        agent = load(job["model"])
        span.set_outputs({"uri": job["uri"]} | job["facts"] | {"restored_llm": llm_in_use()})
    return agent, mlflow.get_trace(span.trace_id).to_dict()


def is_workflow(agent) -> bool:
    from workflows import Workflow

    return isinstance(agent, Workflow)


def llm_in_use() -> str:
    """Return the class of the LLM in Settings; asking the property would make one up."""
    from llama_index.core import Settings

    kind = type(Settings._llm)
    return "" if Settings._llm is None else f"{kind.__module__}.{kind.__qualname__}"


def describe(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def run_cases(job: dict, note: Callable) -> None:
    """Ask the questions of each case, of agents that were loaded for it alone."""
    made = remember_tools()
    llms = load_llms(job["llm_code"])
    stopped = 0
    for case in job["cases"]:
        made.clear()
        note(begun=case["name"])
        folder = folder_for(job["model"], case.get("llm"))
        agents = [load(folder) for _ in range(case.get("conversations", 1))]
        llms.replies = 0
        if case.get("llm"):
            from llama_index.core import Settings

            Settings.llm = llms.MisbehavingLLM(**case["llm"])
        if case.get("raises"):
            break_tool(made, **case["raises"])
        with ending((case["seconds"] + GRACE) * len(case["questions"])):
            stopped += asyncio.run(run_case(agents, case, llms, note))
        if stopped >= MOST_STOPPED:
            return


@contextlib.contextmanager
def ending(seconds: int) -> Iterator[None]:
    """End this process where this takes longer: its event loop is blocked, and can end no run.

    What has been noted is kept. A system without alarms waits until the model's time is up.
    """
    alarm = getattr(signal, "alarm", lambda seconds: None)
    alarm(seconds)
    try:
        yield
    finally:
        alarm(0)


def remember_tools() -> list:
    """Return the list that every function tool made from now on will be in."""
    from llama_index.core.tools import FunctionTool

    made, construct = [], FunctionTool.__init__

    def remembering(self, *args, **kwargs):
        construct(self, *args, **kwargs)
        made.append(self)

    FunctionTool.__init__ = remembering
    return made


def break_tool(made: list, tool: str, message: str) -> None:
    """Let every tool of this name raise when it is called."""

    def broken(**kwargs):
        raise RuntimeError(message)

    async def broken_async(**kwargs):
        raise RuntimeError(message)

    for one in made:
        if one.metadata.name == tool:
            one._fn, one._async_fn = broken, broken_async


def load_llms(path: str):
    """Load the kit's offline LLM from a file, as a module that settings can name."""
    spec = importlib.util.spec_from_file_location(MISBEHAVING, path)
    module = sys.modules[MISBEHAVING] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    class MisbehavingLLM(module.OfflineLLM):
        """Misbehave as told; count the replies, so that a run without end is noticed."""

        def respond(self, messages):
            module.replies += 1
            return super().respond(messages)

    MisbehavingLLM.__module__ = MISBEHAVING
    module.MisbehavingLLM, module.replies = MisbehavingLLM, 0
    return module


def folder_for(model: str, llm: dict | None) -> str:
    """Return the model's folder, or for a case with an LLM of its own a copy that restores that.

    An agent may keep the LLM it finds while its script runs.
    """
    if not llm:
        return model
    copy = Path(model).parent / "-".join(["with", *map(str, llm.values())])
    if not copy.exists():
        shutil.copytree(model, copy)
        settings = copy / "settings.json"
        known = json.loads(settings.read_text("utf-8")) if settings.exists() else {}
        known["_llm"] = {
            "object_constructor": f"{MISBEHAVING}.MisbehavingLLM",
            "object_kwargs": llm,
        }
        settings.write_text(json.dumps(known), encoding="utf-8")
    return str(copy)


async def run_case(agents: list, case: dict, llms, note: Callable) -> int:
    """Ask a case's questions in turn of its agents, or together; note outcomes and traces.

    Return how many ran out of time.
    """
    import mlflow

    turns = range(len(case["questions"]))
    asking = [ask(agents[turn % len(agents)], case, turn, llms) for turn in turns]
    at_once = len(turns) if case.get("together") else len(agents)
    stopped = 0
    for first in turns[::at_once]:
        for line in await asyncio.gather(*asking[first : first + at_once]):
            trace = mlflow.get_trace(line.pop("trace_id"))
            note(**line, trace=trace and trace.to_dict())
            stopped += "endless" in line and line["seconds"] >= case["seconds"]
    return stopped


async def ask(agent, case: dict, turn: int, llms) -> dict:
    """Ask one question under a span of its own; tell the trace's id, and what came of it."""
    import mlflow

    name = case["name"] if len(case["questions"]) == 1 else f"{case['name']} {turn + 1}"
    line = {"case": case["name"], "turn": turn}
    with mlflow.start_span(name, span_type="AGENT") as span:
        # MLflow's comparison of runs sets beside one another what has the same inputs. It would
        # group what has a session, and sessions of two runs are never the same.
        mlflow.update_current_trace(tags={CASE_TAG: name})
        span.set_inputs({"case": name, "input": case["questions"][turn]})
        line["trace_id"] = span.trace_id
        begun = time.perf_counter()
        line |= await outcome(agent, case, turn, llms)
        line["seconds"] = time.perf_counter() - begun
        span.set_outputs(line.get("answer") or line.get("raised") or line.get("endless"))
    return line


async def outcome(agent, case: dict, turn: int, llms) -> dict:
    """Return a run's answer, or the exception it ended with, or that it had to be ended."""
    handler = None

    async def answer():
        nonlocal handler
        handler = agent.run(input=case["questions"][turn])
        return await handler

    task = asyncio.create_task(answer())
    until = time.monotonic() + case["seconds"]
    while not task.done() and time.monotonic() < until and llms.replies <= PATIENCE:
        await asyncio.wait([task], timeout=0.05)
    if not task.done():
        if handler is not None:
            await asyncio.wait([asyncio.ensure_future(handler.cancel_run())], timeout=1)
        task.cancel()
        await asyncio.wait([task], timeout=1)
        many = llms.replies > PATIENCE
        what = f"after {PATIENCE} replies" if many else f"after {case['seconds']} s"
        return {"endless": f"no answer {what}"}
    try:
        result = task.result()
    except (Exception, asyncio.CancelledError) as error:
        return {"raised": describe(error)}
    return {"answer": str(result), "type": type(result).__name__}


# --- many models ----------------------------------------------------------------------------------


def run_all(jobs: list[dict], workers: int) -> None:
    """Run the jobs, so many at a time; print each one's number when it has ended."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    waiting, under_way = list(enumerate(jobs)), {}
    while waiting or under_way:
        while waiting and len(under_way) < workers:
            number, job = waiting.pop(0)
            process = context.Process(target=run_model, args=(job,))
            process.start()
            under_way[process.sentinel] = (number, process, time.monotonic() + job["seconds"])
        wait(list(under_way), timeout=0.2)
        for sentinel, (number, process, until) in list(under_way.items()):
            if process.is_alive() and time.monotonic() > until:
                process.kill()
                process.join()
            if not process.is_alive():
                process.join()
                del under_way[sentinel]
                print(number, flush=True)


if __name__ == "__main__" or multiprocessing.parent_process() is not None:
    leave_repository()
    # Imported before any model is, and next to nothing done with them: a process that is to fork
    # must have one thread.
    for library in LIBRARIES:
        importlib.import_module(library)
    importlib.import_module("llama_index.core.utils").get_tokenizer()  # for memory
    # MLflow reads YAML at each load of a model, with the loader that is ten times as slow.
    yaml = importlib.import_module("yaml")
    yaml.SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

if __name__ == "__main__":
    given = json.load(sys.stdin)
    run_all(given["jobs"], given["workers"])
