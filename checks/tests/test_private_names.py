"""Names that libraries don't promise to keep: which are used, where, and which have moved."""

import ast
import importlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

# By the only file that may use them: module, and the way to the name in it.
USED = {
    "lessons/lesson_kit/private_names.py": [
        ("llama_index.core", "Settings._llm"),
        ("mlflow.tracing.export.mlflow_v3", "AsyncTraceExportQueue"),
        ("mlflow.tracing.fluent", "_LAST_ACTIVE_TRACE_ID_GLOBAL"),
        ("mlflow.tracing.processor.base_mlflow", "_batch_processor_registry"),
        ("mlflow.tracing.provider", "provider._swap_raw"),
        ("mlflow.tracing.provider", "provider.once._done"),
        ("mlflow.tracking._tracking_service.utils", "_tracking_uri"),
        ("mlflow.tracking.fluent", "_active_experiment_id"),
        ("mlflow.tracking.fluent", "_active_run_stack"),
        ("mlflow.tracking.fluent", "_get_experiment_id"),
        ("workflows.handler", "WorkflowHandler.__init__.__code__.co_names.index('_workflow')"),
    ],
    "lessons/lesson_kit/compare/runner.py": [  # it stands alone
        ("llama_index.core", "Settings._llm"),
        ("llama_index.core.tools", "FunctionTool.from_defaults(fn=print)._fn"),
        ("llama_index.core.tools", "FunctionTool.from_defaults(fn=print)._async_fn"),
    ],
    "checks/grading/autograde.py": [
        ("nbconvert.exporters", "Exporter()._preprocessors"),
        ("nbgrader.converters", "Autograde._init_preprocessors"),
    ],
    "checks/grading/kernels.py": [("nbclient", "NotebookClient._get_timeout")],
}
# Without an underscore, and still in modules that their libraries keep to themselves.
INNER = [
    ("mlflow.llama_index.serialize_objects", "serialize_settings"),
    ("mlflow.models.flavor_backend_registry", "get_flavor_backend"),
    ("mlflow.tracing.client", "TracingClient.log_spans"),
    ("mlflow.tracing.client", "TracingClient.start_trace"),
    ("mlflow.utils", "find_free_port"),
    ("mlflow.utils.autologging_utils", "AUTOLOGGING_INTEGRATIONS"),
    ("mutmut.mutation.mutators", "mutation_operators"),
    ("workflows.events", "StepStateChanged"),
]
PYTHONS_OWN = {"_replace", "_asdict", "_fields", "_exit"}


def gone(module: str, name: str) -> str:
    """Return which name is gone from a module, or ""."""
    try:
        found = importlib.import_module(module)
    except ImportError:
        return f"the module {module} is gone"
    try:
        eval(f"found.{name}", {"found": found})
    except (AttributeError, ValueError) as error:
        return f"{module}: {name} is gone ({error})"
    return ""


def private_names(path: Path) -> set[str]:
    """Return the private names that a file takes from objects of others, patched ones too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and not own(node.value):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("lesson_kit"):
            found.update([*(node.module or "").split("."), *(one.name for one in node.names)])
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "object":
            found.update(one.value for one in node.args if isinstance(one, ast.Constant))
    return {one for one in found if str(one).startswith("_") and not one.startswith("__")}


def own(value: ast.expr) -> bool:
    """Tell whether an attribute is of an object of the file's own class, or of what it extends."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "super"
    return isinstance(value, ast.Name) and value.id in {"self", "cls"}


def test_every_private_name_is_still_where_it_was():
    names = [name for names in USED.values() for name in names] + INNER
    assert list(filter(None, (gone(*name) for name in names))) == []


def test_a_name_that_has_moved_is_named():
    assert gone("mlflow.nowhere", "x") == "the module mlflow.nowhere is gone"
    assert gone("mlflow.tracing.provider", "provider._swapped").startswith(
        "mlflow.tracing.provider: provider._swapped is gone"
    )


def test_private_names_are_used_where_they_are_listed_and_nowhere_else():
    for folder in ("lessons", "checks/grading", "checks/hidden", "checks/proof", "scripts"):
        for path in (ROOT / folder).rglob("*.py"):
            if "answers" in path.parts:
                continue
            file = path.relative_to(ROOT).as_posix()
            listed = set(re.findall(r"\w+", str(USED.get(file, ()))))
            assert private_names(path) - PYTHONS_OWN - listed == set(), file
