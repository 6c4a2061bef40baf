# %% right: a set, filled in a loop
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = set()
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            names.add(one["loc"][0])
    return sorted(names)


# %% right: try with else, and a dict for the names
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    # about 5 lines
    try:
        event_class(**payload)
    except ValidationError as problem:
        locations = [detail["loc"] for detail in problem.errors(include_url=False)]
    else:
        return []
    names = list(dict.fromkeys(location[0] for location in locations))
    names.sort()
    return names


# %% right: a helper that gives the errors, and a copy of the payload
def errors_of(event_class: type[Event], payload: dict) -> list:
    """Return pydantic's errors, none for a good payload."""
    try:
        event_class(**dict(payload))
        return []
    except ValidationError as error:
        return error.errors()


def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    return sorted(set(map(lambda one: one["loc"][0], errors_of(event_class, payload))))


# %% right: names put in only once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong: list[str] = []
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors(include_input=False, include_context=False):
            field, *_inside = one["loc"]
            if field not in wrong:
                wrong.append(field)
    wrong.sort()
    return wrong


# %% wrong: in the order of the class, not sorted
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return list(dict.fromkeys(one["loc"][0] for one in error.errors()))
    return []


# %% wrong: a name for each error
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: the last part of the location
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({str(one["loc"][-1]) for one in error.errors()})
    return []


# %% wrong: the whole location, with dots
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({".".join(map(str, one["loc"])) for one in error.errors()})
    return []


# %% wrong: only what is wrong at the top
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors() if len(one["loc"]) == 1})
    return []


# %% wrong: all fields of the class, as soon as one is wrong
# breaks: returns the names of the fields that were wrong or missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError:
        return sorted(event_class.model_fields)
    return []


# %% wrong: always an Order
# breaks: What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        Order(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})
    return []


# %% wrong: compares the types itself
# breaks: What is good, the event class itself decides: `"3"` will do for an `int`
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set()
    for name, field in event_class.model_fields.items():
        if name not in payload:
            if field.is_required():
                wrong.add(name)
        elif not isinstance(payload[name], field.annotation):
            wrong.add(name)
    return sorted(wrong)


# %% wrong: takes any missing field for wrong
# breaks: and a field with a default may be missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = {name for name in event_class.model_fields if name not in payload}
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong.update(one["loc"][0] for one in error.errors())
    return sorted(wrong)


# %% wrong: names what the class does not know
# breaks: What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = {name for name in payload if name not in event_class.model_fields}
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong |= {one["loc"][0] for one in error.errors()}
    return sorted(wrong)


# %% wrong: only the kinds of error of the example
# breaks: returns the names of the fields that were wrong or missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        kinds = ("missing", "int_parsing")
        return sorted({one["loc"][0] for one in error.errors() if one["type"] in kinds})
    return []


# %% wrong: values of None are left out
# breaks: What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**{name: value for name, value in payload.items() if value is not None})
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})
    return []


# %% wrong: the names of earlier calls stay
# breaks: returns the names of the fields that were wrong or missing
found = set()


def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
        return []
    except ValidationError as error:
        found.update(one["loc"][0] for one in error.errors())
        return sorted(found)


# %% wrong: takes wrong values out of the payload
# breaks: The payload stays as it is.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set()
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            wrong.add(one["loc"][0])
            payload.pop(one["loc"][0], None)
    return sorted(wrong)


# %% wrong: writes the converted values into the payload
# breaks: The payload stays as it is.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event = event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})
    payload.update({name: getattr(event, name) for name in event_class.model_fields})
    return []


# %% wrong: None for a good payload
# breaks: and for a good payload `[]`
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})


# %% wrong: a set's own order
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return list({one["loc"][0] for one in error.errors()})
    return []


# %% wrong: the first error, and what is missing
# breaks: returns the names of the fields that were wrong or missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        broken = [one["loc"][0] for one in error.errors() if one["type"] != "missing"]
        missing = [one["loc"][0] for one in error.errors() if one["type"] == "missing"]
        return sorted({*missing, *broken[:1]})
    return []


# %% right: model_validate makes the event
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class.model_validate(payload)
    except ValidationError as error:
        return sorted({str(place) for place, *_ in (one["loc"] for one in error.errors())})
    return []
