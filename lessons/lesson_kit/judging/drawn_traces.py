"""Draw traces that no agent has left, as plain data: see `lesson_kit.probes.made_traces`.

A run of the real agent always has the same shape. These have others: deeper, side by side, with
several tool calls in a step, and with spans that a tool or somebody's own code has left.
"""

from lesson_kit.judging.drawing import numbers, words

STEP = "ReActAgent."
RUN = "ReActAgent.run"
BY_AGENT = "ReActAgent.handle_tool_calls"
PARSE = "ReActOutputParser.parse"
DRAWN_ERRORS = ["KeyError", "OSError", "RuntimeError", "ValueError", "json.decoder.JSONDecodeError"]


class DrawnTrace:
    """A trace in the making: its spans in order of time, as plain data."""

    def __init__(self, spans: list[dict] | None = None):
        self.spans = [] if spans is None else spans

    def add(self, name: str, parent: int | None = None, **about) -> int:
        """Add a span and return its index; what is None is left out."""
        kept = {key: value for key, value in about.items() if value is not None}
        self.spans.append({"name": name, "parent": parent} | kept)
        return len(self.spans) - 1

    def call(self, parent: int | None, tool: str, arguments: dict, raises=None, inside=()) -> int:
        """Add the two spans of a tool call; `inside` are calls that this tool makes itself."""
        about = {
            "type": "TOOL",
            "inputs": {"kwargs": arguments} if arguments else {},  # as MLflow has it
            "attributes": {"name": tool, "description": f"Stand in for {tool}."},
            "raises": raises,
        }
        outer = self.add("FunctionTool.__call__", parent, **about)
        inner = self.add("FunctionTool.call", outer, **about)
        for one in inside:
            self.call(inner, **one)
        return outer

    def reply(self, run: int, llm: str, usage: dict, parsed: dict | None, raises=None) -> None:
        """Add the spans of one reply of the LLM, up to its parsing."""
        self.add(f"{STEP}prepare_llm_prompt", run)
        step = self.add(f"{STEP}invoke_llm", run)
        self.add(f"{llm}.achat", step, type="CHAT_MODEL", attributes={"usage": usage})
        step = self.add(f"{STEP}handle_llm_response", run)
        self.add(PARSE, step, outputs=parsed, raises=raises)

    def tool_calls(self, run: int, calls: list[dict]) -> int:
        """Add a step that is asked for these calls, and the calls that it makes.

        A call is a dict with `tool`, `arguments` and, where it has them, `raises`, `inside` and
        `made`, which is false for one that leaves no span.
        """
        wished = [
            {"tool_id": one["tool"], "tool_name": one["tool"], "tool_kwargs": one["arguments"]}
            for one in calls
        ]
        step = self.add(BY_AGENT, run, inputs={"ctx": "", "ev": {"tool_calls": wished}})
        for one in calls:
            if one.get("made", True):
                self.call(step, **{name: one[name] for name in one if name != "made"})
        return step


def drawn_usage(learner) -> dict:
    """Draw what an LLM reports of a reply; some report more than three numbers, even nested."""
    prompt, completion, cached = (learner.random.randint(10, 900) for _ in range(3))
    usage = {"prompt_tokens": prompt, "completion_tokens": completion}
    extra = {"reasoning_tokens": cached, "audio_tokens": 0, "details": {"cached": 0, "tier": None}}
    if learner.random.random() < 0.3:
        return usage | {"total_tokens": prompt + completion}
    return usage | {"total_tokens": prompt + completion + cached} | extra


def drawn_run(learner, rounds: list[dict], around=(), before=None, llm="SomeLLM") -> list[dict]:
    """Return the spans of an agent's run with these rounds, inside spans of these names.

    A round is a dict with `calls` (see `DrawnTrace.tool_calls`), `unparseable` (an exception's
    type) or `answer` (a text). `before` adds what comes before the run: it gets the trace and the
    index of the innermost span around.
    """
    trace, inside = DrawnTrace(), None
    for name in around:
        inside = trace.add(name, inside)
    if before:
        before(trace, inside)
    run = trace.add(RUN, inside, inputs={"input": "?"}, outputs={"result": "…"})
    trace.add(f"{STEP}new_user_msg", run)
    for one in rounds:
        parsed = None
        if "answer" in one:
            parsed = {"thought": "I can answer.", "response": one["answer"]}
        elif "calls" in one:
            first = one["calls"][0]
            parsed = {"thought": "A tool helps me to a response.", "action": first["tool"]}
            parsed["action_input"] = first["arguments"]
        trace.reply(run, llm, drawn_usage(learner), parsed, one.get("unparseable"))
        if "calls" in one:
            trace.tool_calls(run, one["calls"])
    return trace.spans


def drawn_tree(learner, size: int, deep: int = 5) -> list[dict]:
    """Draw a tree of spans with few names, so deep at least, whose branches take turns in time."""
    names = [*words(learner, 3), "ReActAgent.run", "FunctionTool.call"]
    trace = DrawnTrace()
    for index in range(size):
        if index <= deep:
            parent = index - 1 if index else None
        elif index == deep + 1:
            parent = 0  # a branch of its own, and then back to the first one
        elif index == deep + 2:
            parent = learner.random.randint(1, deep)
        else:
            parent = learner.random.randrange(index - 1)
        trace.add(learner.random.choice(names), parent)
    return trace.spans


def ways(spans: list[dict]) -> list[tuple[int, ...]]:
    """Return for each span the indices from the root down to it."""
    found: list[tuple[int, ...]] = []
    for index, span in enumerate(spans):
        parent = span["parent"]
        found.append((*(found[parent] if parent is not None else ()), index))
    return found


def two_sums(learner) -> list[dict]:
    """Draw two rounds in each of which `add` is called, with other numbers."""
    return [
        {"calls": [{"tool": "add", "arguments": dict(zip("xy", numbers(learner, 2), strict=True))}]}
        for _ in range(2)
    ]
