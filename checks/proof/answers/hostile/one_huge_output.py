"""Print 200 MB at once.

cell: first-question
rest: solved
points: all
"""

print("x" * 200_000_000)
