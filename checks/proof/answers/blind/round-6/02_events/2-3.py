# %% right: loop that gathers names and sorts in place
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = []
    try:
        event_class(**payload)
    except ValidationError as error:
        for problem in error.errors():
            field = problem["loc"][0]
            if field not in names:
                names.append(field)
    names.sort()
    return names


# %% right: try with else, and a set filled step by step
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    found = set()
    try:
        event_class(**payload)
    except ValidationError as problem:
        for one in problem.errors(include_url=False):
            name, *_ = one["loc"]
            found.add(name)
    else:
        return []
    return sorted(found)


# %% right: a helper that returns the errors
def errors_of(event_class: type[Event], payload: dict) -> list:
    """Return pydantic's list of what is wrong, or an empty one."""
    try:
        event_class(**payload)
        return []
    except ValidationError as error:
        return error.errors()


def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    return sorted(dict.fromkeys(error["loc"][0] for error in errors_of(event_class, payload)))


# %% wrong: last part of the place
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({str(one["loc"][-1]) for one in error.errors()})
    return []


# %% wrong: a field comes once for each error
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: in the order of the class
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = []
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            if one["loc"][0] not in wrong:
                wrong.append(one["loc"][0])
    return wrong


# %% wrong: types compared by hand
# breaks: What is good, the event class itself decides: `"3"` will do for an `int`, and a field with a default may be missing.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set()
    for name, field in event_class.model_fields.items():
        if name not in payload:
            if field.is_required():
                wrong.add(name)
        elif isinstance(field.annotation, type) and not isinstance(payload[name], field.annotation):
            wrong.add(name)
    return sorted(wrong)


# %% wrong: takes the wrong fields out of the payload
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


# %% wrong: unknown names are reported too
# breaks: What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = {name for name in payload if name not in event_class.model_fields}
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong |= {one["loc"][0] for one in error.errors()}
    return sorted(wrong)
