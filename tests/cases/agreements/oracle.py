"""What tests/cases/agreements.json expects: `python3 oracle.py` prints it.

It shares nothing with the rules that it checks: it counts minute by minute on the local clock, by the zones of Python's own data, with the
closed days written out as dates from public calendars and the targets as minutes from the sources.
"""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ALWAYS = (0, 24 * 60)
NINE = (9 * 60, 17 * 60)

# Zone, hours of Monday to Friday in minutes of the day, and closed dates around the questions.
DESKS = {
    "axs-ict": ("Europe/Amsterdam", (8 * 60, 17 * 60 + 30), "2027-03-29 2027-04-27 2027-05-06"),
    "sussex": ("Europe/London", NINE, "2027-03-26 2027-03-29 2027-12-27 2027-12-28 2028-01-03"),
    "saint-louis": ("America/Chicago", (8 * 60, 17 * 60), "2026-06-19 2026-07-03 2026-11-26 2026-12-25"),
    "boston": ("America/New_York", NINE, "2027-04-19 2027-05-31"),
    "connecticut": ("America/New_York", NINE, "2026-12-25 2027-01-01 2027-01-18"),
    "newcastle": ("Australia/Sydney", NINE, "2027-01-26 2027-03-26 2027-03-29 2027-06-14"),
    "red-hat": ("Europe/Berlin", NINE, "2026-12-25 2026-12-26 2027-01-01"),
}

# Desk, what is asked, when it is reported, the priority, minutes until response and resolution (None: no target), and whether it counts day and night.
QUESTIONS = [
    ("axs-ict", ("large", "high"), "2027-04-26T17:00:00+02:00", "P1", 15, 120, False, "King's Day comes in between"),
    ("axs-ict", ("small", "high"), "2027-03-26T15:00:00+01:00", "P3", 240, 570, False, "a weekend with a clock change, then Easter Monday"),
    ("axs-ict", ("small", "low"), "2027-05-05T12:00:00+02:00", "P4", 570, 1140, False, "working days of nine and a half hours around Ascension Day"),
    ("sussex", ("high", "medium"), "2027-12-24T16:30:00+00:00", "P2", 60, 480, False, "Christmas on a Saturday is kept on Monday and Tuesday"),
    ("sussex", ("low", "low"), "2027-12-20T10:00:00+00:00", "P5", 480, 4800, False, "ten working days over Christmas and a New Year on a Saturday"),
    ("sussex", ("medium", "medium"), "2027-03-25T16:00:00+00:00", "P3", 120, 1440, False, "Good Friday, a clock change and Easter Monday"),
    ("saint-louis", ("classroom", "high"), "2026-11-25T16:00:00-06:00", "emergency", 15, 120, False, "Thanksgiving stops an emergency"),
    ("saint-louis", ("user", "high"), "2026-07-02T15:00:00-05:00", "medium", 240, 1620, False, "Independence Day on a Saturday is kept on Friday"),
    ("saint-louis", ("user", "low"), "2026-10-30T12:00:00-05:00", "low", 540, 2700, False, "five days over the end of summer time"),
    ("boston", ("groups", "critical"), "2027-03-14T00:30:00-05:00", "P1", 15, 120, True, "two hours of a night with an hour less"),
    ("boston", ("campus", "moderate"), "2027-04-16T16:30:00-04:00", "P2", 60, 240, False, "Patriots' Day after the weekend"),
    ("boston", ("individual", "low"), "2027-05-28T13:00:00-04:00", "P4", 240, 1440, False, "Memorial Day after the weekend"),
    ("connecticut", ("individual", "stopped"), "2026-12-24T16:00:00-05:00", "P2", None, 480, False, "Christmas on a Friday"),
    ("connecticut", ("department", "hindered"), "2026-12-31T10:00:00-05:00", "P3", None, 1440, False, "24 hours are three days around New Year"),
    ("newcastle", ("high", "medium"), "2027-03-25T16:00:00+11:00", "P2", None, 480, False, "Good Friday to Easter Monday"),
    ("newcastle", ("low", "high"), "2027-03-30T09:30:00+11:00", "P3", None, 2400, False, "a week in which summer time ends"),
    ("newcastle", ("none", "high"), "2027-01-25T12:00:00+11:00", "P4", None, 9600, False, "four weeks from the eve of Australia Day"),
    ("red-hat", ("urgent", "any"), "2026-12-25T03:00:00+01:00", "S1", 60, None, True, "the night of Christmas"),
    ("red-hat", ("medium", "any"), "2026-12-24T16:00:00+01:00", "S3", 240, None, False, "Christmas is closed"),
    ("red-hat", ("low", "any"), "2026-12-31T11:00:00+01:00", "S4", 480, None, False, "New Year and a weekend"),
]
# Without a number: by agreement.
AGREED = [("connecticut", ("campus", "wish"), "2026-12-31T10:00:00-05:00", "P4")]


def due(desk, reported, minutes, always):
    zone, (opens, closes), closed = DESKS[desk]
    zone = ZoneInfo(zone)
    closed = set(closed.split())
    at = datetime.fromisoformat(reported).astimezone(ZoneInfo("UTC"))
    while minutes > 0:
        local = at.astimezone(zone)
        of_day = local.hour * 60 + local.minute
        is_open = always or (local.weekday() < 5 and opens <= of_day < closes and str(local.date()) not in closed)
        minutes -= is_open
        at += timedelta(minutes=1)
    return at.astimezone(zone).isoformat()


def cases():
    for desk, (impact, urgency), reported, priority, response, resolution, always, why in QUESTIONS:
        told = [None if minutes is None else {"due": due(desk, reported, minutes, always)} for minutes in (response, resolution)]
        yield desk, impact, urgency, reported, {"priority": priority, "response": told[0], "resolution": told[1]}, why
    for desk, (impact, urgency), reported, priority in AGREED:
        yield desk, impact, urgency, reported, {"priority": priority, "response": None, "resolution": {"agreed": True}}, "as time allows"


def line(desk, impact, urgency, reported, answer, why):
    asked = {"impact": impact, "urgency": urgency, "reportedAt": reported}
    return json.dumps({"name": f"{desk}: {why}", "call": "deadlines", "policy": f"agreements/{desk}.json", "input": asked, "answer": answer})


print("[\n  " + ",\n  ".join(line(*case) for case in cases()) + "\n]")
