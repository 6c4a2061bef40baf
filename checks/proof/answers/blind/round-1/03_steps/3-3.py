# %% right: unpacking and the other branch first
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        first = ev.number
        return TrailEvent(numbers=[first])

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        *_, last = ev.numbers
        if last != 1:
            half, odd = divmod(last, 2)
            return TrailEvent(numbers=ev.numbers + [3 * last + 1 if odd else half])
        return StopEvent(result=ev.numbers)


# %% right: helper function and a copy to append to
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


def following(number: int) -> int:
    """Apply the rule of 3.2 once."""
    if number & 1:
        return 3 * number + 1
    return number >> 1


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = list(ev.numbers)
        if numbers[-1] == 1:
            return StopEvent(result=numbers)
        numbers.append(following(numbers[-1]))
        return TrailEvent(numbers=numbers)

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])


# %% right: match over the last number
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = ev.numbers.copy()
        match numbers[len(numbers) - 1]:
            case 1:
                return StopEvent(result=numbers)
            case even if even % 2 == 0:
                numbers.append(even // 2)
            case odd:
                numbers.append(odd * 3 + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: appends to the list of the event
# breaks: The list in the event that it took stays as it was
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        ev.numbers.append(number // 2 if number % 2 == 0 else 3 * number + 1)
        return TrailEvent(numbers=ev.numbers)


# %% wrong: tests the following number instead of the last
# breaks: `grow` takes a `TrailEvent`, and either sends a new one with one number more, or stops at 1 with the whole list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        numbers = [*ev.numbers, following]
        if following == 1:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers)


# %% wrong: whole loop in one round
# breaks: either sends a new one with one number more, or stops at 1 with the whole list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = list(ev.numbers)
        if numbers[-1] == 1:
            return StopEvent(result=numbers)
        while numbers[-1] != 1:
            number = numbers[-1]
            numbers.append(number // 2 if number % 2 == 0 else 3 * number + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: numbers are kept on the class
# breaks: each run begins anew
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    trail: list[int] = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.trail.append(ev.number)
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=list(self.trail))
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        self.trail.append(following)
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: gives up after a hundred numbers
# breaks: stops at 1 with the whole list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1 or len(ev.numbers) >= 100:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: halves by way of a float
# breaks: Apply the rule of 3.2 again and again, and every positive whole number tried so far has reached 1.
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = int(number / 2) if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: one needs no trail
# breaks: `begin` sends a `TrailEvent` with the first number in a list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent | StopEvent:
        if ev.number == 1:
            return StopEvent(result=[1])
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: result is a tuple
# breaks: stops at 1 with the whole list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=tuple(ev.numbers))
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])
