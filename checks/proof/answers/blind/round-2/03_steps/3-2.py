# %% right: the class chosen by an expression
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=1 + ev.number * 3)

    @step
    async def even(self, ev: EvenEvent) -> StopEvent:
        half, _ = divmod(ev.number, 2)
        return StopEvent(result=half)

    @step
    async def begin(self, ev: StartEvent) -> OddEvent | EvenEvent:
        kind = OddEvent if ev.number & 1 else EvenEvent
        return kind(number=ev.number)


# %% right: Union and bit shift
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
    async def choose(self, ev: StartEvent) -> Union[EvenEvent, OddEvent]:
        """Let the type of the event be the branch."""
        number: int = ev.get("number")
        if number % 2:
            return OddEvent(number=number)
        else:
            return EvenEvent(number=number)

    @step
    async def down(self, ev: EvenEvent) -> StopEvent:
        """Halve the number."""
        return StopEvent(ev.number >> 1)

    @step
    async def up(self, ev: OddEvent) -> StopEvent:
        """Triple the number and add 1."""
        return StopEvent(ev.number + ev.number + ev.number + 1)


# %% right: match on the remainder
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


def is_even(number: int) -> bool:
    """Say whether 2 divides the number."""
    match number % 2:
        case 0:
            return True
        case _:
            return False


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def sort_out(self, ctx: Context, ev: StartEvent) -> EvenEvent | OddEvent:
        number = ev.number
        if not is_even(number):
            return OddEvent(number=number)
        return EvenEvent(number=number)

    @step
    async def take_even(self, ctx: Context, ev: EvenEvent) -> StopEvent:
        result = ev.number // 2
        return StopEvent(result=result)

    @step
    async def take_odd(self, ctx: Context, ev: OddEvent) -> StopEvent:
        result = 3 * ev.number + 1
        return StopEvent(result=result)


# %% wrong: int of a division with a fraction
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


# %% wrong: zero is taken for odd
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
        if str(ev.number)[-1] in "2468":
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: the first step computes already
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


# %% wrong: the arrow names None too
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
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent | None:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: one step takes both kinds
# breaks: Write `NextNumber` with three steps, no more and no fewer
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


# %% wrong: a fourth step gives the result
# breaks: Both give the result.
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class DoneEvent(Event):
    """Carry the next number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> DoneEvent:
        return DoneEvent(number=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> DoneEvent:
        return DoneEvent(number=3 * ev.number + 1)

    @step
    async def finish(self, ev: DoneEvent) -> StopEvent:
        return StopEvent(result=ev.number)
