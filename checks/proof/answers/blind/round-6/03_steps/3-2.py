# %% right: class chosen by index, typing.Union
from typing import Union


class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @step
    async def sort_out(self, ev: StartEvent) -> Union[EvenEvent, OddEvent]:
        kind = (EvenEvent, OddEvent)[ev.number % 2]
        return kind(number=ev.number)

    @step
    async def handle_even(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number >> 1)

    @step
    async def handle_odd(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number * 3 + 1)


# %% right: match, and divmod
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @step
    async def odd_step(self, odd: OddEvent) -> StopEvent:
        """Triple and add 1."""
        following = odd.number + odd.number + odd.number + 1
        return StopEvent(result=following)

    @step
    async def even_step(self, even: EvenEvent) -> StopEvent:
        """Halve."""
        half, _ = divmod(even.number, 2)
        return StopEvent(result=half)

    @step
    async def decide(self, ev: StartEvent) -> OddEvent | EvenEvent:
        """Tell even from odd."""
        match ev.number % 2:
            case 0:
                return EvenEvent(number=ev.number)
            case _:
                return OddEvent(number=ev.number)


# %% right: the last bit, a helper, one return
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @staticmethod
    def _is_odd(number: int) -> bool:
        return bool(number & 1)

    @step
    async def start(self, ev: StartEvent) -> EvenEvent | OddEvent:
        number = ev.number
        return OddEvent(number=number) if self._is_odd(number) else EvenEvent(number=number)

    @step
    async def half(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def up(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=1 + 3 * ev.number)


# %% wrong: half by way of a float
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits, and so is the result.
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
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


# %% wrong: numbers below 1 are refused
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number < 1:
            raise ValueError("The number has to be positive.")
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: the first step does the sums
# breaks: One looks at the `number` of the run and hands it on, unchanged, in an `EvenEvent` or an `OddEvent`
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
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


# %% wrong: None in the arrow
# breaks: An arrow names what may come out of its step, and nothing else
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent | None:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        if ev.number % 2 == 1:
            return OddEvent(number=ev.number)
        return None

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: one step for both events
# breaks: Write `NextNumber` with three steps, no more and no fewer
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
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


# %% wrong: remainder of a negative number as in C
# breaks: The number is any `int`, also 0, a negative one or one of 30 digits, and so is the result.
class EvenEvent(Event):
    """Carry an even number."""

    number: int


class OddEvent(Event):
    """Carry an odd number."""

    number: int


class NextNumber(Workflow):
    """Halve an even number; triple an odd one and add 1."""

    # about 13 lines: three steps
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        remainder = abs(ev.number) % 2 * (1 if ev.number > 0 else -1)
        if remainder == 1:
            return OddEvent(number=ev.number)
        return EvenEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)
