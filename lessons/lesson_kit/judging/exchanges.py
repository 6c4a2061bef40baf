"""Draw a question for a made model, and judge the answer that a learner's function brings back."""

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, with_article
from lesson_kit.judging.run_findings import HANDLER, explain
from lesson_kit.probes.computed import SENTENCE, counted_answer

NO_ANSWER = Finding("7/no-answer", "What comes back is None: return the answer.")
NOT_ASYNC = Finding("7/not-async", "Write `def`, not `async def`: nothing here has to be awaited.")
OTHER_BLANKS = Finding(
    "7/other-blanks",
    "Only blanks or line breaks differ from the answer: return it as it is, nothing stripped, and "
    "pass the question on as it is.",
)


# Answers that are texts like any other, but look like a number, JSON, a list, nothing.
SHAPES = (
    "{number}",
    "-{number}.50",
    '{{"predictions": "{number}"}}',
    '["{number}", null]',
    '"{number}"',
    "\\u00e9 \u00e9 e\u0301 {number}%20&amp;\t\n\n\u2028 \r\n{number}\n ",
    "True",
    "",
    " \n",
)


class Exchange:
    """A question that no notebook has, and the answer that a made model gives to it.

    With `quoted` both hold what a text must not lose on its way: quotation marks, accents, blanks.
    A shape makes the answer look like something else than a sentence.
    """

    def __init__(self, learner, quoted: bool = False, shape: str = SENTENCE):
        x, y, z = numbers(learner, 3)
        question = f"What is ({x} + {y}) * {z}?"
        self.question = f'Is "{question}", d\'été, a \\n question?' if quoted else question
        greeting = f"{' '.join(words(learner, 2)).capitalize()}: "
        self.greeting = f"  É {greeting}\n" if quoted else greeting
        self.factor = learner.random.randint(100, 999)
        self.shape = shape
        self.answer = counted_answer(self.greeting, self.factor, self.question, shape)

    def arguments(self) -> dict:
        """Return what a probe needs to make the model and to ask it."""
        return {
            "greeting": self.greeting,
            "factor": self.factor,
            "question": self.question,
            "shape": self.shape,
        }


def answer_is(
    reply: dict,
    called: str,
    expected: str,
    meanings: dict | None = None,
    asked: str = "model that was given",
) -> None:
    """Fail unless the reply's answer is exactly this text; `meanings` explains other texts.

    `asked` is what a report calls the one who answers.
    """
    if "raised" in reply:
        outcome = Outcome(called, raised=reply["raised"])
        explain(outcome, repr(expected))
        outcome.obtained(repr(expected))
    answer = reply["answer"]
    if answer == expected:
        return
    if answer is None:
        meaning = NO_ANSWER
    elif kind_of(answer) == "WorkflowHandler":
        meaning = HANDLER
    elif kind_of(answer) == "coroutine":
        meaning = NOT_ASYNC
    elif not isinstance(answer, str):
        kind = with_article(kind_of(answer))
        words_for_it = f"The answer is a text, not {kind}: return just that text."
        meaning = Finding("7/no-text", words_for_it)
    elif meanings and answer in meanings:
        meaning = meanings[answer]
    elif answer.split() == expected.split():
        meaning = OTHER_BLANKS
    else:
        meaning = Finding(
            "7/other-text",
            f"That is not what the {asked} answers to the question that was given: ask that one, "
            "pass the question on, and return the answer, both as they are.",
        )
    raise Failed(meaning, called, repr(expected), shown(answer))


def kind_of(value) -> str:
    """Return the type of an object that came back as plain data."""
    return value["$type"] if isinstance(value, dict) and "$type" in value else type(value).__name__


def shown(value) -> str:
    """Return plain data in the words of a report."""
    return value["$type"] if isinstance(value, dict) and "$type" in value else repr(value)
