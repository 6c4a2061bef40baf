# %% right: a subclass that changes two steps
class Mended(Broken):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% right: a subclass that calls the bodies of Broken
class Mended(Broken):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return await super().receipt(ev)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return await super().tax(ev)


# %% right: all three anew, with names for the numbers
class Mended(Workflow):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def receipt(self, taxed: TaxedEvent) -> StopEvent:
        """Tell what is to be paid."""
        return StopEvent(result=taxed.cents)

    @step
    async def tax(self, priced: PricedEvent) -> TaxedEvent:
        """Add a fifth."""
        fifth = priced.cents // 5
        return TaxedEvent(cents=priced.cents + fifth)

    @step
    async def price(self, start: StartEvent) -> PricedEvent:
        """Multiply the pieces by their price."""
        cents_a_piece = 250
        return PricedEvent(cents=cents_a_piece * start.pieces)


# %% wrong: the old promises kept beside the new
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Workflow):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> PricedEvent | TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> TaxedEvent | StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: None in the last arrow
# breaks: each arrow names what its body returns, and nothing else, no `None` either
class Mended(Broken):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent | None:
        return StopEvent(result=ev.cents)


# %% wrong: the price has the tax in it
# breaks: the same three steps, `price`, `tax` and `receipt`, each of which computes what it did
class Mended(Workflow):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 300)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: a last step with another name
# breaks: Write `Mended` with the same three steps, `price`, `tax` and `receipt`
class Mended(Workflow):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def bill(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)


# %% wrong: two steps, without the receipt
# breaks: Write `Mended` with the same three steps, `price`, `tax` and `receipt`
class Mended(Workflow):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=ev.pieces * 250)

    @step
    async def tax(self, ev: PricedEvent) -> StopEvent:
        return StopEvent(result=ev.cents * 6 // 5)


# %% wrong: one piece at least
# breaks: each of which computes what it did
class Mended(Broken):
    """Compute a price with tax."""

    # about 9 lines: the three steps of Broken, with signatures that fit
    @step
    async def price(self, ev: StartEvent) -> PricedEvent:
        return PricedEvent(cents=max(1, ev.pieces) * 250)

    @step
    async def tax(self, ev: PricedEvent) -> TaxedEvent:
        return TaxedEvent(cents=ev.cents * 6 // 5)

    @step
    async def receipt(self, ev: TaxedEvent) -> StopEvent:
        return StopEvent(result=ev.cents)
