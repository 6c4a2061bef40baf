# %% right: events first, then sent by index
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        events = [CityEvent(city=city) for city in ev.cities]
        for i in range(len(events)):
            ctx.send_event(events[i])
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: an iterator and while
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        cities = iter(ev.get("cities"))
        while (city := next(cities, None)) is not None:
            ctx.send_event(message=CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: a helper method sends one, to the step by name
from functools import partial


class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        send = partial(ctx.send_event, step="ask")
        for event in self.events_of(ev.cities):
            send(event)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")

    @staticmethod
    def events_of(cities):
        """Give a CityEvent for each city, one after the other."""
        yield from (CityEvent(city=city) for city in cities)


# %% wrong: each city only once
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


# %% wrong: takes the cities out of the list
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


# %% wrong: from the end of a copy
# breaks: it sends a `CityEvent` for each of the `cities`, in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        cities = list(ev.cities)
        while cities:
            ctx.send_event(CityEvent(city=cities.pop()))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: no more than four
# breaks: it sends a `CityEvent` for each of the `cities`, in their order
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        # a step takes four events at once, so that more would only wait
        for city, _ in zip(ev.cities, range(4)):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the arrow names StopEvent too
# breaks: An arrow names what may come out of its step, and nothing else
class CityEvent(Event):
    """Carry one city."""

    city: str


class Fastest(Workflow):
    """Tell the weather of the city whose look-up is the fastest."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | StopEvent | None:
        """Send a CityEvent for each of the `cities` of the run."""
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the last city is sent and returned
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
