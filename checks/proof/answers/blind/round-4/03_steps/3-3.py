# %% right: a helper for the rule, and list addition
def next_number(number: int) -> int:
    """Halve an even number; triple an odd one and add 1."""
    half, rest = divmod(number, 2)
    return 3 * number + 1 if rest else half


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
            return TrailEvent(numbers=ev.numbers + [next_number(last)])
        return StopEvent(result=list(ev.numbers))


# %% right: a copy that grows, bits
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = ev.numbers.copy()
        last = numbers[len(numbers) - 1]
        if last == 1:
            return StopEvent(result=numbers)
        if last & 1:
            numbers.append(last * 3 + 1)
        else:
            numbers.append(last >> 1)
        return TrailEvent(numbers=numbers)

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])


# %% right: static method, match, events are sent
from typing import Union


class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @staticmethod
    def follow(number: int) -> int:
        return (number // 2, 3 * number + 1)[number % 2]

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> TrailEvent | None:
        ctx.send_event(TrailEvent(numbers=[ev.number]))

    @step
    async def grow(self, ev: TrailEvent) -> Union[TrailEvent, StopEvent]:
        match ev.numbers:
            case [*_, 1]:
                return StopEvent(result=ev.numbers)
            case [*_, last]:
                return TrailEvent(numbers=[*ev.numbers, self.follow(last)])


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


# %% wrong: begin stops at once for 1
# breaks: `begin` always hands on a `TrailEvent` with the first number in a list, also if that is 1
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


# %% wrong: stops one round too early
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


# %% wrong: the list lives in self and is not begun anew
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


# %% wrong: 1 as the first number goes round
# breaks: if the last number in it is 1, it stops with the whole list
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
        if len(ev.numbers) > 1 and number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: a while loop in grow, one big round
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
        while numbers[-1] != 1:
            last = numbers[-1]
            numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        if numbers == ev.numbers:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers)
