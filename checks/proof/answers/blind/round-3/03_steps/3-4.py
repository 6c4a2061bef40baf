# %% right: all events first, then all are sent
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        events = [CityEvent(city=city) for city in ev.cities]
        for event in events:
            ctx.send_event(event)
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: by index
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        cities = ev.get("cities")
        number = 0
        while number < len(cities):
            ctx.send_event(message=CityEvent(city=cities[number]))
            number += 1

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: a copy of the list is used up
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        waiting = list(ev.cities)
        while waiting:
            city = waiting.pop(0)
            ctx.send_event(CityEvent(city=city))

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
        for city in dict.fromkeys(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: in the order of the alphabet
# breaks: it sends a `CityEvent` for each of the `cities`, in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in sorted(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the list of the caller is used up
# breaks: The caller's list stays as it is.
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        while ev.cities:
            ctx.send_event(CityEvent(city=ev.cities.pop(0)))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the first three only
# breaks: it sends a `CityEvent` for each of the `cities`
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in ev.cities[:3]:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the last one is returned as well
# breaks: it sends a `CityEvent` for each of the `cities`, in their order; a city that is listed several times is sent as often
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in ev.cities:
            event = CityEvent(city=city)
            ctx.send_event(event)
        return event

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the same city twice in a row is left out
# breaks: a city that is listed several times is sent as often
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        previous = None
        for city in ev.cities:
            if city != previous:
                ctx.send_event(CityEvent(city=city))
            previous = city

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")
