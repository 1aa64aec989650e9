"""All dates of a calendar, read by python-icalendar: the calendar on standard input, JSON on standard output.

Zones are read from the calendar's own VTIMEZONEs; rules are expanded by dateutil.
"""

import json
import sys
from datetime import date, datetime, timezone

import icalendar
from dateutil.rrule import rrulestr

until = datetime.fromisoformat(sys.argv[1]).replace(tzinfo=timezone.utc)
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(block["TZID"]): block.to_tz() for block in calendar.walk("VTIMEZONE")}


def instant(local, zone):
    """A time on a zone's clock as an instant."""
    if zone == "UTC":
        return local.replace(tzinfo=timezone.utc)
    tz = zones[zone]
    aware = tz.localize(local) if hasattr(tz, "localize") else local.replace(tzinfo=tz)
    return aware.astimezone(timezone.utc)


def values(event, name):
    """The days and times of a property that may be there several times."""
    found = event.get(name, [])
    lists = found if isinstance(found, list) else [found]
    return [one.dt for each in lists for one in each.dts]


def plain(value):
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def rule_starts(event, first, zone):
    """The starts that a rule gives, on the clock of its zone."""
    rule = event["RRULE"]
    is_day = not isinstance(first, datetime)
    end = rule.get("UNTIL", [None])[0]
    text = ";".join(part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL="))
    start = datetime(first.year, first.month, first.day) if is_day else first
    for local in rrulestr(text, dtstart=start):
        if is_day:
            if (end and local.date() > end) or local.date() > until.date():
                return
            yield local.date()
        else:
            at = instant(local, zone)
            if (end and at > end.astimezone(timezone.utc)) or at >= until:
                return
            yield local


dates = []
events = list(calendar.walk("VEVENT"))
changed = {}
for event in events:
    if "RECURRENCE-ID" in event:
        changed[(str(event["UID"]), plain(event["RECURRENCE-ID"].dt))] = event


def add(uid, event, start, end):
    dates.append({"uid": uid, "start": start, "end": end, "isCancelled": event.get("STATUS") == "CANCELLED"})


def text_of(at):
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def add_date(uid, event, first, length, zone):
    if isinstance(first, datetime):
        at = instant(first, zone)
        add(uid, event, text_of(at), text_of(at + length))
    else:
        add(uid, event, first.isoformat(), (first + length).isoformat())


def length_of(event, zone):
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if isinstance(start, datetime):
        return instant(plain(end), zone) - instant(plain(start), zone)
    return end - start


for event in events:
    if "RECURRENCE-ID" in event:
        continue
    uid = str(event["UID"])
    zone = str(event["DTSTART"].params.get("TZID", "UTC"))
    first = plain(event["DTSTART"].dt)
    starts = set(rule_starts(event, first, zone)) if "RRULE" in event else {first}
    starts |= {plain(one) for one in values(event, "RDATE")}
    starts -= {plain(one) for one in values(event, "EXDATE")}
    for start in starts:
        other = changed.get((uid, start))
        if other is None:
            add_date(uid, event, start, length_of(event, zone), zone)
        else:
            add_date(uid, other, plain(other["DTSTART"].dt), length_of(other, zone), zone)

json.dump(sorted(dates, key=lambda one: one["start"] + one["uid"]), sys.stdout)
