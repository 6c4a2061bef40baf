# %% wrong: the first step looks too
# check: goes_round_by_events
# says: stops when the last number of the event
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent | StopEvent:
        if ev.number == 1:
            return StopEvent(result=[1])
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        last = ev.numbers[-1]
        numbers = ev.numbers + [3 * last + 1 if last % 2 else last // 2]
        return StopEvent(result=numbers) if numbers[-1] == 1 else TrailEvent(numbers=numbers)


# %% wrong: one step takes both events
# check: goes_round_by_events
# says: Its steps are begin and grow
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def grow(self, ev: StartEvent | TrailEvent) -> TrailEvent | StopEvent:
        if isinstance(ev, StartEvent):
            return TrailEvent(numbers=[ev.number])
        numbers = ev.numbers
        last = numbers[-1]
        if last == 1:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers + [last // 2 if last % 2 == 0 else 3 * last + 1])


# %% wrong: loops without end
# check: follows_a_number
# says: goes round and round
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        if last == 0:
            return StopEvent(result=ev.numbers)
        return TrailEvent(numbers=[*ev.numbers, last // 2 if last % 2 == 0 else 3 * last + 1])


# %% wrong: goes one round only
# check: follows_a_number
# says: That is one round
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent:
        last = ev.numbers[-1]
        return StopEvent(result=[*ev.numbers, last // 2 if last % 2 == 0 else 3 * last + 1])


# %% wrong: a while inside the step
# check: goes_round_by_events
# says: One round of grow adds one number
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent:
        numbers = ev.numbers
        while numbers[-1] != 1:
            last = numbers[-1]
            numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        return StopEvent(result=numbers)


# %% wrong: no way out
# check: follows_a_number
# says: The steps do not fit together
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent:
        last = ev.numbers[-1]
        if last == 1:
            return StopEvent(result=ev.numbers)
        return TrailEvent(numbers=[*ev.numbers, last // 2 if last % 2 == 0 else 3 * last + 1])


# %% wrong: stops before the 1
# check: follows_a_number
# says: The 1 belongs to the trail
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        following = last // 2 if last % 2 == 0 else 3 * last + 1
        if following == 1:
            return StopEvent(result=ev.numbers)
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: forgets the trail
# check: follows_a_number
# says: the result is the whole list
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        if last == 1:
            return StopEvent(result=last)
        return TrailEvent(numbers=[last // 2 if last % 2 == 0 else 3 * last + 1])


# %% wrong: does not look before the first round
# check: follows_a_number
# says: before the first round
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        numbers = [*ev.numbers, last // 2 if last % 2 == 0 else 3 * last + 1]
        if numbers[-1] == 1:
            return StopEvent(result=numbers)
        return TrailEvent(numbers=numbers)


# %% wrong: keeps the trail on self, so that two runs mix
# check: follows_a_number
# says: no part of it
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    numbers = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.numbers.append(ev.number)
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        if last == 1:
            return StopEvent(result=self.numbers)
        self.numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        return TrailEvent(numbers=[self.numbers[-1]])


# %% right: sends its events
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ctx: Context, ev: TrailEvent) -> TrailEvent | StopEvent | None:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        ctx.send_event(TrailEvent(numbers=[*ev.numbers, following]))


# %% wrong: appends to the list that came
# check: goes_round_by_events
# says: changes the TrailEvent that it took
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        ev.numbers.append(following)
        return TrailEvent(numbers=ev.numbers)


# %% wrong: begins with two numbers
# check: goes_round_by_events
# says: begin hands on the first number in a list
class TrailEvent(Event):

    numbers: list[int]


def following(number):
    return number // 2 if number % 2 == 0 else 3 * number + 1


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number, following(ev.number)] if ev.number > 1 else [1])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: two numbers in a round
# check: goes_round_by_events
# says: One round of grow adds one number
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

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
        if following % 2 == 0:
            numbers.append(following // 2)
        return TrailEvent(numbers=numbers)


# %% wrong: halves by a float
# check: follows_other_numbers
# says: That is another value
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = int(number / 2) if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: gives up after 50 rounds
# check: follows_other_numbers
# says: it has 51 elements, not 112
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1 or len(ev.numbers) > 50:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: the event in progress on self
# check: follows_other_numbers
# says: That is another value: it has
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.numbers = [ev.number]
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=self.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        self.numbers = [*self.numbers, following]
        await asyncio.sleep(0)
        return TrailEvent(numbers=[*ev.numbers, following])


# %% wrong: promises an end at the beginning
# check: goes_round_by_events
# says: promises StopEvent, and that never comes here
class TrailEvent(Event):

    numbers: list[int]


class Trail(Workflow):

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent | StopEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        return TrailEvent(numbers=[*ev.numbers, following])


# %% right: builds each list anew
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        *before, last = ev.numbers
        if last == 1:
            return StopEvent(result=[*before, 1])
        return TrailEvent(numbers=[*before, last, 3 * last + 1 if last % 2 else last // 2])

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.get("number")])


# %% wrong: keeps the trail of each object for good
# check: follows_a_number
# says: a run keeps nothing on self
class TrailEvent(Event):
    numbers: list[int]


class Trail(Workflow):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.numbers = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.numbers.append(ev.number)
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        last = ev.numbers[-1]
        if last == 1:
            return StopEvent(result=list(self.numbers))
        self.numbers.append(last // 2 if last % 2 == 0 else 3 * last + 1)
        return TrailEvent(numbers=[self.numbers[-1]])
