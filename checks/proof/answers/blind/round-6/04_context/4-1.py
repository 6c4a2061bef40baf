# %% right: default in get, nothing in begin
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
        halvings = await ctx.store.get("halvings", default=0)
        if ev.number == 1:
            return StopEvent(result=halvings)
        await ctx.store.set("halvings", halvings + 1)
        return HalvingEvent(number=ev.number // 2)


# %% right: a state edit in both steps
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
        async with ctx.store.edit_state() as state:
            if ev.number == 1:
                return StopEvent(result=state["count"])
            state["count"] += 1
        return HalvingEvent(number=ev.number // 2)


# %% right: go on first, stop last
class HalvingEvent(Event):
    number: int


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        await ctx.store.set("rounds_so_far", 0)
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        so_far = await ctx.store.get("rounds_so_far")
        if ev.number > 1:
            await ctx.store.set("rounds_so_far", so_far + 1)
            return HalvingEvent(number=ev.number // 2)
        return StopEvent(result=so_far)


# %% wrong: count on self
# breaks: the number travels in the event, the count stays in the store, one more in each round.
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
        if ev.number == 1:
            return StopEvent(result=self.count)
        self.count += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: count travels in the event
# breaks: the number travels in the event, the count stays in the store, one more in each round.
class HalvingEvent(Event):
    number: int
    count: int = 0


class HalvingCounter(Workflow):
    """Count how often a number can be halved until it is 1."""

    @step
    async def begin(self, ctx: Context, ev: StartEvent) -> HalvingEvent:
        """Put a count of 0 into the store, unless `halve` gives a default."""
        return HalvingEvent(number=ev.number)

    @step
    async def halve(self, ctx: Context, ev: HalvingEvent) -> HalvingEvent | StopEvent:
        """Count this round and halve; a number that is 1 stops the run, with the count as result."""
        if ev.number == 1:
            return StopEvent(result=ev.count)
        return HalvingEvent(number=ev.number // 2, count=ev.count + 1)


# %% wrong: a global counter that is never set back
# breaks: `ctx.store`, its [store](../glossary.md#store), keeps values by name for this one run
halvings = 0


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
        global halvings
        if ev.number == 1:
            return StopEvent(result=halvings)
        halvings += 1
        return HalvingEvent(number=ev.number // 2)


# %% wrong: stops at 2 already, so 1 counts as one halving
# breaks: Count how often a number, 1 or more, can be halved until it is 1
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
        await ctx.store.set("count", count)
        if ev.number <= 2:
            return StopEvent(result=count)
        return HalvingEvent(number=ev.number // 2)


# %% wrong: all halvings in one round
# breaks: the number travels in the event, the count stays in the store, one more in each round.
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
        number, count = ev.number, await ctx.store.get("count")
        while number > 1:
            number //= 2
            count += 1
        await ctx.store.set("count", count)
        return StopEvent(result=count)


# %% wrong: the whole count is computed at the beginning
# breaks: `begin` puts the first count, 0, there.
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
        if ev.number == 1:
            return StopEvent(result=await ctx.store.get("count"))
        return HalvingEvent(number=ev.number // 2)
