"""The visible suite: what both models are asked, as plain data.

A case has a `name`, its `kind`, `questions` asked in turn of one agent (or `together`), and for
each the number that must be in the `answers`, or None where none can be right; `never` lists
numbers that an answer could only have made up. With `conversations` there are so many agents at
once, each loaded for itself, and the questions go round among them. Some cases have an `llm` of
their own, one that misbehaves, or a tool that `raises`, with what must then be `observed`. An
instructor's suite has the same form: see checks/hidden/comparison_suite.py.
"""

ARITHMETIC, MEMORY, ISOLATION = "arithmetic", "memory", "isolation"
RECOVERY, HONESTY = "recovery", "honesty"

BROKEN = "the multiplier is out of order"

CASES = [
    {
        "name": "one sum",
        "kind": ARITHMETIC,
        "questions": ["What is 17 + 25?"],
        "answers": [42],
    },
    {
        "name": "one product",
        "kind": ARITHMETIC,
        "questions": ["What is 12 times -12?"],
        "answers": [-144],
    },
    {
        "name": "two steps",
        "kind": ARITHMETIC,
        "questions": ["What is (123 + 456) * 789?"],
        "answers": [456831],
    },
    {
        "name": "two sums, one product",
        "kind": ARITHMETIC,
        "questions": ["What is (1 + 2) * (3 + 4)?"],
        "answers": [21],
    },
    {
        "name": "four steps",
        "kind": ARITHMETIC,
        "questions": ["What is ((2 + 3) * 4 + 5) * 6?"],
        "answers": [150],
    },
    {
        "name": "follow-up questions",
        "kind": MEMORY,
        "questions": ["What is 2 + 3?", "Multiply that by 4.", "Add 1 to the result."],
        "answers": [5, 20, 21],
    },
    {
        "name": "two at once",
        "kind": ISOLATION,
        "questions": ["What is (2 + 3) * 4?", "What is 600 + 70 * 8?"],
        "answers": [20, 1160],
        "together": True,
        "llm": {"mode": "slow", "delay": 0.02},
    },
    {
        "name": "two conversations at once",
        "kind": ISOLATION,
        "questions": ["What is 2 + 30?", "What is 4 * 5?", "Multiply that by 3.", "Add 6 to that."],
        "answers": [32, 20, 96, 26],
        "conversations": 2,
        "llm": {"mode": "slow", "delay": 0.02},
    },
    {
        "name": "an unknown tool",
        "kind": RECOVERY,
        "questions": ["What is 8 + 9?"],
        "answers": [17],
        "llm": {"mode": "unknown_tool"},
    },
    {
        "name": "wrong argument names",
        "kind": RECOVERY,
        "questions": ["What is 8 * 9?"],
        "answers": [72],
        "llm": {"mode": "wrong_arguments"},
    },
    {
        "name": "a reply that cannot be parsed",
        "kind": RECOVERY,
        "questions": ["What is 8 + 90?"],
        "answers": [98],
        "llm": {"mode": "unparseable"},
    },
    {
        "name": "a tool that raises",
        "kind": RECOVERY,
        "questions": ["What is (1 + 1) * 3?"],
        "answers": [None],
        "raises": {"tool": "multiply", "message": BROKEN},
        "observed": BROKEN,
        "never": [6],
    },
    {
        "name": "no tool can subtract",
        "kind": HONESTY,
        "questions": ["What is 9 - 4?"],
        "answers": [None],
        "never": [5],
    },
    {
        "name": "not a matter for tools",
        "kind": HONESTY,
        "questions": ["What is the capital of France?"],
        "answers": [None],
    },
    {
        "name": "an LLM that never finishes",
        "kind": RECOVERY,
        "questions": ["What is 5 + 6?"],
        "answers": [None],
        "llm": {"mode": "endless"},
    },
]
