# %% right: a list without repetitions, sorted at the end
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = []
    try:
        event_class(**payload)
    except ValidationError as error:
        for problem in error.errors():
            field, *_ = problem["loc"]
            if field not in names:
                names.append(field)
    names.sort()
    return names


# %% right: the errors first, a set of names after
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""

    def problems() -> list[dict]:
        try:
            event_class(**payload)
        except ValidationError as error:
            return error.errors(include_url=False)
        return []

    places = (problem["loc"] for problem in problems())
    return sorted(set(place[0] for place in places))


# %% right: a dict by name, else for the good payload
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**dict(payload))
    except ValidationError as invalid:
        found = {details["loc"][0]: details["msg"] for details in invalid.errors()}
        return sorted(found.keys())
    else:
        return list()


# %% wrong: a field named for each of its errors
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: in the order of the fields
# breaks: a list, sorted, each once
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return list(dict.fromkeys(one["loc"][0] for one in error.errors()))
    return []


# %% wrong: the whole path, with dots
# breaks: Where something inside a field is wrong, say an element of a list, the field is named.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({".".join(str(part) for part in one["loc"]) for one in error.errors()})
    return []


# %% wrong: missing fields by hand, those with a default too
# breaks: a field with a default may be missing
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    names = {name for name in event_class.model_fields if name not in payload}
    try:
        event_class(**payload)
    except ValidationError as error:
        names |= {one["loc"][0] for one in error.errors()}
    return sorted(names)


# %% wrong: judges by isinstance
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


# %% wrong: takes the bad values out of the payload and tries again
# breaks: The payload stays as it is.
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the names of the fields that this payload gets wrong, sorted, each once."""
    wrong = set()
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            name = one["loc"][0]
            wrong.add(name)
            payload.pop(name, None)
    return sorted(wrong)
