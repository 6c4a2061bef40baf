# %% right: bits, and Union
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
    async def even(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number >> 1)

    @step
    async def odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number + 2 * ev.number + 1)

    @step
    async def sort_out(self, ev: StartEvent) -> Union[OddEvent, EvenEvent]:
        return OddEvent(number=ev.number) if ev.number & 1 else EvenEvent(number=ev.number)


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
    async def branch(self, ev: StartEvent) -> EvenEvent | OddEvent:
        number = ev.get("number")
        match number % 2:
            case 0:
                following = EvenEvent(number=number)
            case _:
                following = OddEvent(number=number)
        return following

    @step
    async def take_even(self, ev: EvenEvent) -> StopEvent:
        half, _ = divmod(ev.number, 2)
        return StopEvent(result=half)

    @step
    async def take_odd(self, ev: OddEvent) -> StopEvent:
        result = ev.number * 3
        result += 1
        return StopEvent(result=result)


# %% right: the first step sends its event
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    @step
    async def start(self, ctx: Context, ev: StartEvent) -> EvenEvent | OddEvent | None:
        kind = (EvenEvent, OddEvent)[ev.number % 2]
        ctx.send_event(kind(number=ev.number))
        return None

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: divides by way of a float
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


# %% wrong: looks at the last digit and forgets 0
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
        if str(ev.number)[-1] in "2468":
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: the first arrow names StopEvent too
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


# %% wrong: one step for both kinds
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


# %% wrong: the sign gets lost in halving
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits
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
        return StopEvent(result=abs(ev.number) // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)
