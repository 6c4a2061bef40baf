"""Answer questions about a learner's namespace with plain data.

A check never holds a learner's object. It sends a request, which is JSON, and gets a reply, which
is JSON too: so the same check runs in the notebook, under pytest, and from outside the kernel.
Nothing in this package knows what the right answer is. `judging.learner` uses it, and nobody else;
its modules of plain data are used by judges and checks too.

Arguments are plain data, with two kinds of placeholder: `the("tools")` stands for the object that
the learner called so, and `new("module.Class", field=…)` for a new object of a library class.

What every request goes through, there and back, stands in one file, to be judged as a whole.
"""

import builtins
import contextlib
import contextvars
import ctypes
import importlib
import inspect
import io
import json
import linecache
import math
import os
import pkgutil
import sys
import threading
import time
import types
import typing
import warnings

from lesson_kit.probes import skipped_waits
from lesson_kit.probes.replies import Raised, Reply, is_cell

LONGEST_TEXT = 20_000
MOST_ITEMS = 500
DEEPEST = 12
# What several requests in one message may take before the rest is left for another message.
MOST_SECONDS = 0.5  # so little is done for nothing where what comes first is wrong
MOST_CHARACTERS = 500_000  # of their replies
WITH_STATE = ("made_tools", "kept_arguments")  # what they record is of one request alone
# Holds True once a run of this answer had nothing left to do: the next is waited for less long.
RAN_DRY: contextvars.ContextVar[list[bool]] = contextvars.ContextVar("RAN_DRY")


class Missing(Exception):
    """A name that a check needs is not in the learner's namespace."""


class Stopped(BaseException):
    """Raised inside learner code that has run too long."""


def answer(request: str, namespace: dict | None = None) -> str:
    """Carry out one JSON request on the namespace and return the JSON reply.

    A request of several, `each`, is carried out in order, as far as time goes.
    """
    if namespace is None:
        from IPython import get_ipython

        namespace = get_ipython().user_ns
    request = json.loads(request)
    if "each" in request:
        reply: dict = {"replies": _replies(request["each"], namespace)}
    else:
        reply = _reply(request, namespace)
    if "id" in request:  # tells a reply to this very request from any other
        reply["id"] = request["id"]
    return json.dumps(reply)


def _replies(requests: list[dict], namespace: dict) -> list[str]:
    """Return the JSON replies to the first of these requests, and to the rest as far as time goes.

    So one that takes long is the last, and each has all of its own time.
    """
    begun = time.monotonic()
    replies: list[str] = []
    ran_dry = False
    for request in requests:
        for name in WITH_STATE:
            sys.modules.pop(f"{__name__}.{name}", None)
        reply = _reply(request | {"ran_dry": request["ran_dry"] or ran_dry}, namespace)
        ran_dry = reply["ran_dry"]
        replies.append(json.dumps(reply))
        late = time.monotonic() - begun > MOST_SECONDS
        if late or sum(map(len, replies)) > MOST_CHARACTERS:
            break
    return replies


def _reply(request: dict, namespace: dict) -> Reply:
    """Carry out one request on the namespace."""
    module_name, _, function_name = request["op"].rpartition(".")
    module = importlib.import_module(f"{__name__}.{module_name}" if module_name else __name__)
    operation = getattr(module, function_name)
    if not getattr(operation, "is_probe", False):
        raise ValueError(f"{request['op']} is not a probe")
    ran_dry = [request["ran_dry"]]
    reply = _observe(operation, namespace, request["args"], request["timeout"], ran_dry)
    reply["ran_dry"] = ran_dry[0]
    return reply


def warm_up(libraries: list[str], megabytes: int = 0) -> None:
    """Import what is needed, from nowhere beside the notebook, and limit this process.

    `megabytes` is the most address space that it may take; 0 sets no limit.
    """
    os.environ.pop("PYTHONSAFEPATH", None)  # only this process has to start without the folder
    path = list(sys.path)
    sys.path[:] = [entry for entry in path if entry not in ("", ".", os.getcwd())]
    try:
        for library in libraries:
            importlib.import_module(library)
    finally:
        sys.path[:] = path
    if megabytes:
        with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
            import resource

            most = megabytes * 2**20
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def probe(function):
    """Mark a function `(namespace, **arguments)`, sync or async, as one that a request may name."""
    function.is_probe = True
    return function


def _observe(
    operation, namespace: dict, arguments: dict, timeout: float, ran_dry: list[bool]
) -> Reply:
    """Run the operation in a thread with an event loop of its own; tell all that happened."""
    reply: Reply = {}
    printed = io.StringIO()

    def work():
        RAN_DRY.set(ran_dry)  # in this thread, and in all that it awaits
        try:
            with untraced():
                decoded = {name: decode(value, namespace) for name, value in arguments.items()}
                value = operation(namespace, **decoded)
                if inspect.isawaitable(value):
                    value = skipped_waits.run(value)
                reply["value"], reply["type"] = plain(value), type(value).__name__
        except Missing as missing:
            reply["missing"] = str(missing)
        except Stopped:
            pass
        except BaseException as error:  # SystemExit and friends are outcomes too, not ours
            reply["raised"] = describe_error(error)

    # A thread, because a notebook cell already runs inside the kernel's event loop.
    thread = threading.Thread(target=work, daemon=True)
    with (
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("always", RuntimeWarning)  # "never awaited", also the second time
        thread.start()
        thread.join(timeout)
        if thread.is_alive():
            reply = {"timeout": timeout, "stuck": not _stop(thread)}
    reply["printed"] = printed.getvalue()[:LONGEST_TEXT]
    return reply


def _stop(thread: threading.Thread) -> bool:
    """Raise `Stopped` in a thread until it ends; tell whether it did.

    Once is not enough: in a finalizer or a weak reference's callback Python drops the exception,
    and an event loop puts one that hits a callback into its log.
    """
    stop = ctypes.py_object(Stopped)
    for _ in range(4):
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), stop)
        thread.join(0.5)  # what ends puts back what it changed
        if not thread.is_alive():
            return True
    return False


@contextlib.contextmanager
def untraced():
    """Keep what a check runs out of the learner's traces: MLflow stops listening for a while."""
    instrumentation = sys.modules.get("llama_index.core.instrumentation")
    if "mlflow" not in sys.modules or instrumentation is None:
        yield
        return
    dispatcher = instrumentation.get_dispatcher()
    handlers = dispatcher.span_handlers, dispatcher.event_handlers
    dispatcher.span_handlers, dispatcher.event_handlers = map(without_mlflow, handlers)
    try:
        yield
    finally:
        dispatcher.span_handlers, dispatcher.event_handlers = handlers


def without_mlflow(handlers: list) -> list:
    """Return a dispatcher's handlers but for MLflow's."""
    return [one for one in handlers if not type(one).__module__.startswith("mlflow.")]


# --- from the request's plain data to objects, and back -------------------------------------------


def decode(value, namespace: dict):
    """Replace the placeholders in plain data with the objects that they stand for."""
    if isinstance(value, list):
        return [decode(item, namespace) for item in value]
    if not isinstance(value, dict):
        return value
    if "$the" in value:
        return find(namespace, value["$the"])
    if "$new" in value:
        cls = find(namespace, value["$new"])
        return cls(**{name: decode(item, namespace) for name, item in value["with"].items()})
    return {name: decode(item, namespace) for name, item in value.items()}


def find(namespace: dict, path: str):
    """Return what a name stands for: the learner's first, then `module.Class` of a library."""
    name, *attributes = path.split(".")
    # A module that the learner imported is the library's: `lesson_kit` alone knows no submodule.
    if name in namespace and not (attributes and isinstance(namespace[name], types.ModuleType)):
        found = namespace[name]
        for attribute in attributes:
            if not hasattr(found, attribute):
                raise Missing(path)
            found = getattr(found, attribute)
        return found
    if attributes:
        return pkgutil.resolve_name(path)
    if hasattr(builtins, path):
        return getattr(builtins, path)
    raise Missing(path)


def plain(value, depth: int = 0):
    """Return the value as JSON data; any other object becomes a dict with its `$type`."""
    if depth > DEEPEST:
        return {"$type": type(value).__name__, "text": "…"}
    if value is None or type(value) in (bool, int):
        return value
    if type(value) is float:
        return value if math.isfinite(value) else {"$type": "float", "text": repr(value)}
    if type(value) is str:
        return value[:LONGEST_TEXT]
    if type(value) in (list, tuple, set, frozenset):
        return [plain(item, depth + 1) for item in list(value)[:MOST_ITEMS]]
    if type(value) is dict:
        return {str(key): plain(item, depth + 1) for key, item in list(value.items())[:MOST_ITEMS]}
    described: dict = {"$type": type(value).__name__}
    if isinstance(value, BaseException):
        return described | {"text": str(value)[:LONGEST_TEXT]}
    if not isinstance(value, type):
        for attribute in ("content", "result"):  # what messages, tool outputs and events carry
            with contextlib.suppress(Exception):
                described[attribute] = plain(getattr(value, attribute), depth + 1)
        fields = getattr(type(value), "model_fields", None)
        for field in fields if isinstance(fields, dict) else ():
            with contextlib.suppress(Exception):
                described[field] = plain(getattr(value, field), depth + 1)
    with contextlib.suppress(Exception):
        described["text"] = str(value)[:500]
    return described


def describe_error(error: BaseException) -> Raised:
    """Return an exception as data: type, text, and where in the learner's code it came from."""
    described = {
        "type": type(error).__name__,
        "types": [base.__name__ for base in type(error).__mro__],
        "text": str(error)[:2000],
    }
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if is_cell(filename):
            line = linecache.getline(filename, trace.tb_lineno).strip()
            described["line"], described["source"] = trace.tb_lineno, line[:200]
            described["function"] = trace.tb_frame.f_code.co_qualname
        trace = trace.tb_next
    return described


# --- the basic questions --------------------------------------------------------------------------


@probe
def call(namespace, target: str, args: list, kwargs: dict):
    """Call what a name stands for; a coroutine is awaited."""
    return find(namespace, target)(*args, **kwargs)


@probe
def describe(namespace, name: str) -> dict:
    """Return what can be read off what a name stands for: see `describe_object`."""
    return describe_object(find(namespace, name))


def describe_object(found) -> dict:
    """Return what can be read off an object without calling it, as plain data."""
    described = {
        "kind": "class" if isinstance(found, type) else "function" if callable(found) else "value",
        "type": type(found).__name__,
        "doc": inspect.getdoc(found) if isinstance(found, type) or callable(found) else None,
    }
    if isinstance(found, type):
        described["bases"] = [base.__name__ for base in found.__mro__[1:]]
        if "__doc__" not in vars(found) or vars(found)["__doc__"] is None:
            described["doc"] = None  # getdoc would give the base class's
        described["fields"] = {
            name: {"annotation": annotation(field.annotation), "required": field.is_required()}
            for name, field in getattr(found, "model_fields", {}).items()
        }
    elif callable(found):
        signature = inspect.signature(found)
        described["parameters"] = {
            name: annotation(parameter.annotation)
            for name, parameter in signature.parameters.items()
        }
        described["returns"] = annotation(signature.return_annotation)
    return described


def annotation(hint) -> str | None:
    """Return a type hint in one spelling: no modules, `Annotated` unwrapped, unions sorted."""
    if hint is inspect.Parameter.empty:
        return None
    if isinstance(hint, str):
        return hint.rpartition(".")[2] if "[" not in hint and "|" not in hint else hint
    if hint is None or hint is type(None):
        return "None"
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return annotation(typing.get_args(hint)[0])
    if origin in (typing.Union, types.UnionType):
        return " | ".join(sorted(annotation(member) for member in typing.get_args(hint)))
    if origin is not None:
        inside = ", ".join(
            annotation(member) if not isinstance(member, list) else "…"
            for member in typing.get_args(hint)
        )
        return f"{getattr(origin, '__name__', origin)}[{inside}]"
    return getattr(hint, "__name__", str(hint))
