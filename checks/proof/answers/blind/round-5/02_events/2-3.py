# %% right: model_validate and a list sorted in place
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = []
    try:
        event_class.model_validate(payload)
    except ValidationError as error:
        for problem in error.errors():
            name, *_ = problem["loc"]
            if name not in names:
                names.append(name)
    names.sort()
    return names


# %% right: a helper that gives the errors
def problems_of(event_class, payload):
    """Return pydantic's list of what is wrong with the payload."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)
    else:
        return []


def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    return sorted(set(problem["loc"][0] for problem in problems_of(event_class, payload)))


# %% right: a shallow copy and dict.fromkeys
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    found = {}
    try:
        event_class(**dict(payload))
    except ValidationError as error:
        found = dict.fromkeys(one["loc"][0] for one in error.errors())
    return sorted(found)


# %% wrong: in the order of the class, not sorted
# breaks: returns the names of the fields that were wrong or missing: a list, sorted, each once.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return list(dict.fromkeys(one["loc"][0] for one in error.errors()))
    return []


# %% wrong: a field once for each error in it
# breaks: returns the names of the fields that were wrong or missing: a list, sorted, each once.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: last part of the location
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({str(one["loc"][-1]) for one in error.errors()})
    return []


# %% wrong: judges by isinstance itself
# breaks: What is good, the event class itself decides: `"3"` will do for an `int`, and a field with a default may be missing.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = []
    for name, field in event_class.model_fields.items():
        if name not in payload or not isinstance(payload[name], field.annotation):
            wrong.append(name)
    return sorted(wrong)


# %% wrong: writes the event's values back into a good payload
# breaks: The payload stays as it is.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event = event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})
    for name in event_class.model_fields:
        payload[name] = getattr(event, name)
    return []


# %% wrong: names what the class has no field for
# breaks: and for a good payload `[]`. What is good, the event class itself decides
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set(payload) - set(event_class.model_fields)
    try:
        event_class(**payload)
    except ValidationError as error:
        wrong |= {one["loc"][0] for one in error.errors()}
    return sorted(wrong)
