# %% right: the class of the event is chosen first
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
        kind = OddEvent if ev.number & 1 else EvenEvent
        return kind(number=ev.number)

    @step
    async def even(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number >> 1)

    @step
    async def odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number + ev.number + ev.number + 1)


# %% right: a Union, a helper function and divmod
from typing import Union


def is_even(number: int) -> bool:
    """Say whether a number is even."""
    return divmod(number, 2)[1] == 0


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def finish_odd(self, ev: OddEvent) -> StopEvent:
        number = ev.number
        return StopEvent(result=number * 3 + 1)

    @step
    async def finish_even(self, ev: EvenEvent) -> StopEvent:
        half, _ = divmod(ev.number, 2)
        return StopEvent(result=half)

    @step
    async def start(self, ev: StartEvent) -> Union[EvenEvent, OddEvent]:
        if is_even(ev.number):
            event = EvenEvent(number=ev.number)
        else:
            event = OddEvent(number=ev.number)
        return event


# %% right: match on the remainder
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def branch(self, ev: StartEvent) -> OddEvent | EvenEvent:
        number = ev.get("number")
        match number % 2:
            case 0:
                return EvenEvent(number=number)
            case _:
                return OddEvent(number=number)

    @step
    async def half_of(self, ev: EvenEvent) -> StopEvent:
        result = ev.number // 2
        return StopEvent(result=result)

    @step
    async def three_times(self, ev: OddEvent) -> StopEvent:
        result = ev.number * 3
        result += 1
        return StopEvent(result=result)


# %% wrong: halves by way of a float
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


# %% wrong: 0 is taken for odd
# breaks: The number is any `int`, also 0
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
        number = ev.number
        if number and number % 2 == 0:
            return EvenEvent(number=number)
        return OddEvent(number=number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: the first step computes already
# breaks: One looks at the `number` of the run and hands it on, unchanged, in an `EvenEvent` or an `OddEvent`
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


# %% wrong: negative odd numbers are taken for even
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits
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


# %% wrong: an arrow that names a StopEvent too
# breaks: An arrow names what may come out of its step, and nothing else
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent | StopEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: a fourth step for the result
# breaks: Write `NextNumber` with three steps, no more and no fewer
class NextEvent(Event):
    """Carry the number that follows."""

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
    async def halve(self, ev: EvenEvent) -> NextEvent:
        return NextEvent(number=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> NextEvent:
        return NextEvent(number=3 * ev.number + 1)

    @step
    async def finish(self, ev: NextEvent) -> StopEvent:
        return StopEvent(result=ev.number)
