"""Answers a partitioned set of tickets inside Apache Spark: each partition is piped through `deskrules bulk`.

spark-submit deadlines.py TICKETS ANSWERS "deskrules bulk due --exit-zero"
"""

import sys

from pyspark import RDD, SparkContext


def deadlines(context: SparkContext, tickets: str, command: str, partitions: int | None = None) -> RDD[str]:
    """Returns the answers, one line a ticket; a command that fails fails the job."""
    return context.textFile(tickets, partitions).pipe(command, checkCode=True)


if __name__ == "__main__":
    tickets, answers, command = sys.argv[1:]
    deadlines(SparkContext(appName="deadlines"), tickets, command).saveAsTextFile(answers)
