# %% right: a copy, and append to it
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
        last = numbers[-1]
        if last != 1:
            if last % 2:
                numbers.append(last * 3 + 1)
            else:
                numbers.append(last // 2)
            return TrailEvent(numbers=numbers)
        return StopEvent(result=numbers)


# %% right: a helper function and unpacking, grow first
def after(number: int) -> int:
    """Return the number that follows by the rule of 3.2."""
    half, rest = divmod(number, 2)
    return 3 * number + 1 if rest else half


class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        *_, last = ev.numbers
        return (
            StopEvent(result=ev.numbers)
            if last == 1
            else TrailEvent(numbers=ev.numbers + [after(last)])
        )

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        first = ev.number
        return TrailEvent(numbers=[first])


# %% right: match on the last number
from typing import Union


class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @staticmethod
    def _next(number: int) -> int:
        return 3 * number + 1 if number & 1 else number >> 1

    @step
    async def grow(self, ev: TrailEvent) -> Union[TrailEvent, StopEvent]:
        match ev.numbers:
            case [*_, 1]:
                return StopEvent(result=ev.numbers[:])
            case [*before, last]:
                return TrailEvent(numbers=before + [last, self._next(last)])


# %% wrong: begin hands on two numbers
# breaks: `begin` always hands on a `TrailEvent` with the first number in a list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        number = ev.number
        if number == 1:
            return TrailEvent(numbers=[number])
        return TrailEvent(numbers=[number, number // 2 if number % 2 == 0 else 3 * number + 1])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


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


# %% wrong: append to the list of the event
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


# %% wrong: the trail is kept on self
# breaks: each run begins anew
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    trail = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.trail = [*self.trail, ev.number]
        return TrailEvent(numbers=self.trail)

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            self.trail = ev.numbers
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: two numbers after an odd one
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
        if number % 2 == 0:
            return TrailEvent(numbers=[*ev.numbers, number // 2])
        tripled = 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, tripled, tripled // 2])


# %% wrong: a trail of one number goes on
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
