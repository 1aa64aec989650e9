import { dayNumber } from '#src/events/calendar-day.ts';
import { offsetAt } from '#src/schemas/zone-time.ts';
import { zoneField } from '#src/schemas/event-time.ts';
import { SITE_ZONE } from '#src/schemas/site-zone.ts';
import { propertyOf, type Component } from './read-components.ts';
import { readTime } from './incoming-time.ts';
import { readRule, ruleDays } from './rule-days.ts';
import names from './zone-names.json' with { type: 'json' };

/** The zone that a name means, and how it was found. */
export interface KnownZone {
  zone: string;
  /** `name`: its own name; `clocks`: a zone with the same clocks; `none`: nothing is known of it. */
  by: 'name' | 'clocks' | 'none';
}

/** Names that are no names of the IANA database: those of Windows (Unicode CLDR), and old ones. */
const OTHER_NAMES = new Map(Object.entries(names).map(([name, zone]) => [name.toLowerCase(), zone]));

/** Asked first for a zone with the same clocks: where people here, and their guests, are. */
const LIKELY = [
  SITE_ZONE,
  ...['Mexico_City', 'Hermosillo', 'Tijuana', 'New_York', 'Chicago', 'Denver', 'Los_Angeles'].map(
    (city) => `America/${city}`,
  ),
  ...['Madrid', 'London', 'Berlin', 'Paris'].map((city) => `Europe/${city}`),
];

/** The zones that calendars name. One for each calendar file. */
export class CalendarZones {
  readonly #blocks: ReadonlyMap<string, Component>;
  readonly #known = new Map<string, KnownZone>();

  /** @param blocks the file's VTIMEZONEs */
  constructor(blocks: readonly Component[]) {
    this.#blocks = new Map(blocks.map((block) => [propertyOf(block, 'TZID')?.value.trim() ?? '', block]));
  }

  /**
   * The zone that a name means.
   * @param day when it is asked for: two zones may have the same clocks in one year and not in another
   */
  zoneNamed(name: string, day: string): KnownZone {
    const key = `${day.slice(0, 4)} ${name}`;
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = this.#find(name.trim(), day)));
    return known;
  }

  #find(name: string, day: string): KnownZone {
    const block = this.#blocks.get(name);
    const location = block && propertyOf(block, 'X-LIC-LOCATION')?.value;
    const named = namedZone(name) ?? (location === undefined ? undefined : namedZone(location.trim()));
    if (named) return { zone: named, by: 'name' };
    const alike = block && zoneWithClocks(block, Number(day.slice(0, 4)));
    if (alike) return { zone: alike, by: 'clocks' };
    const fixed = fixedZone(name);
    return fixed ? { zone: fixed, by: 'clocks' } : { zone: SITE_ZONE, by: 'none' };
  }
}

/** `America/Cancun`, `/freeassociation.sourceforge.net/Tzfile/America/Cancun`, `(UTC-05:00) Eastern Time (US & Canada)`. */
function namedZone(name: string): string | undefined {
  const plain = name.replace(/^"|"$/g, '').replace(/^\((?:GMT|UTC)[^)]*\)\s*/i, '');
  const other = OTHER_NAMES.get(plain.toLowerCase());
  if (other !== undefined) return other;
  // A prefix says whose name it is: the last two or three parts are the zone.
  const parts = plain.replaceAll(' ', '_').split('/').filter(Boolean);
  const tails = [parts.slice(-3), parts.slice(-2), plain.split('_')].map((tail) => tail.join('/'));
  return tails.find((tail) => tail.includes('/') && isZone(tail));
}

/** Winter and summer: a zone that has the same offset on both has no change of clocks. */
const SOLSTICES = [Date.UTC(2026, 11, 21), Date.UTC(2026, 5, 21)];

/** `GMT-0500`, `UTC+02:00`, `(UTC-05:00) Chetumal`: whole hours have a zone without a change of clocks. */
function fixedZone(name: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /(?:GMT|UTC)\s?([+-])(\d{1,2}):?(\d{2})?/i.exec(name) ?? [];
  if (hours === undefined || minutes !== '00' || Number(hours) > 12) return undefined;
  const ahead = (sign === '-' ? -60 : 60) * Number(hours);
  if (SOLSTICES.every((instant) => offsetAt(SITE_ZONE, instant) === ahead)) return SITE_ZONE;
  // Their signs are the other way round.
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}`;
}

interface Onset {
  at: number;
  offset: number;
}

/** A zone whose clocks change as a VTIMEZONE says, through a whole year. */
function zoneWithClocks(block: Component, year: number): string | undefined {
  const onsets = onsetsOf(block, year);
  const [earliest] = onsets;
  if (!earliest) return undefined;
  const samples = Array.from({ length: 53 }, (_, week) => Date.UTC(year, 0, 1 + week * 7, 12));
  const offsets = samples.map((at) => (onsets.findLast((onset) => onset.at <= at) ?? earliest).offset);
  const isAlike = (zone: string) => samples.every((at, index) => offsetAt(zone, at) === offsets[index]);
  return LIKELY.find(isAlike) ?? Intl.supportedValuesOf('timeZone').filter(isZone).find(isAlike);
}

const isZone = (name: string) => zoneField.safeParse(name).success;

/** When a VTIMEZONE's clocks change, this year and last, in order. */
function onsetsOf(block: Component, year: number): Onset[] {
  const onsets: Onset[] = [];
  for (const observance of block.children) {
    const start = readTime(clampedStart(propertyOf(observance, 'DTSTART')?.value ?? ''));
    const offset = offsetOf(propertyOf(observance, 'TZOFFSETTO')?.value ?? '');
    if (!start || offset === undefined) continue;
    const day = start.text.slice(0, 10);
    onsets.push({ at: dayNumber(day) * 86_400_000, offset });
    const rule = readRule(propertyOf(observance, 'RRULE')?.value ?? '', start.text.slice(10));
    if (!rule) continue;
    const from = `${Math.max(Number(day.slice(0, 4)), year - 1)}${day.slice(4)}`;
    const until = rule.until === undefined ? undefined : readTime(rule.until)?.text.slice(0, 10);
    const { until: _, ...endless } = rule;
    for (const onset of ruleDays(endless, from, until, 3)) onsets.push({ at: dayNumber(onset) * 86_400_000, offset });
  }
  return onsets.sort((a, b) => a.at - b.at);
}

/** VTIMEZONEs begin in 1601 or in the year 1. */
const clampedStart = (value: string) => value.replace(/^(?:0\d{3}|1[0-8]\d{2}|19[0-6]\d)/, '1970');

/** `-0500` in minutes. */
function offsetOf(value: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})/.exec(value.trim()) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
