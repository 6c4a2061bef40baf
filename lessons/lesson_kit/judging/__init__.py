"""What all checks share: the handle on learner code, outcomes, and the ways to judge them.

Visible and hidden checks use it, and what shows or grades a report.
"""
