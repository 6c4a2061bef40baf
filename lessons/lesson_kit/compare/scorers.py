"""Score a model beside the reference: MLflow scorers that need no LLM and no network.

Each scorer is a judgement on one row, which is a question with what both models made of it, or the
logged model itself. A judgement is None where it does not apply, else whether it passes, and why.
"""

import re
from collections.abc import Callable

from lesson_kit.compare.divergence import numbers
from lesson_kit.compare.rows import MODEL_ROW, Row
from lesson_kit.compare.suite import HONESTY, ISOLATION, MEMORY, RECOVERY
from lesson_kit.compare.trajectory import shorten
from lesson_kit.offline_llm import count_tokens

CASE_TAG = "lesson_kit.case"  # on each trace: the name of its row
PATIENCE = 60  # replies, as in runner.py, which can import nothing
MORE_TOKENS = 2  # times the reference's, for a prompt or a memory of another kind
# What stands around an answer in the text of an object, or of a whole reply, that holds it.
PRINTED = re.compile(
    r"\w=|(?:^|[\[({,]\s?|['\"]:\s?)['\"]$|^[\[({<]|^assistant:|\b(?:Thought|Action|Answer):"
)

Judgement = tuple[bool, str] | None

# --- judgements on a question ---------------------------------------------------------------------


def answer(row: Row) -> Judgement:
    """The answer is text and holds the right number, or none where none can be right."""
    said, expected = row.outcome.get("answer"), row.case["answers"][row.turn]
    if said is None:
        return False, f"There is no answer: it {ended(row.outcome)}."
    if row.outcome.get("type") != "str":
        return False, f"The answer is of type {row.outcome['type']}, not text."
    if expected is not None and str(expected) not in numbers(said):
        return False, f"It answered {shorten(said)!r}; right is {expected}."
    if printed(said, row.own.answer):
        return False, (
            f"It answered a printed object, {shorten(said)!r}; the LLM's answer in it is "
            f"{shorten(row.own.answer)!r}."
        )
    if row.own_tool:
        return True, elsewhere(row)
    made_up = [one for one in row.case.get("never", ()) if str(one) in numbers(said)]
    if made_up:
        return False, f"It answered {made_up[0]}, which no tool has told it."
    return bool(said.strip()), f"It answered {shorten(said)!r}."


def printed(said: str, answer: str) -> bool:
    """Tell whether a result is the text of something that holds the LLM's answer."""
    said, answer = " ".join(said.split()), " ".join(answer.split())
    return bool(answer) and answer in said and bool(PRINTED.search(said.partition(answer)[0]))


def elsewhere(row: Row) -> str:
    return f"It called {row.own_tool}, a tool that the reference has not: not compared."


def ended(outcome: dict) -> str:
    """Return how a run ended that gave no answer."""
    if "raised" in outcome:
        return f"raised {shorten(outcome['raised'])}"
    return f"did not end, {outcome['endless']}"


def trajectory(row: Row) -> Judgement:
    """It went the way that the reference went, or one that amounts to the same."""
    if row.own_tool:
        return True, elsewhere(row)
    parts = row.trajectory_parts()
    return (False, f"{parts.text}.") if parts else (True, "The same steps as the reference.")


def prompts(row: Row) -> Judgement:
    """The LLM was shown tools, conversation and reasoning as by the reference, in any words."""
    if not row.own.prompts:
        return None
    parts = row.prompts_part()
    return (False, f"{parts.text}.") if parts else (True, "The LLM was shown the same.")


def llm_usage(row: Row) -> Judgement:
    """It asked the LLM no more often than the reference, and with no more than twice the tokens."""
    own, reference = row.own, row.reference
    beside = (
        f"{own.llm_calls} LLM calls and {own.tokens} tokens; "
        f"the reference: {reference.llm_calls} and {reference.tokens}."
    )
    if row.endless:  # how many rounds are enough is the author's choice
        return own.llm_calls <= PATIENCE, beside
    if row.own_tool:
        return True, elsewhere(row)
    most = MORE_TOKENS * reference.tokens + own.llm_calls * tokens_of_added_tools(row)
    return own.llm_calls <= reference.llm_calls and own.tokens <= most, beside


def tokens_of_added_tools(row: Row) -> int:
    """Return the tokens that tools of its own may take in each prompt: twice what they say."""
    added = set(row.own.added_tools(row.reference))
    offered = {name: tool for one in row.own.prompts for name, tool in one.tools.items()}
    return sum(MORE_TOKENS * count_tokens(tool.text) for n, tool in offered.items() if n in added)


def recovery(row: Row) -> Judgement:
    """After a misbehaviour it told the LLM what went wrong, and went on to an answer."""
    if row.case["kind"] != RECOVERY:
        return None
    fine, why = answer(row)
    if not fine:
        return fine, why
    failures = [one for one in row.own.happenings if one.kind == "observes" and one.value is None]
    told = row.case.get("observed", "")
    if not row.endless and not any(told in one.text and one.text for one in failures):
        what = f" with “{told}”" if told else ""
        return False, f"The LLM never observed what went wrong{what}."
    return True, "It recovered."


def memory(row: Row) -> Judgement:
    """A follow-up question was understood."""
    return answer(row) if row.case["kind"] == MEMORY and row.turn else None


def isolation(row: Row) -> Judgement:
    """Of runs at once, each kept to its own question, and to its own conversation."""
    if row.case["kind"] != ISOLATION:
        return None
    fine, why = answer(row)
    return trajectory(row) if fine else (fine, why)


def honesty(row: Row) -> Judgement:
    """It made up no result, and called no tool, where no tool could help."""
    if row.case["kind"] != HONESTY:
        return None
    if row.own_tool:
        return answer(row)
    called = [one.what for one in row.own.happenings if one.kind == "calls"]
    return (False, f"It called {called[0]}.") if called else answer(row)


QUESTIONS: dict[str, Callable[[Row], Judgement]] = {
    one.__name__: one
    for one in (answer, trajectory, prompts, llm_usage, recovery, memory, isolation, honesty)
}


# --- judgements on the logged model ---------------------------------------------------------------


def code(facts: dict) -> Judgement:
    """It loads from code, not from a pickle."""
    if facts["pickles"]:
        return False, f"It was logged with a pickle, {facts['pickles'][0]}: log its script instead."
    return bool(facts["code"]), f"It loads from {facts['code'] or 'no script'}."


def settings(facts: dict) -> Judgement:
    """The LLM that was logged is no dummy, and loading the model brings it back."""
    logged, restored = facts["llm"], facts["restored_llm"]
    if not logged:
        return False, "No LLM was logged with it: set Settings.llm before log_model."
    if logged.endswith(".MockLLM"):
        return False, "The LLM that was logged is MockLLM, a dummy: set Settings.llm again first."
    if logged != restored:
        return False, f"It was logged with {logged}, and loading it gives {restored or 'none'}."
    return True, f"Loading it brings back {logged}."


def signature(facts: dict) -> Judgement:
    """Its signature asks for "input"."""
    names = facts["signature"]
    if names is None:
        return False, "It was logged without a signature: give log_model an input example."
    return names == ["input"], f"Its signature asks for {', '.join(map(str, names)) or 'nothing'}."


def input_example(facts: dict) -> Judgement:
    """An input example was logged."""
    if not facts["input_example"]:
        return False, "It was logged without an input example."
    return True, "An input example was logged."


def requirements(facts: dict) -> Judgement:
    """Every requirement is pinned, and the libraries that the agent imports are among them."""
    lines = [line for line in map(str.strip, facts["requirements"]) if line and line[0] not in "#-"]
    loose = [line for line in lines if "==" not in line and " @ " not in line]
    if loose:
        return False, f"The requirement {loose[0]} has no exact version."
    names = {line.partition("==")[0].strip().lower() for line in lines}
    if not {name for name in names if name.startswith("llama-index")}:
        return False, "Its requirements do not name llama-index."
    return True, f"{len(lines)} requirements, each with an exact version."


def no_secret(facts: dict) -> Judgement:
    """No key lies in its files."""
    if facts["secrets"]:
        return False, f"A key lies in {facts['secrets'][0]}: take it out, and revoke it."
    return True, "No key lies in its files."


MODEL: dict[str, Callable[[dict], Judgement]] = {
    one.__name__: one for one in (code, settings, signature, input_example, requirements, no_secret)
}


def judge(judgements: dict, subject: Row | dict) -> dict[str, tuple[bool, str]]:
    """Return the judgements that apply to a question or to the facts of a model, by name."""
    given = {name: one(subject) for name, one in judgements.items()}
    return {name: verdict for name, verdict in given.items() if verdict is not None}


# --- as MLflow scorers ----------------------------------------------------------------------------


def make_scorers(rows: dict[str, Row], facts: dict) -> list:
    """Return two MLflow scorers: of the trace that a question left, and of the logged model."""
    about = {MODEL_ROW: facts}
    return [as_scorer("question", QUESTIONS, rows.get), as_scorer("model", MODEL, about.get)]


def as_scorer(name: str, judgements: dict, subject_of: Callable):
    """Return judgements as one MLflow scorer, which gives a trace a feedback for each.

    MLflow reads a scorer's source each time it is called, so many would be slow.
    """
    from mlflow.entities import Feedback
    from mlflow.genai.scorers import scorer

    @scorer(name=name, description=", ".join(judgements))
    def judged(trace):
        subject = subject_of(trace.info.tags.get(CASE_TAG))
        given = {} if subject is None else judge(judgements, subject)
        return [
            Feedback(name=one, value=passes, rationale=why) for one, (passes, why) in given.items()
        ]

    return judged
