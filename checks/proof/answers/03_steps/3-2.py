# %% right: a conditional expression, and a Union
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


from typing import Union


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> Union[OddEvent, EvenEvent]:
        kind = OddEvent if ev.number % 2 else EvenEvent
        return kind(number=ev.number)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=ev.number * 3 + 1)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)


# %% wrong: a step more that ends the run
# check: takes_both_branches
# says: and no others
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NumberEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 1:
            return OddEvent(number=ev.number)
        else:
            return EvenEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> NumberEvent:
        return NumberEvent(number=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> NumberEvent:
        return NumberEvent(number=3 * ev.number + 1)

    @step
    async def tell(self, ev: NumberEvent) -> StopEvent:
        return StopEvent(result=ev.number)


# %% wrong: promises one branch only
# check: finds_the_next_number
# says: The steps do not fit together
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: emits the wrong event
# check: finds_the_next_number
# says: got what odd numbers get
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: an if in a single step
# check: takes_both_branches
# says: The type of the event is the branch
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> StopEvent:
        if ev.number % 2 == 0:
            return StopEvent(result=ev.number // 2)
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: strings for integers
# check: finds_the_next_number
# says: not an int
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=str(ev.number // 2))

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=str(3 * ev.number + 1))


# %% wrong: hard-codes the two examples
# check: finds_the_next_number
# says: That is another value
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=3)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=22)


# %% wrong: divides with a remainder
# check: finds_the_next_number
# says: it is a float, not an int
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        return EvenEvent(number=ev.number) if ev.number % 2 == 0 else OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number / 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% right: sends its events
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

    @step
    async def look(self, ctx: Context, ev: StartEvent) -> EvenEvent | OddEvent | None:
        if ev.number % 2 == 0:
            ctx.send_event(EvenEvent(number=ev.number))
        else:
            ctx.send_event(OddEvent(number=ev.number))

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: int of a float
# check: finds_other_next_numbers
# says: keeps some 16 digits
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

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


# %% wrong: the first step computes
# check: takes_both_branches
# says: the step that takes it computes
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

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


# %% wrong: 0 is no even number
# check: finds_other_next_numbers
# says: That is another value
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number and ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: negative numbers without their sign
# check: finds_other_next_numbers
# says: That is another value
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * abs(ev.number) + 1)


# %% wrong: rounds negative numbers towards zero by a text
# check: finds_other_next_numbers
# says: That is another value
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=max(ev.number // 2, 0))

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: sends both events
# check: takes_both_branches
# says: send one event
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

    @step
    async def look(self, ctx: Context, ev: StartEvent) -> EvenEvent | OddEvent:
        if ev.number % 2 == 0:
            ctx.send_event(OddEvent(number=ev.number))
            return EvenEvent(number=ev.number)
        return OddEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=ev.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * ev.number + 1)


# %% wrong: promises an end that it never gives
# check: takes_both_branches
# says: promises StopEvent, and that never comes here
class EvenEvent(Event):

    number: int


class OddEvent(Event):

    number: int


class NextNumber(Workflow):

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


# %% wrong: the number on self
# check: finds_other_next_numbers
# says: under way together, and share self
class EvenEvent(Event):
    number: int


class OddEvent(Event):
    number: int


class NextNumber(Workflow):
    @step
    async def look(self, ev: StartEvent) -> EvenEvent | OddEvent:
        self.number = ev.number
        return OddEvent(number=ev.number) if ev.number % 2 else EvenEvent(number=ev.number)

    @step
    async def halve(self, ev: EvenEvent) -> StopEvent:
        return StopEvent(result=self.number // 2)

    @step
    async def triple(self, ev: OddEvent) -> StopEvent:
        return StopEvent(result=3 * self.number + 1)
