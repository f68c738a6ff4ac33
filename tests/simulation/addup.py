"""Adds what the workers of one run met to the summary of all runs, and prints it with what was never met.

    addup.py FOLDER     the folder has part-*.json and keeps summary.json and next
"""
import glob
import json
import pathlib
import sys

EXPECTED = pathlib.Path(__file__).with_name("expected.txt")


def load(path):
    return json.loads(path.read_text()) if path.exists() else {"met": {}}


def main():
    folder = pathlib.Path(sys.argv[1])
    total = load(folder / "summary.json")
    following = []
    for name in sorted(glob.glob(str(folder / "part-*.json"))):
        part = load(pathlib.Path(name))
        following.append(part["next"])
        for key in ("histories", "failed", "runs", "effects", "milliseconds"):
            total[key] = total.get(key, 0) + part[key]
        for what, times in part["met"].items():
            total["met"][what] = total["met"].get(what, 0) + times
    (folder / "summary.json").write_text(json.dumps(total, indent=1, sort_keys=True))
    (folder / "next").write_text(str(max(following)))
    for what, times in sorted(total["met"].items()):
        print(f"{times:9}  {what}")
    expected = [line.strip() for line in EXPECTED.read_text().splitlines() if line.strip() and not line.startswith("#")]
    unmet = [what for what in expected if what not in total["met"]]
    print(f"{total['histories']} histories, {total['failed']} failed, {total['runs']} processes with "
          f"{total['effects']} effects; next seed {max(following)}")
    print("never met: " + (", ".join(unmet) or "nothing of what is expected"))


main()
