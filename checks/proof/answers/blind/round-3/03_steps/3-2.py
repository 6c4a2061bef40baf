# %% right: bits and a conditional expression
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def sort_out(self, ev: StartEvent) -> EvenEvent | OddEvent:
        number = ev.number
        return OddEvent(number=number) if number & 1 else EvenEvent(number=number)

    @step
    async def odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number + ev.number + ev.number + 1)

    @step
    async def even(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number >> 1)


# %% right: Union, and the class is chosen first
from typing import Union


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def when_even(self, ev: EvenEvent) -> StopEvent:
        half, _ = divmod(ev.number, 2)
        return StopEvent(result=half)

    @step
    async def when_odd(self, ev: OddEvent) -> StopEvent:
        tripled = ev.number * 3
        return StopEvent(result=tripled + 1)

    @step
    async def start(self, ev: StartEvent) -> Union[EvenEvent, OddEvent]:
        kind = (EvenEvent, OddEvent)[ev.number % 2]
        return kind(number=ev.number)


# %% right: match and a helper function
def following(number: int) -> int:
    return number // 2 if number % 2 == 0 else 3 * number + 1


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def decide(self, ev: StartEvent) -> OddEvent | EvenEvent:
        match ev.number % 2:
            case 0:
                return EvenEvent(number=ev.number)
            case _:
                return OddEvent(number=ev.number)

    @step
    async def down(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=following(ev.number))

    @step
    async def up(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=following(ev.number))


# %% wrong: halving by way of a float
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits, and so is the result.
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=int(ev.number / 2))

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: zero is taken as odd
# breaks: one takes the `EvenEvent` and halves its number; The number is any `int`, also 0
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number and not ev.number % 2:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: four steps
# breaks: Write `NextNumber` with three steps, no more and no fewer
class TripledEvent(Event):
    """Carry an odd number times three."""

    number: int


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> TripledEvent:
        return TripledEvent(number=3 * ev.number)

    @step
    async def add_one(self, ev: TripledEvent) -> StopEvent:
        return StopEvent(result=ev.number + 1)


# %% wrong: the first step computes
# breaks: hands it on, unchanged, in an `EvenEvent` or an `OddEvent`
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number // 2)
        return OddEvent(number=3 * ev.number + 1)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number)


# %% wrong: an arrow promises None too
# breaks: An arrow names what may come out of its step, and nothing else: the graph is drawn from it.
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent | None:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        elif ev.number % 2 == 1:
            return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: remainder of a negative number
# breaks: one takes the `OddEvent` and makes `3 * number + 1` of its number; The number is any `int`, also 0, a negative one
import math


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if math.fmod(ev.number, 2) == 1:
            return OddEvent(number=ev.number)
        return EvenEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)
