# %% right: collects in a set, then sorts
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = set()
    try:
        event_class(**payload)
    except ValidationError as error:
        for problem in error.errors():
            field, *_ = problem["loc"]
            names.add(field)
    return sorted(names)


# %% right: model_validate and else
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class.model_validate(payload)
    except ValidationError as invalid:
        problems = invalid.errors(include_url=False, include_context=False, include_input=False)
    else:
        problems = []
    return sorted(dict.fromkeys(problem["loc"][0] for problem in problems))


# %% right: list without repetitions, sorted in place
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""

    def problems() -> list:
        try:
            event_class(**dict(payload))
            return []
        except ValidationError as error:
            return error.errors()

    found: list[str] = []
    for one in problems():
        name = str(one["loc"][0])
        if name not in found:
            found.append(name)
    found.sort()
    return found


# %% wrong: a field as often as it has errors
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: the end of the location
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({str(one["loc"][-1]) for one in error.errors()})
    return []


# %% wrong: in the order of the class
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return list(dict.fromkeys(one["loc"][0] for one in error.errors()))
    return []


# %% wrong: checks the types itself
# breaks: What is good, the event class itself decides: `"3"` will do for an `int`
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = []
    for name, field in event_class.model_fields.items():
        if name not in payload:
            if field.is_required():
                wrong.append(name)
        elif isinstance(field.annotation, type) and not isinstance(payload[name], field.annotation):
            wrong.append(name)
    return sorted(wrong)


# %% wrong: an unknown key counts as wrong
# breaks: What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = {name for name in payload if name not in event_class.model_fields}
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong |= {one["loc"][0] for one in error.errors()}
    return sorted(wrong)


# %% wrong: takes the bad values out of the payload
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
