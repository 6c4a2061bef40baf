# %% wrong: one worker after the other by a lock of its own
# check: adds_in_one_edit
# says: For each price there is one state edit
class Till(CarelessTill):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lock = asyncio.Lock()

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with self.lock:
            total = await ctx.store.get("total")
            await ctx.store.set("total", await slow_sum(total, ev.price))
            receipt = await ctx.store.get("receipt")
            await ctx.store.set("receipt", [*receipt, ev.price])
        return PaidEvent()


# %% wrong: adds without the slow sum, two edits
# check: adds_in_one_edit
# says: What slow_sum gives for the total so far
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with ctx.store.edit_state() as state:
            state.total += ev.price
        async with ctx.store.edit_state() as state:
            state.receipt = state.receipt + [ev.price]
        return PaidEvent()


# %% wrong: gets, waits and sets, like the careless till
# check: adds_all_prices
# says: workers overwrite each other
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        total = await ctx.store.get("total")
        total = await slow_sum(total, ev.price)
        await ctx.store.set("total", total)
        async with ctx.store.edit_state() as state:
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: reads outside of the edit
# check: adds_any_prices
# says: inside one
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        total = await slow_sum(await ctx.store.get("total"), ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] = total
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: appends to the list that get returned
# check: keeps_the_receipt
# says: changes in the edit
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        receipt = await ctx.store.get("receipt")
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        receipt.append(ev.price)
        return PaidEvent()


# %% wrong: forgets the receipt
# check: keeps_any_receipt
# says: changes in the edit
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        return PaidEvent()


# %% wrong: sets inside the edit
# check: adds_all_prices
# says: Inside the block use `state[…]`
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with ctx.store.edit_state() as state:
            await ctx.store.set("total", await slow_sum(state["total"], ev.price))
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: does not await the sum
# check: adds_all_prices
# says: A coroutine is no value yet
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with ctx.store.edit_state() as state:
            state["total"] = slow_sum(state["total"], ev.price)
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: with instead of async with
# check: adds_all_prices
# says: Write `async with
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% right: the price in a variable, a new list at the end
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        price = ev.price
        async with ctx.store.edit_state() as state:
            state.receipt = state.receipt + [price]
            state.total = await slow_sum(state.total, price)
        return PaidEvent()


# %% right: by attributes, the receipt first, and a sum of swapped arguments
class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        edit = ctx.store.edit_state()
        async with edit as till:
            till.receipt = [ev.price, *till.receipt]
            till.total = await slow_sum(ev.price, till.total)
        return PaidEvent()


# %% wrong: a lock of its own
# check: adds_all_prices
# says: A lock of your own belongs to the event loop that first waited for it
LOCK = asyncio.Lock()


class Till(CarelessTill):
    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        async with LOCK:
            await ctx.store.set("total", await slow_sum(await ctx.store.get("total"), ev.price))
            await ctx.store.set("receipt", [*await ctx.store.get("receipt"), ev.price])
        return PaidEvent()
