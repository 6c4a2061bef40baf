"""Make payloads for a learner's events, and judge what an event class takes and refuses."""

from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed


def message(content: str) -> dict:
    """Stand for a user's chat message."""
    return new("llama_index.core.llms.ChatMessage", role="user", content=content)


def response(content: str) -> dict:
    """Stand for a reply of the LLM."""
    return new("llama_index.core.llms.ChatResponse", message=message(content))


def tool_call(name: str, **arguments) -> dict:
    """Stand for the LLM's wish to call a tool."""
    tool_selection = "llama_index.core.llms.llm.ToolSelection"
    return new(tool_selection, tool_id="1", tool_name=name, tool_kwargs=arguments)


def tool_output(content: str) -> dict:
    """Stand for what a tool gave back."""
    output = "llama_index.core.tools.ToolOutput"
    return new(output, content=content, tool_name="add", raw_input={}, raw_output=content)


def is_event(learner, name: str) -> dict:
    """Fail unless the name stands for a class based on Event; return its description."""
    outcome = learner.describe(name)
    seen = outcome.obtained("a class based on Event")
    if "Event" not in seen.get("bases", []):
        raise Failed(
            f"A workflow passes on events and nothing else: write class {name}(Event).",
            name,
            "a class based on Event",
            f"a {seen['kind']} without Event among its bases",
        )
    return seen


def carries(learner, name: str, field: str, value) -> dict:
    """Fail unless an event can be made with this value in its declared field; return it as data."""
    is_event(learner, name)
    outcome = learner.call(name, **{field: value})
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        cls = (value[0] if isinstance(value, list) else value)["$new"].rpartition(".")[2]
        what = f"a list of {cls}" if isinstance(value, list) else f"one {cls}"
        outcome.fail(
            f"It refuses a good payload: {field} holds {what}. Compare name and type of the field."
        )
    event = outcome.obtained(f"a {name}")
    if not isinstance(event, dict) or field not in event:
        outcome.fail(
            f"{name} does not declare {field}. In the body of the class, write the name, a colon "
            "and the type."
        )
    return event


def requires(learner, name: str, field: str) -> None:
    """Fail unless an event without its payload is refused."""
    learner.call(name).raises(
        "ValidationError",
        meaning=f"An empty {name} should fail at once: {field} is required when it has a type "
        "and no default.",
    )


def refuses(learner, name: str, field: str, value, meaning: str) -> None:
    """Fail unless this wrong payload is refused."""
    learner.call(name, **{field: value}).raises("ValidationError", meaning=meaning)
