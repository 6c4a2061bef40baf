# %% right: receipt first, attributes of the state
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            state.receipt.append(ev.price)
            state.total = await slow_sum(state.total, ev.price)
        return PaidEvent()


# %% right: a helper that pays into a state
async def pay(state, price: int) -> None:
    """Book one price in a state that is being edited."""
    before = state["total"]
    after = await slow_sum(before, price)
    state["total"] = after
    receipt = state["receipt"]
    receipt.append(price)


class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            await pay(state, ev.price)
        return PaidEvent()


# %% right: variables, and a longer list put back
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        price = ev.price
        async with ctx.store.edit_state() as till:
            total, receipt = till["total"], till["receipt"]
            total = await slow_sum(total, price)
            till["total"], till["receipt"] = total, receipt + [price]
        return PaidEvent()


# %% wrong: two edits, one for the total and one for the receipt
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
        async with ctx.store.edit_state() as state:
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: a plain sum in place of slow_sum
# breaks: Add the price to "total" by slow_sum, and append it to "receipt", in one state edit.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            state["total"] += ev.price
            state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: the waiting before the edit
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        price = await slow_sum(0, ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] += price
            state["receipt"].append(price)
        return PaidEvent()


# %% wrong: a price that is on the receipt is not written again
# breaks: every price is on the receipt, once for each time that it was paid
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            state["total"] = await slow_sum(state["total"], ev.price)
            if ev.price not in state["receipt"]:
                state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: a price of 0 is left off
# breaks: every price is on the receipt, once for each time that it was paid
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with ctx.store.edit_state() as state:
            if ev.price:
                state["total"] = await slow_sum(state["total"], ev.price)
                state["receipt"].append(ev.price)
        return PaidEvent()


# %% wrong: a lock of its own, with get and set
# breaks: Mend it with a **state edit**: inside `async with ctx.store.edit_state() as state:` nobody else writes
lock = asyncio.Lock()


class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        # about 3 lines
        async with lock:
            total = await ctx.store.get("total")
            await ctx.store.set("total", await slow_sum(total, ev.price))
            receipt = await ctx.store.get("receipt")
            await ctx.store.set("receipt", [*receipt, ev.price])
        return PaidEvent()
