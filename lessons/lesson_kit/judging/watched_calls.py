"""Call a learner's function, and judge what the call left behind beside its value."""

from dataclasses import dataclass

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Learner, show_argument
from lesson_kit.judging.outcomes import Failed, Outcome, same, show
from lesson_kit.probes.replies import Kept


@dataclass
class WatchedOutcome(Outcome):
    """What a call led to, and what it left behind; `reply` is None where it gave no value."""

    reply: Kept | None = None

    def keeps_what_it_is_given(self, meaning: Finding) -> None:
        """Fail unless each object that the function was given is as it was, however deep."""
        if self.reply is not None and self.reply["kept"] is not True:
            raise Failed(meaning, self.called, "what it was given, unchanged", "it is changed")

    def calls_once(self, tool: str, arguments: dict, again: Finding, other: Finding) -> None:
        """Fail unless of the tools made to order this one was called, once, with the arguments."""
        calls = self.reply["calls"] if self.reply is not None else []
        called = " and ".join(f"{one['tool']} with {one['arguments']}" for one in calls)
        if len(calls) != 1:
            raise Failed(again, self.called, f"1 call of {tool}", called or "no call")
        if not same(calls[0], {"tool": tool, "arguments": arguments}):
            raise Failed(other, self.called, f"{tool} with {show(arguments)}", called)


def watched_call(learner: Learner, target: str, *args, called: str = "") -> WatchedOutcome:
    """Call a learner's function; what it calls and changes is told, too."""
    shown = called or f"{target}({', '.join(map(show_argument, args))})"
    found = learner.request("kept_arguments.call", shown, target=target, args=list(args))
    outcome = WatchedOutcome(**vars(found))
    if outcome.ok and isinstance(outcome.value, dict) and "kept" in outcome.value:
        outcome.reply = outcome.value
        outcome.value, outcome.type = outcome.reply["value"], outcome.reply["type"]
    return outcome
