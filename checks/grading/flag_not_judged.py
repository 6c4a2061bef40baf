"""Flag for a person what no check could judge, after nbgrader has saved the points."""

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade

from checks.grading.report import state_of


class FlagNotJudged(NbGraderPreprocessor):
    """Mark an exercise as needing manual grading where a check of it was not judged.

    Points that were earned stay. Where nothing was judged there is no automatic score at all.
    """

    def preprocess(self, nb, resources):
        names = resources["nbgrader"]
        where = names["notebook"], names["assignment"], names["student"]
        with Gradebook(names["db_url"]) as gradebook:
            for cell in filter(is_grade, nb.cells):
                state = state_of(cell)
                if not state.get("not_judged"):
                    continue
                grade = gradebook.find_grade(cell.metadata.nbgrader["grade_id"], *where)
                grade.needs_manual_grade = True
                if state["not_judged"] == state["most"]:
                    grade.auto_score = None
            gradebook.db.commit()
        return nb, resources
