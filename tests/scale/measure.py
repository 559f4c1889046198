"""Runs the program of this folder in a cluster of so many workers, and prints what it took as JSON."""

import json
import os
import sys
import time

from pyspark import SparkConf, SparkContext

from deadlines import deadlines

ROUNDS = 2


def main(workers: int, tickets: str, answers: str, command: str, partitions: list[int]) -> None:
    """Measures the job for each number of partitions, the first of which also writes the answers."""
    conf = SparkConf().setAppName("deskrules").setMaster(f"local-cluster[{workers},1,1024]")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.executor.memory": "1g",
        "spark.hadoop.fs.defaultFS": "file:///",
        "spark.executorEnv.PYTHONPATH": os.path.dirname(__file__),
    }.items():
        conf.set(key, value)
    with SparkContext(conf=conf) as context:
        # The first job starts the executors and their Python.
        deadlines(context, tickets, command, partitions[0]).count()
        seconds = {}
        for parts in partitions:
            job = deadlines(context, tickets, command, parts)
            seconds[parts] = {"partitions": job.getNumPartitions(), "seconds": min(timed(job.count) for _ in range(ROUNDS))}
        if answers:
            deadlines(context, tickets, command, partitions[0]).saveAsTextFile(answers)
        nodes = context._jsc.sc().getExecutorMemoryStatus().size() - 1
        print(json.dumps({"workers": nodes, "runs": list(seconds.values())}))


def timed(job) -> float:
    """Returns how long a job takes, in seconds."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    _, count, tickets, answers, command, *rest = sys.argv
    main(int(count), tickets, answers, command, [int(parts) for parts in rest])
