"""Write a graded submission into the gradebook, all of it or nothing."""

import contextlib

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades

from checks.grading.report import state_of


@contextlib.contextmanager
def one_transaction(gradebook: Gradebook):
    """Let all that is done meanwhile be one transaction: nbgrader commits with every call."""
    session = gradebook.db
    commit, session.commit = session.commit, session.flush
    try:
        with session.no_autoflush:  # a half-made submission is not written before its time
            yield
    finally:
        session.commit = commit
    session.commit()


class SaveGradesAtOnce(SaveAutoGrades):
    """Save a submission and its grades in one transaction: a part of them would look like zeros.

    An exercise of which a check was not judged is flagged for a person. Points that were earned
    stay; where nothing was judged there is no automatic score at all.
    """

    def preprocess(self, nb, resources):
        told = resources["nbgrader"]
        self.notebook_id, self.assignment_id = told["notebook"], told["assignment"]
        self.student_id, self.db_url = told["student"], told["db_url"]
        with Gradebook(self.db_url) as self.gradebook, one_transaction(self.gradebook):
            self.gradebook.update_or_create_student(self.student_id)
            when = {"timestamp": told["timestamp"]} if told.get("timestamp") else {}
            self.gradebook.update_or_create_submission(self.assignment_id, self.student_id, **when)
            nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
        return nb, resources

    def _add_score(self, cell, resources):
        super()._add_score(cell, resources)
        state = state_of(cell)
        if state.get("not_judged"):
            where = self.notebook_id, self.assignment_id, self.student_id
            grade = self.gradebook.find_grade(cell.metadata.nbgrader["grade_id"], *where)
            grade.needs_manual_grade = True
            if state["not_judged"] == state["most"]:
                grade.auto_score = None
