"""Say in a few words how a value differs from the expected one, for a check's report."""


def difference(value, expected) -> str:
    """Return the sentence that says what is different, as far as that says more than both do."""
    ways = {list: in_lists, dict: in_dicts, str: in_texts}
    way = ways.get(type(expected)) if type(value) is type(expected) else None
    detail = way(value, expected) if way else ""
    return f"That is another value: {detail}." if detail else "That is another value."


def in_lists(value: list, expected: list) -> str:
    """Name the order, the length, or the first element that differs."""
    if sorted(map(repr, value)) == sorted(map(repr, expected)):
        return "the elements are right, their order is not"
    if len(value) != len(expected):
        elements = "element" if len(value) == 1 else "elements"
        return f"it has {len(value)} {elements}, not {len(expected)}"
    pairs = zip(map(repr, value), map(repr, expected), strict=True)
    place = next(number for number, (found, wanted) in enumerate(pairs, 1) if found != wanted)
    return f"look at element number {place}"


def in_dicts(value: dict, expected: dict) -> str:
    """Name the keys that are missing, too many, or have another value."""
    ways_to_differ = (
        ("it lacks", [key for key in expected if key not in value]),
        ("it should not have", [key for key in value if key not in expected]),
        ("look at", [key for key in expected if repr(value.get(key)) != repr(expected[key])]),
    )
    return next(
        (f"{words} {', '.join(map(repr, keys))}" for words, keys in ways_to_differ if keys), ""
    )


def in_texts(value: str, expected: str) -> str:
    """Name the blanks or the capital letters where nothing else differs."""
    if value.split() == expected.split():
        return "only its blanks or line breaks differ"
    return "only its capital letters differ" if value.lower() == expected.lower() else ""
