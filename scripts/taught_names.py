"""Tell which names of libraries the lessons teach, and what became of them in another release.

The names are read off the code of the solutions: what is imported, and what is called on that, or
on objects such as `ctx` and `span`. latest.py starts this file with the Python of each environment:

    .venv/bin/python scripts/taught_names.py names.json    # {name: its parameters, or null}
"""

import ast
import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

OURS = "lesson_kit"


def context():
    from llama_index.core.workflow import Context, StartEvent, StopEvent, Workflow, step

    class Small(Workflow):
        @step
        async def only(self, ev: StartEvent) -> StopEvent:
            return StopEvent()

    return Context(Small())


def memory():
    from llama_index.core.memory import ChatMemoryBuffer

    return ChatMemoryBuffer.from_defaults()


def settings():
    from llama_index.core import Settings
    from llama_index.core.llms import MockLLM

    Settings.llm = MockLLM()  # asked for before one is set, it would want a key
    return Settings


def tool():
    from llama_index.core.tools import FunctionTool

    return FunctionTool.from_defaults(fn=lambda x: x, name="same", description="Give x back.")


def trace():
    from mlflow.entities import Trace, TraceData

    return Trace(info=None, data=TraceData(spans=[]))


# What lessons call by these names: what makes one, or its class.
OBJECTS = {
    "ctx": context,
    "Settings": settings,
    "self.memory": memory,
    "tool": tool,
    "trace": trace,
    "agent": "llama_index.core.workflow:Workflow",
    "handler": "workflows.handler:WorkflowHandler",
    "llm": "llama_index.core.llms:LLM",
    "model_info": "mlflow.models.model:ModelInfo",
    "output": "llama_index.core.tools:ToolOutput",
    "self.formatter": "llama_index.core.agent.react:ReActChatFormatter",
    "span": "mlflow.entities:Span",
    "tool_call": "llama_index.core.llms.llm:ToolSelection",
}


def taught(notebooks) -> dict[str, str]:
    """Return {what a learner writes: "module:name" or ":object.name"} of these notebooks' code."""
    imported: dict[str, str] = {}
    chains: set[str] = set()
    for tree in code_of(notebooks):
        imported.update(imports_in(tree))
        chains.update(filter(None, map(chain, ast.walk(tree))))
    names = dict(imported)
    for written in chains:
        for root, place in [*imported.items(), *((name, f":{name}") for name in OBJECTS)]:
            if written.startswith(f"{root}."):
                rest = written.removeprefix(f"{root}.")
                names[written] = f"{place}{'.' if ':' in place else ':'}{rest}"
    return dict(sorted(names.items()))


def keywords(notebooks) -> set[str]:
    """Return the names by which these notebooks' code gives arguments."""
    nodes = [node for tree in code_of(notebooks) for node in ast.walk(tree)]
    return {node.arg for node in nodes if isinstance(node, ast.keyword) and node.arg}


def code_of(notebooks):
    """Yield the code of each cell as a tree."""
    for path in notebooks:
        for cell in json.loads(Path(path).read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                yield ast.parse("".join(cell["source"]))


def imports_in(tree: ast.AST) -> dict[str, str]:
    """Return {name: "module" or "module:name"} of what is imported from other libraries."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update({alias.name: alias.name for alias in node.names})
        elif isinstance(node, ast.ImportFrom):
            found.update({alias.name: f"{node.module}:{alias.name}" for alias in node.names})
    skipped = sys.stdlib_module_names | {OURS}
    return {name: at for name, at in found.items() if at.split(":")[0].split(".")[0] not in skipped}


def chain(node: ast.AST) -> str | None:
    """Return "a.b.c" of such an expression."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) and parts else None


# --- In the Python of one environment -------------------------------------------------------------


def found(place: str):
    """Return what is at a place; raise ImportError or AttributeError where it is not."""
    module, _, way = place.partition(":")
    names = way.split(".") if way else []
    if module:
        value = importlib.import_module(module)
    else:
        root = next(root for root in OBJECTS if way == root or way.startswith(f"{root}."))
        value = OBJECTS[root]
        value = found(value) if isinstance(value, str) else value()
        names = way.removeprefix(root).split(".")[1:]
    for name in names:
        if inspect.isclass(value) and name in getattr(value, "model_fields", ()):
            return value.model_fields[name]
        value = getattr(value, name)
    return value


def parameters(value) -> list[str]:
    """Return the names of the parameters that a callable takes; none where they cannot be read."""
    try:
        return [name for name in inspect.signature(value).parameters if name != "self"]
    except (TypeError, ValueError):
        return []


def look_up(names: dict[str, str]) -> dict[str, list[str] | None]:
    """Return the parameters of what is at each place; None where it is not there."""
    looked_up: dict[str, list[str] | None] = {}
    for name, place in names.items():
        try:
            looked_up[name] = parameters(found(place))
        except (ImportError, AttributeError):
            looked_up[name] = None
    return looked_up


def moved_to(name: str, place: str) -> str:
    """Return how a learner would write what is gone from a place, where it is near; else ""."""
    owner, _, last = name.rpartition(".")
    module, _, way = place.partition(":")
    if not owner:  # it was imported
        loaded = [one for one in sorted(sys.modules) if one.startswith(module.split(".")[0] + ".")]
        public = [one for one in loaded if "._" not in one and hasattr(sys.modules[one], last)]
        return f"`from {min(public, key=len)} import {last}`" if public else ""
    try:
        value = found(f"{module}:{way.rpartition('.')[0]}".rstrip(":"))
    except (ImportError, AttributeError):
        return ""
    for near in dir(value):
        if not near.startswith("_") and hasattr(getattr(value, near, None), last):
            return f"`{owner}.{near}.{last}`"
    return ""


# --- In both --------------------------------------------------------------------------------------


def asked(python, names: dict[str, str], folder: Path) -> dict[str, dict]:
    """Let a Python look names up; return {"found": {name: parameters}, "moved": {name: where}}."""
    path = Path(folder) / "names.json"
    path.write_text(json.dumps(names), encoding="utf-8")
    done = subprocess.run([python, __file__, path], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{python} could not look the names up:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def differences(before: dict[str, dict], after: dict[str, dict], given: set[str]) -> list[str]:
    """Return a sentence for each name that a learner has to write otherwise now.

    Of the parameters only those count that are `given` somewhere in the lessons.
    """
    sentences = []
    for name, had in before["found"].items():
        has = after["found"][name]
        if had is None:
            continue  # known to neither, or only to the newer one
        if has is None:
            now = after["moved"].get(name)
            sentences.append(f"`{name}` is now {now}." if now else f"`{name}` is gone.")
        elif had and "kwargs" not in has and (lost := given & set(had) - set(has)):
            takes = ", ".join(f"`{one}`" for one in has) or "nothing"
            no_more = ", ".join(f"`{one}`" for one in sorted(lost))
            sentences.append(f"`{name}` takes {no_more} no more; it takes {takes}.")
    return sentences


def main() -> None:
    names = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    looked_up = look_up(names)
    gone = [name for name, value in looked_up.items() if value is None]
    moved = {name: moved_to(name, names[name]) for name in gone}
    print(json.dumps({"found": looked_up, "moved": moved}))


if __name__ == "__main__":
    main()
