"""The checks that learners run: one module a lesson, in the order of the lesson."""
