# %% right: a list comprehension
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        [ctx.send_event(CityEvent(city=city)) for city in ev.cities]
        return None

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: sends all but the last, and returns it
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        *others, last = ev.get("cities")
        for city in others:
            ctx.send_event(CityEvent(city=city))
        return CityEvent(city=last)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% right: by index, to the step by its name
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for place in range(len(ev.cities)):
            ctx.send_event(CityEvent(city=ev.cities[place]), step="ask")

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: returns the first event instead of sending all
# check: sends_an_event_for_each
# says: 1 of 4 cities was sent
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            return CityEvent(city=city)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: makes the events, and sends none
# check: ends_with_the_fastest
# says: No CityEvent was sent
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            CityEvent(city=city)

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: sends the whole list in one event
# check: ends_with_the_fastest
# says: refuses what was put into its field city
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        ctx.send_event(CityEvent(city=ev.cities))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: awaits the sending
# check: ends_with_the_fastest
# says: It raised an exception
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities:
            await ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: sorts the cities
# check: sends_an_event_for_each
# says: in its order
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in sorted(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: leaves out a city that is listed twice
# check: sends_other_cities
# says: for each city in the list
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in dict.fromkeys(ev.cities):
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: empties the caller's list
# check: sends_an_event_for_each
# says: Leave it as it is
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        while ev.cities:
            ctx.send_event(CityEvent(city=ev.cities.pop(0)))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: the first four only, as there are four workers
# check: sends_other_cities
# says: for each city in the list
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        for city in ev.cities[:4]:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: two cities, as in the example
# check: sends_an_event_for_each
# says: for each city in the list
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        first, second, *_ = ev.cities
        ctx.send_event(CityEvent(city=first))
        ctx.send_event(CityEvent(city=second))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: sends what is not there yet on self in the next run
# check: sends_other_cities
# says: for each city in the list
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    waiting = []

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | None:
        self.waiting.extend(ev.cities)
        for city in self.waiting:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")


# %% wrong: an arrow with an end that never comes
# check: sends_an_event_for_each
# says: promises StopEvent, and that never comes here
class CityEvent(Event):
    city: str


class Fastest(Workflow):
    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> CityEvent | StopEvent | None:
        for city in ev.cities:
            ctx.send_event(CityEvent(city=city))

    @step
    async def ask(self, ev: CityEvent) -> StopEvent:
        return StopEvent(result=f"{ev.city}: {await look_up(ev.city)}")
