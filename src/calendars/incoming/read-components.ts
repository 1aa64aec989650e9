import type { Note } from './note.ts';

/** A line of a calendar: `DTSTART;TZID=America/Cancun:20261205T200000`. Its name and those of its parameters are in capitals. */
export interface Property {
  name: string;
  parameters: ReadonlyMap<string, string>;
  /** As it is written, with its escapes. */
  value: string;
  /** The line of the file, from 1. */
  line: number;
}

/** What is between `BEGIN:` and `END:`. */
export interface Component {
  name: string;
  line: number;
  properties: Property[];
  children: Component[];
}

/** A component's first property of a name. */
export const propertyOf = ({ properties }: Component, name: string): Property | undefined =>
  properties.find((property) => property.name === name);

/** All its properties of a name. */
export const propertiesOf = ({ properties }: Component, name: string): Property[] =>
  properties.filter((property) => property.name === name);

/** A property that is a word of the standard's, in capitals; '' if there is none. */
export const wordOf = (component: Component, name: string): string =>
  propertyOf(component, name)?.value.trim().toUpperCase() ?? '';

/** Where a property is, or if there is none, its component. */
export const lineOf = (component: Component, name: string): number =>
  propertyOf(component, name)?.line ?? component.line;

/** Deeper than any calendar goes: an alarm in an event in a calendar. */
const DEEPEST = 8;

/** A longer value is cut: what an event says would fill a book. */
const LONGEST_VALUE = 200_000;

/**
 * The components of a calendar's text, those outside first. It never gives up: what is not closed ends where its parent does, and a
 * line that is none belongs to the one before it. Not ical.js, which refuses the whole file for one bad line and knows no lines.
 */
export function readComponents(text: string): { components: Component[]; notes: Note[] } {
  const root: Component = { name: '', line: 0, properties: [], children: [] };
  const open = [root];
  const notes: Note[] = [];
  for (const { text: content, line } of logicalLines(text, notes)) {
    const property = readProperty(content, line);
    const current = open.at(-1) ?? root;
    if (!property) {
      notes.push({ line, key: 'no-property', values: { line: content } });
    } else if (property.name === 'BEGIN') {
      closeUnclosed(property.value.trim().toUpperCase(), open, notes);
      const parent = open.at(-1) ?? root;
      const child = { name: property.value.trim().toUpperCase(), line, properties: [], children: [] };
      parent.children.push(child);
      if (open.length < DEEPEST) open.push(child);
    } else if (property.name === 'END') {
      const name = property.value.trim().toUpperCase();
      const at = open.findLastIndex((component) => component.name === name);
      if (at < 1) continue;
      noteUnclosed(open.slice(at + 1), notes);
      open.length = at;
    } else current.properties.push(property);
  }
  noteUnclosed(open.slice(1), notes);
  return { components: root.children, notes };
}

/** What holds no component of its own kind. */
const WITHIN_CALENDAR = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE']);

/** A calendar or an event that begins ends the one before it, whose END is missing. */
function closeUnclosed(name: string, open: Component[], notes: Note[]): void {
  const at =
    name === 'VCALENDAR' ? 1 : WITHIN_CALENDAR.has(name) ? open.findIndex((one) => WITHIN_CALENDAR.has(one.name)) : -1;
  if (at < 1 || at >= open.length) return;
  noteUnclosed(open.slice(at), notes);
  open.length = at;
}

function noteUnclosed(components: readonly Component[], notes: Note[]): void {
  for (const { name, line } of components) notes.push({ line, key: 'not-closed', values: { name } });
}

interface LogicalLine {
  text: string;
  line: number;
}

/** The beginning of a property. */
const BEGINS = /^[A-Za-z][\w-]*[;:]/;

/** Old calendars fold a line behind its name, which is then alone. */
const NAME_ALONE = /^[A-Z][A-Z0-9-]*$/;

const FOLDED = /^[ \t]/;

/** Lines as they were before they were folded. */
function* logicalLines(text: string, notes: Note[]): Generator<LogicalLine> {
  const lines = text.split(/\r\n|\n|\r/);
  let parts: string[] = [];
  let first = 1;
  let isNoted = false;
  const done = (): LogicalLine => ({ text: parts.join(''), line: first });
  for (const [index, physical] of lines.entries()) {
    if (physical.trim() === '') continue;
    const isFolded = FOLDED.test(physical);
    const begins = BEGINS.test(physical) || (NAME_ALONE.test(physical) && FOLDED.test(lines[index + 1] ?? ''));
    const isText = !isFolded && !begins && !/^(?:BEGIN|END):/i.test(parts[0] ?? '');
    if (parts.length > 0 && (isFolded || isText)) {
      // A text that some program has broken by hand.
      if (isText && !isNoted) notes.push({ line: index + 1, key: 'broken-line' });
      isNoted ||= isText;
      parts.push(isFolded ? physical.slice(1) : `\\n${physical}`);
      continue;
    }
    if (parts.length > 0) yield done();
    parts = [physical];
    first = index + 1;
    isNoted = false;
  }
  if (parts.length > 0) yield done();
}

const NAME = /^([A-Za-z][\w-]*)(?=[;:])/;
const PARAMETER = /;([\w-]+)=("[^"]*"|[^;:"]*)((?:,(?:"[^"]*"|[^;:",]*))*)/y;

function readProperty(content: string, line: number): Property | undefined {
  const [, name] = NAME.exec(content) ?? [];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string>();
  let at = name.length;
  PARAMETER.lastIndex = at;
  for (let found = PARAMETER.exec(content); found; found = PARAMETER.exec(content)) {
    const [whole, parameter = '', value = ''] = found;
    parameters.set(parameter.toUpperCase(), value.replace(/^"|"$/g, ''));
    at += whole.length;
    PARAMETER.lastIndex = at;
  }
  // After a parameter that cannot be read, the value begins at the next colon.
  const colon = content.indexOf(':', at);
  if (colon < 0) return undefined;
  return { name: name.toUpperCase(), parameters, value: content.slice(colon + 1, colon + 1 + LONGEST_VALUE), line };
}

/** A value of the type TEXT without its escapes (RFC 5545, section 3.3.11). */
export function textOf(property: Property | undefined): string {
  return (property?.value ?? '').replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

/** The values of a property that holds several, such as CATEGORIES. */
export function textsOf({ value }: Property): string[] {
  return value.split(/(?<!\\),/).map((one) => textOf({ name: '', parameters: new Map(), line: 0, value: one }).trim());
}
