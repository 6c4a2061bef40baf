# %% right: receipt first, names for the values
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = ev.price
        async with ctx.store.edit_state() as state:
            state["receipt"].append(price)
            before = state["total"]
            state["total"] = await slow_sum(before, price)
        return PaidEvent()


# %% right: attributes of the state, and the arguments by name
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state.total = await slow_sum(x=state.total, y=ev.price)
            state.receipt.append(ev.price)
        return PaidEvent()


# %% right: a new list in place of the old, in a helper function
async def pay(till, price: int) -> None:
    """Note a price in the state of a till."""
    total = await slow_sum(till["total"], price)
    till["total"] = total
    till["receipt"] = [*till["receipt"], price]


class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as till:
            await pay(till, ev.price)
        return PaidEvent()


# %% wrong: the receipt outside the edit
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        receipt = await ctx.store.get("receipt")
        receipt.append(ev.price)
        return PaidEvent()


# %% wrong: two edits
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        async with ctx.store.edit_state() as state:
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: a plain plus
# breaks: Add the price to "total" by slow_sum, and append it to "receipt", in one state edit.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] += ev.price
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: slow_sum of nothing and the price, before the edit
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        amount = await slow_sum(0, ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] += amount
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: each price on the receipt only once
# breaks: every price is on the receipt, once for each time that it was paid.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
            if ev.price not in state["receipt"]:
                state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: a lock of its own in place of the edit
# breaks: Mend it with a **state edit**: inside `async with ctx.store.edit_state() as state:` nobody else writes
till_lock = asyncio.Lock()


class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with till_lock:
            total = await ctx.store.get("total")
            await ctx.store.set("total", await slow_sum(total, ev.price))
            receipt = await ctx.store.get("receipt")
            await ctx.store.set("receipt", receipt + [ev.price])
        return PaidEvent()
