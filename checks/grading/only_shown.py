"""Find the cells that only show something: they need not run when graded.

What takes seconds and no check looks at - the patients of lesson 5, the server of lesson 7, what is
tried with them - has a tag in the solution. Such a cell is left out when it is as it was handed out
and nothing that does run reads a name from it. A cell that a learner has changed runs.
"""

import ast
import re
import symtable

from lesson_kit.manifest import lesson_of

from checks.grading.carried import id_of, kit_cells
from checks.grading.exercises import exercise_of

TAG = "skip-when-graded"
REACH_NAMES = {"eval", "exec", "globals", "vars", "locals", "__main__", "get_ipython"}
# With these a cell takes what another has shown or made, whatever its name.
REACH_ALL = re.compile(r"_+|_\d+|Out|In|gc")
SAID = "Left out when graded: the cell is as it was handed out, and only shows something."


def only_shown(cells: list) -> set[str]:
    """Return the ids of the cells of a lesson's notebook that are left out."""
    lesson = next((lesson_of(one).folder for one in map(exercise_of, cells) if one), None)
    if lesson is None:
        return set()
    kit = {cell.id: cell for cell in kit_cells(lesson) if TAG in cell.metadata.get("tags", [])}
    code = [cell for cell in cells if cell.cell_type == "code"]
    left_out = {id_of(cell): cell for cell in code if is_given(cell, kit)}
    given = {cell.id: cell for cell in kit_cells(lesson)}
    own = (names_read(cell.source) for cell in code if not is_given(cell, given))
    if any(filter(REACH_ALL.fullmatch, set().union(*own))):
        return set()
    while True:
        run = [cell for cell in code if id_of(cell) not in left_out]
        read = set().union(*(names_read(cell.source) for cell in run))
        needed = [name for name, cell in left_out.items() if names_bound(cell.source) & read]
        if not needed:
            return set(left_out)
        for name in needed:
            del left_out[name]


def is_given(cell, kit: dict) -> bool:
    """Tell whether a cell is one of these as it was handed out."""
    given = kit.get(id_of(cell))
    return given is not None and given.source.strip() == cell.source.strip()


def names_read(source: str) -> set[str]:
    """Return the global names that code reads, deletes or adds to; all of its words where unsure.

    That is where it is not plain Python, or reaches names in a way that cannot be read off it.
    """
    words = set(re.findall(r"\w+", source))
    try:
        tree, table = ast.parse(source), symtable.symtable(source, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return words
    if words & REACH_NAMES:
        return words
    # As in `globals()["patients"]`; a text of several words is prose.
    quoted = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    found = {text for text in quoted if text.isidentifier()}
    for node in ast.walk(tree):
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
            found.add(node.id)
        elif isinstance(node, ast.Global):
            found.update(node.names)
    waiting = [table]
    while waiting:
        scope = waiting.pop()
        waiting += scope.get_children()
        found |= {
            one.get_name()
            for one in scope.get_symbols()
            # A class's own name may be the global one when it is read: `book = book`.
            if one.is_referenced()
            and (scope is table or one.is_global() or scope.get_type() == "class")
        }
    return found


def names_bound(source: str) -> set[str]:
    """Return the names that a cell of the kit's gives to something."""
    table = symtable.symtable(source, "cell", "exec")
    return {
        one.get_name()
        for one in table.get_symbols()
        if one.is_assigned() or one.is_imported() or one.is_namespace()
    }
