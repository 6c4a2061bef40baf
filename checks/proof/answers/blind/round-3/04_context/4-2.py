# %% right: local names and a new list
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            before = state["total"]
            after = await slow_sum(before, ev.price)
            state["total"] = after
            state["receipt"] = [*state["receipt"], ev.price]
        return PaidEvent()


# %% right: attributes of the state
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            state.total = await slow_sum(state.total, ev.price)
            state.receipt += [ev.price]
        return PaidEvent()


# %% right: the receipt first, the total in a helper
async def enter(state, price: int) -> None:
    """Write a price on the receipt and add it to the total."""
    state["receipt"].append(price)
    state["total"] = await slow_sum(x=state["total"], y=price)


class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        async with ctx.store.edit_state() as state:
            await enter(state, ev.price)
            return PaidEvent()


# %% wrong: slow_sum outside, with zero
# breaks: One edit for each price has it all: reading the total, `slow_sum` of that total and the price, and the receipt.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        price = await slow_sum(0, ev.price)
        async with ctx.store.edit_state() as state:
            state["total"] += price
            state["receipt"].append(price)
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


# %% wrong: appends to the list that get returned
# breaks: a store may hand out a copy, and what you append is lost.
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


# %% wrong: one worker in place of an edit
# breaks: Mend it with a **state edit**: inside `async with ctx.store.edit_state() as state:` nobody else writes
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=1)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        total = await ctx.store.get("total")
        await ctx.store.set("total", await slow_sum(total, ev.price))
        receipt = await ctx.store.get("receipt")
        await ctx.store.set("receipt", [*receipt, ev.price])
        return PaidEvent()


# %% wrong: what costs nothing is left out
# breaks: every price is on the receipt, once for each time that it was paid.
class Till(CarelessTill):
    """Add up prices with several workers, and lose none."""

    @step(num_workers=4)
    async def take(self, ctx: Context, ev: PriceEvent) -> PaidEvent:
        """Add the price to "total" by slow_sum, and append it to "receipt", in one state edit."""
        if ev.price:
            async with ctx.store.edit_state() as state:
                state["total"] = await slow_sum(state["total"], ev.price)
                state["receipt"].append(ev.price)
        return PaidEvent()
