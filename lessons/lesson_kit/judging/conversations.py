"""Judge the conversation that a chatting agent keeps from run to run (4.6)."""

from lesson_kit.judging.agent_parts import in_one_line
from lesson_kit.judging.agent_runs import (
    NO_ANSWERS,
    NO_HISTORY,
    NO_QUESTION,
    OTHER_ROLE,
    question_of,
)
from lesson_kit.judging.agent_stores import keeps_its_start
from lesson_kit.judging.drawing import factor
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import result_of
from lesson_kit.probes.computed import number_of

NOT_THE_REPLY = Finding(
    "4.6/not-the-reply",
    "The result is the text of the reply, all of it and nothing else: StopEvent(result=text).",
)
STRIPPED = Finding(
    "4.6/other-blanks",
    "Only blanks or line breaks of the reply's text are others in the result: the text goes into "
    "the result, and into memory, as it is, nothing stripped.",
)
OTHER_PROMPT = Finding(
    "4.6/other-prompt",
    "The prompt has all that was said so far, each message once, in order: your questions as the "
    "user's, the replies as the assistant's.",
)
NOT_ITS_OWN = Finding(
    "4.6/not-its-own",
    "That is the reply to another run's question. Give the formatter the history of this run: a "
    "copy in the store, taken by memory.get() when the run begins, with no await after memory.put.",
)


def chats(
    learner, *questions: str, together: bool = False, frame: str = "It is {}.", **init
) -> Outcome:
    """Fail unless ChatAgent gives back each reply, which is computed from the run's question.

    The LLM puts what it computes into the frame. The store has what each run began with.
    """
    by = factor(learner)
    outcome = learner.run(
        "ChatAgent",
        *({"input": question} for question in questions),
        llm={"factor": by, "frame": frame, "pause": 0.01 if together else 0},
        together=together,
        init=init,
        stores=0.002 if together else 0,
    )
    for run, question in enumerate(questions):
        expected = reply_to(question, by, frame)
        result = result_of(outcome, run, repr(expected))
        if result == expected:
            continue
        prompts = outcome.value["prompts"]
        if not all(map(question_of, prompts)):
            raise Failed(NO_QUESTION, outcome.called, repr(expected), show(result))
        others = [reply_to(other, by, frame) for other in questions]
        meaning = NOT_ITS_OWN if result in others else NOT_THE_REPLY
        if isinstance(result, str) and in_one_line(result) == in_one_line(expected):
            meaning = STRIPPED
        raise Failed(meaning, outcome.called, repr(expected), show(result))
    if not together:
        remembers_all(outcome, questions, by, frame)
    return outcome


def remembers_all(outcome: Outcome, questions: tuple[str, ...], by: int, frame: str) -> None:
    """Fail unless each prompt, and store, has the conversation up to it: roles, texts, order."""
    said: list[list[str]] = []
    for run, question in enumerate(questions):
        said.append(["user", question])
        prompt = outcome.value["prompts"][run][1:]
        found = [[message["role"], message["content"]] for message in prompt]
        if found != said:
            meaning = OTHER_PROMPT
            if run and said[0] not in found:
                meaning = NO_HISTORY
            elif run and not any(role == "assistant" for role, _ in found):
                kept = said[1][1] in [words for _, words in found]
                meaning = OTHER_ROLE if kept else NO_ANSWERS
            expected = f"after the system's message {show(said)}"
            raise Failed(meaning, outcome.called, expected, show(found))
        keeps_its_start(outcome, run, said)
        said.append(["assistant", reply_to(question, by, frame)])


def reply_to(question: str, by: int, frame: str) -> str:
    """Return what the made LLM replies to a prompt that ends with this question."""
    return frame.format(number_of(question, by))
