# %% right: bits
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def sort_out(self, ev: StartEvent) -> OddEvent | EvenEvent:
        kind = OddEvent if ev.number & 1 else EvenEvent
        return kind(number=ev.number)

    @step
    async def odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=(ev.number << 1) + ev.number + 1)

    @step
    async def even(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number >> 1)


# %% right: match and divmod
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def decide(self, ev: StartEvent) -> EvenEvent | OddEvent:
        number: int = ev.number
        match number % 2:
            case 0:
                return EvenEvent(number=number)
            case _:
                return OddEvent(number=number)

    @step
    async def on_even(self, ev: EvenEvent) -> StopEvent:
        half, _ = divmod(ev.number, 2)
        return StopEvent(result=half)

    @step
    async def on_odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=sum([ev.number] * 3, 1))


# %% right: Union and helper functions outside
from typing import Union


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


def is_even(number: int) -> bool:
    return number // 2 * 2 == number


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def branch(self, ev: StartEvent) -> Union[EvenEvent, OddEvent]:
        return EvenEvent(number=ev.number) if is_even(ev.number) else OddEvent(number=ev.number)

    @step
    async def make_half(self, ev: EvenEvent) -> StopEvent:
        result = ev.number // 2
        return StopEvent(result=result)

    @step
    async def make_triple(self, ev: OddEvent) -> StopEvent:
        result = ev.number * 3 + 1
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


# %% wrong: result is a float
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
        return StopEvent(result=ev.number / 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: zero is taken for odd
# breaks: one halves even numbers; The number is any `int`, also 0
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


# %% wrong: first step computes already
# breaks: one looks at the `number` of the run and sends it on, unchanged
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
        half, rest = divmod(ev.number, 2)
        if rest == 0:
            return EvenEvent(number=half)
        return OddEvent(number=3 * ev.number + 1)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number)


# %% wrong: arrow promises a StopEvent that never comes
# breaks: An arrow names what its step may return, and nothing else
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


# %% wrong: two steps, the second with an if
# breaks: Write `NextNumber` with three steps
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
    async def compute(self, ev: EvenEvent | OddEvent) -> StopEvent:
        if isinstance(ev, EvenEvent):
            return StopEvent(result=ev.number // 2)
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: remainder as in C
# breaks: one makes `3 * number + 1` of odd ones; The number is any `int`, also 0, a negative one
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


# %% wrong: sign is lost on the way
# breaks: sends it on, unchanged; The number is any `int`, also 0, a negative one
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
        number = abs(ev.number)
        return OddEvent(number=number) if number % 2 else EvenEvent(number=number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)
