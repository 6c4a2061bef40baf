# %% right: a helper gives the next number
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


def next_number(number: int) -> int:
    """Halve an even number; triple an odd one and add 1."""
    if number % 2:
        return 3 * number + 1
    return number // 2


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        if ev.numbers[-1] != 1:
            return TrailEvent(numbers=ev.numbers + [next_number(ev.numbers[-1])])
        return StopEvent(result=list(ev.numbers))

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        first = ev.number
        return TrailEvent(numbers=[first])


# %% right: unpacking and match
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev["number"]])

    @step
    async def grow(self, ctx: Context, ev: TrailEvent) -> TrailEvent | StopEvent:
        *_, last = ev.numbers
        match last, last % 2:
            case 1, _:
                return StopEvent(result=ev.numbers)
            case _, 0:
                following = last // 2
            case _:
                following = last * 3 + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% right: appends to a copy
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        numbers: list[int] = []
        numbers.append(ev.number)
        return TrailEvent(numbers=numbers)

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = ev.numbers.copy()
        half, rest = divmod(numbers[-1], 2)
        if numbers[-1] == 1:
            return StopEvent(result=numbers)
        elif rest == 0:
            numbers.append(half)
        else:
            numbers.append(numbers[-1] * 3 + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: begin stops at 1
# breaks: `begin` always hands on a `TrailEvent` with the first number in a list, also if that is 1.
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


# %% wrong: appends to the list it took
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


# %% wrong: the numbers are kept on self
# breaks: each run begins anew
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.numbers = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.numbers.append(ev.number)
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=self.numbers)
        self.numbers.append(number // 2 if number % 2 == 0 else 3 * number + 1)
        return TrailEvent(numbers=list(self.numbers))


# %% wrong: all rounds at once with while
# breaks: else it hands on a new `TrailEvent` with one number more
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
            last = numbers[-1]
            numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: stops as soon as the next number is 1
# breaks: if the last number in it is 1, it stops with the whole list, else it hands on a new `TrailEvent` with one number more
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
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        numbers = [*ev.numbers, following]
        if following == 1:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers)


# %% wrong: the same event goes round
# breaks: else it hands on a new `TrailEvent` with one number more
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
        ev.numbers = [*ev.numbers, number // 2 if number % 2 == 0 else 3 * number + 1]
        return ev
