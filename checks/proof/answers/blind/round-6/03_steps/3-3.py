# %% right: a helper for the rule, lists added
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
    @staticmethod
    def _following(number: int) -> int:
        half, odd = divmod(number, 2)
        return 3 * number + 1 if odd else half

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        numbers = [ev.number]
        return TrailEvent(numbers=numbers)

    @step
    async def grow(self, ev: TrailEvent) -> StopEvent | TrailEvent:
        if ev.numbers[-1] != 1:
            return TrailEvent(numbers=ev.numbers + [self._following(ev.numbers[-1])])
        return StopEvent(result=ev.numbers)


# %% right: a copy that is appended to
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        """Add one number, or stop at 1."""
        trail = ev.numbers.copy()
        *_, last = trail
        if last == 1:
            return StopEvent(result=trail)
        if last % 2:
            trail.append(last * 3 + 1)
        else:
            trail.append(last // 2)
        return TrailEvent(numbers=trail)

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        """Start a trail."""
        return TrailEvent(numbers=[ev.number])


# %% right: match on the last number
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=list((ev.number,)))

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        match ev.numbers[len(ev.numbers) - 1]:
            case 1:
                return StopEvent(result=list(ev.numbers))
            case number if number & 1:
                more = 3 * number + 1
            case number:
                more = number >> 1
        longer = list(ev.numbers)
        longer.insert(len(longer), more)
        return TrailEvent(numbers=longer)


# %% wrong: appends to the list of the event
# breaks: The list in the event that it took stays as it was
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
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


# %% wrong: looks at the following number only
# breaks: if the last number in it is 1, it stops with the whole list
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
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


# %% wrong: begin stops at once for 1
# breaks: `begin` always hands on a `TrailEvent` with the first number in a list, also if that is 1
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
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


# %% wrong: the trail is kept on self
# breaks: each run begins anew
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
    trail = []

    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        self.trail.append(ev.number)
        return TrailEvent(numbers=self.trail)

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        number = ev.numbers[-1]
        if number == 1:
            return StopEvent(result=ev.numbers)
        following = number // 2 if number % 2 == 0 else 3 * number + 1
        self.trail.append(following)
        return TrailEvent(numbers=self.trail)


# %% wrong: a while loop in grow
# breaks: else it hands on a new `TrailEvent` with one number more
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
    @step
    async def begin(self, ev: StartEvent) -> TrailEvent:
        return TrailEvent(numbers=[ev.number])

    @step
    async def grow(self, ev: TrailEvent) -> TrailEvent | StopEvent:
        numbers = list(ev.numbers)
        if numbers[-1] == 1:
            return StopEvent(result=numbers)
        while numbers[-1] != 1:
            number = numbers[-1]
            numbers.append(number // 2 if number % 2 == 0 else 3 * number + 1)
        return TrailEvent(numbers=numbers)


# %% wrong: a guard after 100 numbers
# breaks: if the last number in it is 1, it stops with the whole list, else it hands on a new `TrailEvent` with one number more
class TrailEvent(Event):
    """Carry the numbers so far."""

    numbers: list[int]


class Trail(Workflow):
    """Follow a number until it reaches 1."""

    # about 11 lines: the steps begin and grow
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
