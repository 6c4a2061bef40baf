# %% right: a subclass with the two steps that change
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: a subclass that calls the bodies of Broken
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return await super().receipt(ev)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return await super().tax(ev)


# %% right: copied, with names for the numbers
CENTS_A_PIECE = 250


class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(ev.cents)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        with_tax = ev.cents + ev.cents // 5
        return TaxedEvent(cents=with_tax)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=CENTS_A_PIECE * ev.pieces)


# %% wrong: tax promises both events
# breaks: each arrow names what its body returns, and nothing else
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> PricedEvent | TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: receipt may return nothing
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent | None:
        return StopEvent(result=ev.cents)


# %% wrong: the tax is added in receipt
# breaks: Write `Mended` with the same three steps, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: price and tax in one step
# breaks: Write `Mended` with the same three steps
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.pieces * 250 * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: the tax is rounded to the nearest
# breaks: each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=round(ev.cents * 1.2))

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: always four pieces
# breaks: each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=1000)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)
