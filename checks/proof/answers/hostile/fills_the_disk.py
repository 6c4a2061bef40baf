"""Fill the disk (here it is content with 1 GB).

cell: try-1-1
rest: solved
points: all
says: No space left on device
never says: wrote it all
"""

from pathlib import Path

for number in range(50):
    Path(f"big-{number}").write_bytes(b"x" * 20_000_000)
print("wrote", "it all")
