"""Answer with halves of surrogate pairs and other line breaks, as text, error and name of a type.

cell: answer-1-4
rest: solved
points: all but 1.4
says: ✗ returns the argument types of a tool
"""


class Odd(ValueError):
    def __str__(self):
        return "\ud800\r  \u2713 of\v  \u2713 the\u2028  \u2713 learner's"


Odd.__name__ = Odd.__qualname__ = "Odd\n  \u2713 returns the argument types of a tool"
asked = []


def argument_types(tool):
    asked.append(tool)
    if len(asked) == 2:
        raise Odd("\ud801")
    return Odd() if len(asked) == 1 else {"\ud800": "\ud801"}
