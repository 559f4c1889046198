"""Proves that `deskrules bulk` answers the same inside Apache Spark as alone, and measures what it takes.

python scale.py COMMAND FOLDER [--record FILE]
"""

import argparse
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

MANY = 1_000_000
BAD = MANY // 3
FEW_PARTITIONS, MANY_PARTITIONS = 4, 24
LEVELS = ["high", "medium", "low"]
HERE = Path(__file__).parent
MARKS = re.compile(r"(<!-- figures -->\n).*(<!-- end of figures -->)", re.DOTALL)


def ticket(number: int) -> str:
    """Returns a ticket; one of them all cannot be read."""
    if number == BAD:
        return '{"id":"broken"'
    opened = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(seconds=number * 73)
    fields = {"id": number, "impact": LEVELS[number % 3], "urgency": LEVELS[number // 3 % 3], "reportedAt": opened.isoformat()}
    return json.dumps(fields, separators=(",", ":"))


def main() -> int:
    """Runs it all; a difference ends it with a line that says where."""
    options = argparse.ArgumentParser()
    options.add_argument("command")
    options.add_argument("folder", type=Path)
    options.add_argument("--record", type=Path)
    given = options.parse_args()
    tickets, answers = given.folder / "tickets.ndjson", given.folder / "answers"
    shutil.rmtree(answers, ignore_errors=True)
    given.folder.mkdir(parents=True, exist_ok=True)
    tickets.write_text("".join(f"{ticket(number)}\n" for number in range(MANY)))

    alone, alone_seconds = by_one_process(given.command, tickets)
    two = by_spark(2, tickets, answers, given.command)
    one = by_spark(1, tickets, Path(), given.command)

    compare(alone, [line for part in sorted(answers.glob("part-*")) for line in part.read_text().splitlines()])
    assert two["workers"] == 2 and one["workers"] == 1, f"{two['workers']} and {one['workers']} workers"
    page = table(alone_seconds, one["runs"], two["runs"])
    print(page)
    if given.record:
        text = given.record.read_text()
        given.record.write_text(MARKS.sub(lambda marks: f"{marks[1]}{page}{marks[2]}", text))
    return 0


def by_one_process(command: str, tickets: Path) -> tuple[list[str], float]:
    """Returns the answers of the command by itself, and its seconds, start included."""
    start = time.perf_counter()
    done = subprocess.run([*command.split(), str(tickets)], check=True, capture_output=True, text=True)
    return done.stdout.splitlines(), time.perf_counter() - start


def by_spark(workers: int, tickets: Path, answers: Path, command: str) -> dict:
    """Returns what a cluster of so many workers measured."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    wanted = str(answers) if answers != Path() else ""
    arguments = [str(workers), str(tickets), wanted, command, str(FEW_PARTITIONS), str(MANY_PARTITIONS)]
    done = subprocess.run([sys.executable, str(HERE / "measure.py"), *arguments], env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stderr[-4000:]}\nSpark failed")
    return json.loads(done.stdout.splitlines()[-1])


def compare(alone: list[str], spread: list[str]) -> None:
    """Ends it all when a record has another answer; lines are numbered within a partition."""

    def by_id(lines: list[str]) -> dict:
        found = {}
        for line in lines:
            answer = json.loads(line)
            answer.pop("line")
            found[answer.get("id", "broken")] = answer
        return found

    assert len(alone) == len(spread) == MANY, f"{len(alone)} and {len(spread)} answers"
    expected, found = by_id(alone), by_id(spread)
    assert "error" in found["broken"], "the broken record is answered by an error"
    assert sum("error" in answer for answer in found.values()) == 1, "one broken record is one error"
    for key, answer in expected.items():
        assert found[key] == answer, f"{key}: {answer} by one process, {found[key]} by Spark"
    print(f"{MANY:,} answers are the same by one process and by Spark, one of them an error")


def table(alone: float, one: list[dict], two: list[dict]) -> str:
    """Returns the figures as a table for people."""
    rows = [("one process, start included", "", alone)]
    for workers, runs in (("1 worker", one), ("2 workers", two)):
        rows += [(f"Spark, {workers}", run["partitions"], run["seconds"]) for run in runs]
    lines = ["| how | partitions | seconds | records a second |", "|---|---|---|---|"]
    lines += [f"| {how} | {parts} | {seconds:.2f} | {MANY / seconds:,.0f} |" for how, parts, seconds in rows]
    few, many = one
    each = (many["seconds"] - few["seconds"]) / (many["partitions"] - few["partitions"])
    gain = one[0]["seconds"] / two[0]["seconds"]
    lines += ["", f"Two workers are {gain:.2f} times as fast as one. A partition costs {each * 1000:.0f} ms of a worker.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
