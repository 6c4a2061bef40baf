# %% right: the last one is returned
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        *others, last = ev.cities
        for name in others:
            ctx.send_event(CityEvent(city=name))
        return CityEvent(city=last)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: events made first, sent by their index
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        events = [CityEvent(city=city) for city in ev.cities]
        for position in range(len(events)):
            ctx.send_event(events[position])
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: an iterator, and the step named
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        waiting = iter(ev.cities)
        while (city := next(waiting, None)) is not None:
            ctx.send_event(CityEvent(city=city), step="ask")

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: each city once
# breaks: a city that is listed several times is sent as often
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        for city in dict.fromkeys(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: by the alphabet
# breaks: it sends a `CityEvent` for each of the `cities`, in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        for city in sorted(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: pops the list empty
# breaks: The caller's list stays as it is.
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        cities = ev.cities
        while cities:
            ctx.send_event(CityEvent(city=cities.pop(0)))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the last one sent and returned
# breaks: it sends a `CityEvent` for each of the `cities`, in their order (the last one may also be returned); a city that is listed several times is sent as often
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        for city in ev.cities:
            event = CityEvent(city=city)
            ctx.send_event(event)
        return event

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: no more than four
# breaks: it sends a `CityEvent` for each of the `cities`
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        for city in ev.cities[:4]:  # a step has four workers
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: StopEvent in the arrow
# breaks: An arrow names what may come out of its step, and nothing else
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | StopEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # about 2 lines
        if not ev.cities:
            return StopEvent(result="no city")
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")
