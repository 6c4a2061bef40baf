# %% right: a default in halve, nothing in begin
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        so_far = await ctx.store.get("halvings", default=0)
        if ev.number == 1:
            return StopEvent(result=so_far)
        await ctx.store.set("halvings", so_far + 1)
        return HalvingEvent(number=ev.number // 2)


# %% right: counting in a state edit
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        async with ctx.store.edit_state() as state:
            state["count"] = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        async with ctx.store.edit_state() as state:
            state["count"] += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: the other branch first
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("rounds", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        rounds: int = await ctx.store.get("rounds")
        if ev.number > 1:
            await ctx.store.set("rounds", rounds + 1)
        else:
            return StopEvent(result=rounds)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: the count is an attribute of the workflow
# breaks: the number travels in the event, the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        self.count = 0
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: begins with minus one
# breaks: `begin` puts the first count, 0, there.
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", -1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        count = await ctx.store.get("count") + 1
        await ctx.store.set("count", count)
        if ev.number <= 1:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: stops at two and adds the last halving
# breaks: a number that is 1 stops the run, with the count as result
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
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


# %% wrong: the whole count by bit_length in begin
# breaks: the count stays in the store, one more in each round
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", ev.number.bit_length() - 1)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=await ctx.store.get("count"))
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
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("count", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number <= 1:
            return StopEvent(result=ev.count)
        return HalvingEvent(number=ev.number // 2, count=ev.count + 1)
