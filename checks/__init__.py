"""What each lesson is graded on: the hidden checks, one module a lesson, and their proof."""
