# %% right: default in halve in place of begin
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        so_far = await ctx.store.get("halvings", default=0)
        if ev.number == 1:
            return StopEvent(result=so_far)
        await ctx.store.set("halvings", so_far + 1)
        return HalvingEvent(number=ev.number // 2)


# %% right: counts in a state edit
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        async with ctx.store.edit_state() as state:
            state["count"] = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number < 2:
            return StopEvent(result=await ctx.store.get("count"))
        async with ctx.store.edit_state() as state:
            state["count"] += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: counts first and takes the last round off
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("rounds", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        rounds = 1 + await ctx.store.get("rounds")
        await ctx.store.set("rounds", rounds)
        match ev.number:
            case 1:
                return StopEvent(result=rounds - 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count on self
# breaks: the number travels in the event, the count stays in the store
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        self.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count travels in the event
# breaks: the number travels in the event, the count stays in the store
class HalvingEvent(Event):
    number: int
    count: int = 0


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=ev.count)
        return HalvingEvent(number=ev.number // 2, count=ev.count + 1)


# %% wrong: stops at 2 and adds the last halving
# breaks: Count how often a number, 1 or more, can be halved until it is 1
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count") + 1
        if ev.number <= 2:
            return StopEvent(result=count)
        await ctx.store.set("count", count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: result as text
# breaks: a number that is 1 stops the run, with the count as result.
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count")
        if ev.number == 1:
            return StopEvent(result=f"{count}")
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: begin computes the whole count
# breaks: Put a count of 0 into the store.
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("count", ev.number.bit_length() - 1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        return HalvingEvent(number=ev.number // 2)


# %% wrong: number in the store, count in the event
# breaks: the number travels in the event, the count stays in the store
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("number", ev.number)
        return HalvingEvent(number=0)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        number = await ctx.store.get("number")
        if number == 1:
            return StopEvent(result=ev.number)
        await ctx.store.set("number", number // 2)
        return HalvingEvent(number=ev.number + 1)


# %% wrong: no number 1
# breaks: Count how often a number, 1 or more, can be halved until it is 1
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count")
        if ev.number == 1 and count:
            return StopEvent(result=count)
        if ev.number == 1:
            raise ValueError("the number must be 2 or more")
        await ctx.store.set("count", count + 1)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: a list of all runs on the class
# breaks: the number travels in the event, the count stays in the store
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    rounds: list[int] = []

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store."""
        await ctx.store.set("count", len(self.rounds))
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=len(self.rounds))
        self.rounds.append(ev.number)
        return HalvingEvent(number=ev.number // 2)
