# %% right: a subclass with the two steps that change
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: a subclass whose steps call those of Broken
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return await super().receipt(ev)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return await super().tax(ev)


# %% right: all three copied, the sums written in another way
CENTS_PER_PIECE = 250


class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        cents = ev.cents
        return StopEvent(result=cents)

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=CENTS_PER_PIECE * ev.pieces)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        fifth = ev.cents // 5
        return TaxedEvent(cents=ev.cents + fifth)


# %% wrong: tax still promises what it promised
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


# %% wrong: receipt may return None
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Broken):
    """Compute a price with tax."""

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent | None:
        return StopEvent(result=ev.cents)


# %% wrong: the tax is rounded
# breaks: with the same three steps, `price`, `tax` and `receipt`, each of which computes what it did
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


# %% wrong: price adds the tax already
# breaks: with the same three steps, `price`, `tax` and `receipt`, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 300)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: another name for a step
# breaks: Write `Mended` with the same three steps, `price`, `tax` and `receipt`
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def add_tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: no receipt any more
# breaks: Write `Mended` with the same three steps, `price`, `tax` and `receipt`
class Mended(Workflow):
    """Compute a price with tax."""

    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)
