"""Judge a diagnosis of an agent by its trace (5.7)."""

from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import show
from lesson_kit.judging.reading_traces import failing_tool, read

DIAGNOSES = (
    "unparseable output",
    "wrong arguments",
    "raising tool",
    "unknown tool",
    "never finishes",
    "healthy",
)

NONE_OF_THE_SIX = Finding(
    "5.7/none-of-the-six", "That is none of the six texts: letter by letter, in small letters."
)
SAME_FOR_ANOTHER = Finding(
    "5.7/same-for-another",
    "It says the same of this agent, whose trouble is another: look for what tells the two apart.",
)


def agent_with(learner, diagnosis: str) -> dict:
    """Draw a run of an agent that has this diagnosis."""
    x, y = numbers(learner, 2)
    run: dict = {"question": f"What is {x} + {y}?"}
    if diagnosis == "raising tool":
        return run | {"tools": [failing_tool(learner, "add")]}
    mode = {
        "unparseable output": {"mode": "unparseable"},
        "wrong arguments": {"mode": "wrong_arguments"},
        "unknown tool": {"mode": "unknown_tool"},
        "never finishes": {"mode": "endless", "max_rounds": 2},
        "healthy": {},
    }
    return run | mode[diagnosis]


def diagnosis_is(learner, scenario: dict, expected: str, why: Finding) -> None:
    """Fail unless diagnose says so of this run, and not of an agent with another diagnosis.

    `why` says what in the trace tells.
    """
    run = "a healthy agent" if expected == "healthy" else "a misbehaving agent"
    outcome = read(learner, "diagnose", scenario, run=run)
    if outcome.ok and isinstance(outcome.value, str) and outcome.value not in DIAGNOSES:
        why = NONE_OF_THE_SIX
    outcome.returns(expected, why)
    other = learner.random.choice([name for name in DIAGNOSES if name != expected])
    outcome = read(learner, "diagnose", agent_with(learner, other), run="another agent")
    if outcome.ok and outcome.value == expected:
        outcome.fail(SAME_FOR_ANOTHER, show(other))
