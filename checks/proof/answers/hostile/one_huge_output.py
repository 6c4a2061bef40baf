"""Print 200 MB at once.

cell: first-question
rest: solved
points: all
says: This cell put out so much
"""

print("x" * 200_000_000)
