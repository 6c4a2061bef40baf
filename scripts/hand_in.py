"""Look at your lessons as grading will take them in, and make the files to hand in.

    python3 scripts/hand_in.py                        # what of those that you have begun counts?
    python3 scripts/hand_in.py --name ann             # and make their files
    python3 scripts/hand_in.py 01_tools --name ann    # of one lesson
    python3 scripts/hand_in.py --workspace FOLDER     # where FOLDER holds 01_tools/ and so on

It reads what your notebooks hold as they were last saved, and leaves the files in `to_hand_in/` in
your workspace, or in FOLDER: one that nbgrader's exchange has filled will do. The name is the one
by which your instructor knows you. A lesson that you have not finished gets a file, too, and that
is said. Exit code 1: an answer cell is missing or not saved, and no file was made of that lesson.
"""

import argparse
import sys
from pathlib import Path

import environment
from environment import ROOT, SetupError


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="such as 01_tools")
    parser.add_argument("--name", default="", help="who you are, for your instructor")
    parser.add_argument(
        "--anyway", action="store_true", help="make the file also where an answer is missing"
    )
    parser.add_argument(
        "--workspace",
        type=Path,
        default=ROOT / "workspace",
        metavar="FOLDER",
        help="that the lessons' folders are in (workspace/)",
    )
    options = parser.parse_args()
    if not options.workspace.is_dir():
        raise SetupError(
            f"There is no workspace {options.workspace}. Name yours with --workspace, or make one "
            "with `python3 scripts/learn.py`."
        )
    if options.anyway and not options.name:
        raise SetupError("A file needs a name: add --name with yours.")
    environment.enter()
    sys.path.insert(0, str(ROOT / "lessons"))
    from lesson_kit.one_sentence import OneSentence
    from lesson_kit.workspace.handing_in import NO_FILE, looks_at, said_of_file
    from lesson_kit.workspace.looking import said_of_saving

    try:
        looks = looks_at(options.lessons, options.workspace.resolve())
        for look in looks:
            print(look.text)
            if options.name and (look.whole or (options.anyway and not look.unreadable)):
                print(said_of_file(look, options.name, options.workspace))
            elif options.name:
                print(
                    f"  {NO_FILE}" + ("" if look.unreadable else " --anyway makes it all the same.")
                )
            print()
        if told := said_of_saving(looks):
            print(told)
    except OneSentence as said:
        raise SetupError(str(said)) from None
    if not options.name:
        print("For the files to hand in, add --name with your name.")
    return 0 if all(look.whole for look in looks) else 1


if __name__ == "__main__":
    environment.run(main)
