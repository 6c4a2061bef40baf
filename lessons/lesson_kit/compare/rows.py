"""Hold a question beside what the model and the reference made of it."""

from typing import NamedTuple

from lesson_kit.compare.divergence import first_divergence
from lesson_kit.compare.prompts import Parting, prompts_part
from lesson_kit.compare.suite import HONESTY, RECOVERY
from lesson_kit.compare.trajectory import Trajectory

MODEL_ROW = "the logged model"  # the row that is no question


class Row(NamedTuple):
    """A question of a case, and what the model and the reference made of it."""

    case: dict
    turn: int
    outcome: dict
    own: Trajectory
    reference: Trajectory

    @property
    def name(self) -> str:
        return row_name(self.case, self.turn)

    @property
    def question(self) -> str:
        return self.case["questions"][self.turn]

    @property
    def endless(self) -> bool:
        return self.case.get("llm", {}).get("mode") == "endless"

    @property
    def own_tool(self) -> str:
        """The tool that it called and the reference has not, where the reference could call none.

        The suite is about the reference's tools: what another one makes of this is not its matter.
        """
        if self.case["kind"] != HONESTY or self.outcome.get("type") != "str":
            return ""
        called = {one.what: None for one in self.own.happenings if one.kind == "calls"}
        added = self.own.added_tools(self.reference)
        return next(iter(called), "") if called and set(called) <= set(added) else ""

    def trajectory_parts(self) -> Parting | None:
        """Return where it took another way than the reference."""
        return None if self.own_tool else first_divergence(self.own, self.reference, self.endless)

    def prompts_part(self) -> Parting | None:
        """Return where the LLM was shown something else than by the reference.

        Runs of one agent at once see more or less of one another, and what is left of a blunder is
        the author's choice.
        """
        return prompts_part(
            self.own.prompts,
            self.reference.prompts,
            conversation=not self.case.get("together"),
            actions=self.case["kind"] != RECOVERY,
        )

    @property
    def cause(self) -> str:
        """What to tell first: the prompt, where it differed before the way did."""
        shown, went = self.prompts_part(), self.trajectory_parts()
        first = shown and (went is None or shown.replies < went.replies)
        return "prompts" if first else "trajectory"


def row_name(case: dict, turn: int) -> str:
    """Return what a case's question is called: on its trace, and in the report."""
    return case["name"] if len(case["questions"]) == 1 else f"{case['name']} {turn + 1}"
