"""The instructor's side: hidden checks, grading, the proof of the checks, and the tests of all."""
