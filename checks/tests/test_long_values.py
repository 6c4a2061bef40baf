"""What learner code made long costs the grader no time: bounds first, one pass over the rest."""

import time

import pytest
from lesson_kit.judging.checking import Check, Report, Result
from lesson_kit.judging.outcomes import LONGEST_ERROR, one_line, shorten, show, wrong_field

MANY = 1_000_000
BLANKS = " " * MANY
LONG = {
    "blanks": BLANKS,
    "blanks and line breaks": (" " * 1000 + "\n") * 1000,
    "no blank at all": "x" * MANY,
    "words": "word " * (MANY // 5),
}


def report_of(text: str) -> str:
    result = Result(Check("1.1", "adds", "adds", print), False, text, text, text, text)
    return Report("1.1", "add", [result], note=text).text()


FORGED = {
    "blanks": f"field\n {BLANKS}x",
    "brackets": "field\n " + "a [type=" * (MANY // 8) + "\n",
    "lines": "a b\n b" * (MANY // 6),
}
HARMLESS = {
    **{f"a value: {name}": (show, text) for name, text in LONG.items()},
    "a list of blanks": (show, [" " * 20_000] * 190),
    **{f"a report: {name}": (report_of, text) for name, text in LONG.items()},
    **{
        f"a forged error: {name}": (wrong_field, {"type": "ValidationError", "text": text})
        for name, text in FORGED.items()
    },
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_long_value_takes_no_time_and_little_room(name):
    function, value = HARMLESS[name]
    began = time.process_time()
    found = function(value)
    assert time.process_time() - began < 1
    assert len(str(found)) < 4 * LONGEST_ERROR


@pytest.mark.parametrize(
    "text, line",
    [
        ("a  b", "a  b"),
        ("a \n b", "a b"),
        (" a\n\n \n  b  \n", " a b "),
        ("\na\r\nb", " a b"),
        ("\n", " "),
    ],
)
def test_a_text_becomes_one_line(text, line):
    assert one_line(text) == line


def test_what_was_cut_says_so():
    assert shorten("a" * 10, 10) == "a" * 10
    assert shorten("a" * 11, 10) == "a" * 8 + " …"
    assert shorten("a" + " " * 100, 10) == "a …"


@pytest.mark.parametrize(
    "text, found",
    [
        (
            "1 validation error for Order\npieces\n  Input should be a valid integer "
            "[type=int_parsing, input_value='many', input_type=str]\n    For further information",
            ("pieces", "Input should be a valid integer", "str"),
        ),
        ("1 error\npieces\n  Field required", ("pieces", "Field required", "")),
        ("no such thing", None),
    ],
)
def test_the_first_wrong_field_of_an_error_is_named(text, found):
    assert wrong_field({"type": "ValidationError", "text": text}) == found
