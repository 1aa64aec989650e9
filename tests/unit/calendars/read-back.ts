/** Calendars as other programs read them. */
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** One date of an event, as a program shows it: instants, or days of what is on all day. */
export interface ReadDate {
  uid: string;
  start: string;
  end: string;
  isCancelled: boolean;
}

export const inOrder = (dates: readonly ReadDate[]) =>
  dates.toSorted((a, b) => (a.start + a.uid < b.start + b.uid ? -1 : 1));

type IcalTime = InstanceType<typeof ICAL.Time>;

/** An all-day date has no zone: programs give the machine's midnight. */
const shown = (time: IcalTime) => (time.isDate ? time.toString() : time.toJSDate().toISOString());

const localDay = (date: Date) =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');

/** All dates of a calendar until an instant, as ical.js reads them. */
export function datesByIcalJs(text: string, until: Date): ReadDate[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }));
  const dates: ReadDate[] = [];
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const other of events)
      if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    const add = (item: InstanceType<typeof ICAL.Event>, start: IcalTime, end: IcalTime) => {
      const isCancelled = item.component.getFirstPropertyValue('status') === 'CANCELLED';
      dates.push({ uid: event.uid, start: shown(start), end: shown(end), isCancelled });
    };
    if (!event.isRecurring()) {
      add(event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next() as IcalTime | null; next; next = iterator.next() as typeof next) {
      if (next.toJSDate() >= until) break;
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      add(item, startDate, endDate);
    }
  }
  return inOrder(dates);
}

/** The same, as node-ical reads them. */
export function datesByNodeIcal(text: string, until: Date): ReadDate[] {
  const dates = Object.values(nodeIcal.sync.parseICS(text)).flatMap((component): ReadDate[] => {
    if (component?.type !== 'VEVENT') return [];
    return nodeIcal
      .expandRecurringEvent(component, { from: new Date(0), to: until })
      .map(({ start, end, event, isFullDay }) => ({
        uid: component.uid,
        start: isFullDay ? localDay(start) : start.toISOString(),
        end: isFullDay ? localDay(end) : end.toISOString(),
        isCancelled: event.status === 'CANCELLED',
      }));
  });
  return inOrder(dates);
}
