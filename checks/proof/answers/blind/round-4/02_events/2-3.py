# %% right: model_validate, names collected in a list
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = []
    try:
        event_class.model_validate(payload)
    except ValidationError as error:
        for problem in error.errors():
            name = problem["loc"][0]
            if name not in names:
                names.append(name)
    names.sort()
    return names


# %% right: problems first, then their names
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    problems = []
    try:
        event_class(**payload)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
    return sorted({field: None for field, *_ in (problem["loc"] for problem in problems)})


# %% right: try with else, set grown with add
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set()
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            place = one["loc"]
            wrong.add(place[0])
        result = list(wrong)
        result.sort()
        return result
    else:
        return []


# %% wrong: a name as often as it has errors
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
    try:
        event_class(**payload)
    except ValidationError as error:
        return list(dict.fromkeys(one["loc"][0] for one in error.errors()))
    return []


# %% wrong: the whole way to the error as the name
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({".".join(str(part) for part in one["loc"]) for one in error.errors()})
    return []


# %% wrong: compares types itself
# breaks: What is good, the event class itself decides: `"3"` will do for an `int`, and a field with a default may be missing.
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


# %% wrong: puts missing fields into the payload
# breaks: The payload stays as it is.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    for name, field in event_class.model_fields.items():
        if not field.is_required():
            payload.setdefault(name, field.get_default(call_default_factory=True))
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})
    return []


# %% wrong: every field that is not in the payload is missing
# breaks: a field with a default may be missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = {name for name in event_class.model_fields if name not in payload}
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong |= {one["loc"][0] for one in error.errors()}
    return sorted(wrong)
