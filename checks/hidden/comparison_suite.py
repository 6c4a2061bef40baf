"""The hidden suite for comparing models: the visible one's form, with numbers nobody has seen.

from checks.hidden.comparison_suite import hidden_cases
hidden_cases(7)     # the same seed gives the same numbers
"""

import random

from lesson_kit.compare.suite import ARITHMETIC, HONESTY, ISOLATION, MEMORY, RECOVERY


def hidden_cases(seed: int) -> list[dict]:
    """Return the cases of a seed."""
    draw = random.Random(f"comparison {seed}")

    def number(low: int = 11, high: int = 99) -> int:
        return draw.randint(low, high)

    a, b, c, d, e = number(), number(), number(), number(), number()
    f, g, h = number(100, 999), number(100, 999), number(2, 9)
    broken = f"fault number {number(1000, 9999)}"
    return [
        {
            "name": "hidden: three sums, one product",
            "kind": ARITHMETIC,
            "questions": [f"Compute ({a} + {b} + {c}) * {d}."],
            "answers": [(a + b + c) * d],
        },
        {
            "name": "hidden: in words",
            "kind": ARITHMETIC,
            "questions": [f"Add {a} and {b}, then multiply the result by {h}."],
            "answers": [(a + b) * h],
        },
        {
            "name": "hidden: a negative number",
            "kind": ARITHMETIC,
            "questions": [f"What is (-{f} + {a}) * {h}?"],
            "answers": [(-f + a) * h],
        },
        {
            "name": "hidden: large numbers",
            "kind": ARITHMETIC,
            "questions": [f"What is {f}{g} * {g}{f}?"],
            "answers": [int(f"{f}{g}") * int(f"{g}{f}")],
        },
        {
            "name": "hidden: a conversation",
            "kind": MEMORY,
            "questions": [
                f"What is {a} * {h}?",
                f"Add {e} to that.",
                "Thanks. What is the capital of Peru?",
                f"What is {c} + {d}?",
                "Multiply it by 2.",
            ],
            "answers": [a * h, a * h + e, None, c + d, 2 * (c + d)],
        },
        {
            "name": "hidden: three at once",
            "kind": ISOLATION,
            "questions": [
                f"What is ({a} + {b}) * {c}?",
                f"What is {d} + {e}?",
                f"What is {f} * {h} + {g}?",
            ],
            "answers": [(a + b) * c, d + e, f * h + g],
            "together": True,
            "llm": {"mode": "slow", "delay": 0.01},
        },
        {
            "name": "hidden: three conversations at once",
            "kind": ISOLATION,
            "questions": [
                *(f"What is {one} + {h}?" for one in (a, b, c)),
                *(f"Multiply that by {one}." for one in (d, e, h)),
            ],
            "answers": [a + h, b + h, c + h, (a + h) * d, (b + h) * e, (c + h) * h],
            "conversations": 3,
            "llm": {"mode": "slow", "delay": 0.01},
        },
        {
            "name": "hidden: an unknown tool, two steps",
            "kind": RECOVERY,
            "questions": [f"What is ({c} + {d}) * {h}?"],
            "answers": [(c + d) * h],
            "llm": {"mode": "unknown_tool"},
        },
        {
            "name": "hidden: the sum raises",
            "kind": RECOVERY,
            "questions": [f"What is {a} * {h} + {b}?"],
            "answers": [None],
            "raises": {"tool": "add", "message": broken},
            "observed": broken,
            "never": [a * h + b],
        },
        {
            "name": "hidden: no tool can divide",
            "kind": HONESTY,
            "questions": [f"What is {f * h} / {h}?"],
            "answers": [None],
            "never": [f],
        },
    ]
