# %% right: a loop
def wrong_fields(event_class: type[Event], payload: dict) -> list[str]:
    """Return the wrong fields."""
    names = []
    try:
        event_class(**payload)
    except ValidationError as error:
        for one in error.errors():
            if one["loc"][0] not in names:
                names.append(one["loc"][0])
    return sorted(names)


# %% right: model_validate, and the base class of the exception
def wrong_fields(event_class, payload):
    try:
        event_class.model_validate(payload)
        return []
    except ValueError as error:
        return sorted(set(str(one["loc"][0]) for one in error.errors()))


# %% wrong: swallows every exception
# check: finds_wrong_fields
# says: It finds nothing wrong
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except Exception:
        pass
    return []


# %% wrong: lets the error through
# check: finds_wrong_fields
# says: The error comes through
def wrong_fields(event_class, payload):
    event_class(**payload)
    return []


# %% wrong: prints instead of returning
# check: finds_wrong_fields
# says: It prints ['
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        print(sorted({one["loc"][0] for one in error.errors()}))


# %% wrong: nothing for a good payload
# check: finds_nothing_in_a_good_payload
# says: What comes back is None
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][0] for one in error.errors()})


# %% wrong: the messages instead of the fields
# check: finds_wrong_fields
# says: Those are the messages
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["msg"] for one in error.errors())
    return []


# %% wrong: only the first error
# check: finds_wrong_fields
# says: That is one of two
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return [error.errors()[0]["loc"][0]]
    return []


# %% wrong: the whole loc
# check: finds_wrong_fields
# says: loc is a tuple
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"] for one in error.errors())
    return []


# %% wrong: a field for each of its elements
# check: names_each_field_once
# says: name the field once
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted(one["loc"][0] for one in error.errors())
    return []


# %% wrong: the last part of loc
# check: names_each_field_once
# says: a place in a list
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return sorted({one["loc"][-1] for one in error.errors()})
    return []


# %% wrong: knows the fields of Order only
# check: finds_any_wrong_fields
# says: A field is wrong where
def wrong_fields(event_class, payload):
    expected = {"item": str, "pieces": int}
    return sorted(name for name in expected if not isinstance(payload.get(name), expected[name]))


# %% wrong: looks at the types itself
# check: finds_nothing_in_a_good_payload
# says: The event class takes it
def wrong_fields(event_class, payload):
    wrong = []
    for name, field in event_class.model_fields.items():
        if name not in payload and field.is_required():
            wrong.append(name)
        elif name in payload and not isinstance(payload[name], field.annotation):
            wrong.append(name)
    return sorted(wrong)


# %% wrong: takes each field that is missing for wrong
# check: finds_nothing_in_a_good_payload
# says: The event class takes it
def wrong_fields(event_class, payload):
    missing = set(event_class.model_fields) - set(payload)
    try:
        event_class(**payload)
    except ValidationError as error:
        missing |= {one["loc"][0] for one in error.errors()}
    return sorted(missing)


# %% wrong: a tuple
# check: finds_wrong_fields
# says: The value is right, but it is a tuple
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        return tuple(sorted({one["loc"][0] for one in error.errors()}))
    return []


# %% wrong: takes what is wrong out of the payload
# check: finds_any_wrong_fields
# says: Whoever gave the payload
def wrong_fields(event_class, payload):
    try:
        event_class(**payload)
    except ValidationError as error:
        names = {one["loc"][0] for one in error.errors()}
        for name in names:
            payload.pop(name, None)
        return sorted(names)
    return []
