# %% right: a copy of the list grows
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        numbers = []
        numbers.append(ev.number)
        return TrailEvent(numbers=numbers)

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        numbers = ev.numbers.copy()
        last = numbers[-1]
        if last != 1:
            if last % 2:
                numbers.append(3 * last + 1)
            else:
                numbers.append(last // 2)
            return TrailEvent(numbers=numbers)
        return StopEvent(result=numbers)


# %% right: a function for the rule, lists added
def next_number(number: int) -> int:
    """Apply the rule of 3.2 once."""
    half, odd = divmod(number, 2)
    return 3 * number + 1 if odd else half


class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        *_, last = ev.numbers
        if last == 1:
            return StopEvent(result=list(ev.numbers))
        return TrailEvent(numbers=ev.numbers + [next_number(last)])

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.get("number")])


# %% right: match, chain and a static method
from itertools import chain
from typing import Union


class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    @staticmethod
    def _following(number: int) -> int:
        if number & 1:
            return number * 3 + 1
        return number >> 1

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        first: int = ev.number
        return TrailEvent(numbers=[first])

    @step
    async def grow(self, ev: TrailEvent) -> Union[TrailEvent, StopEvent]:
        match ev.numbers:
            case [*_, 1]:
                return StopEvent(result=ev.numbers)
            case [*_, last]:
                longer = chain(ev.numbers, (self._following(last),))
                return TrailEvent(numbers=list(longer))


# %% wrong: appends to the list of the event it took
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


# %% wrong: begin stops at once where the number is 1
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


# %% wrong: the whole way in one go
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
        if ev.numbers[-1] == 1:
            return StopEvent(result=ev.numbers)
        numbers = list(ev.numbers)
        while numbers[-1] != 1:
            last = numbers[-1]
            numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: the trail is kept on self
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
        return TrailEvent(numbers=self.numbers)

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        self.numbers.append(number // 2 if number % 2 == 0 else 3 * number + 1)
        return TrailEvent(numbers=self.numbers)


# %% wrong: looks at the following number, not at the last
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
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        numbers = [*ev.numbers, following]
        if following == 1:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers)


# %% wrong: a limit of 100 numbers, to be safe
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
        if number == 1 or len(ev.numbers) >= 100:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])
