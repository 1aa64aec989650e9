import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { parseSite } from '#src/site.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { calendarOf, eventOf } from '../../unit/calendars/incoming/import-lines.ts';
import { callScript } from '../call-script.ts';

const PLACE = (name: string) =>
  `name: { en: "${name}", es: "${name}" }\nstate: Quintana Roo\nlatitude: 20.21\nlongitude: -87.46\n`;
const KIND = (title: string) => `title: { en: ${title}, es: ${title} }\n`;

/** A newsroom with two places and two kinds of event, and a calendar beside it. */
function newsroom(...lines: readonly string[]): { root: string; calendar: string } {
  const root = temporaryFolder({
    'places/cancun.yaml': PLACE('Cancún'),
    'places/tulum.yaml': PLACE('Tulum'),
    'event-kinds/markets.yaml': KIND('Markets'),
    'event-kinds/music.yaml': KIND('Music'),
  });
  const calendar = join(temporaryFolder(), 'town.ics');
  writeFileSync(calendar, calendarOf(...lines));
  return { root, calendar };
}

const run = ({ root, calendar }: { root: string; calendar: string }, ...options: string[]) =>
  callScript('import-calendar', [calendar, '--content', root, '--now', '2026-11-24T08:00:59', ...options]);

const FAIR = eventOf(
  'DESCRIPTION:Miel y mezcal.',
  'LOCATION:Parque\\, Tulum',
  'CATEGORIES:Markets',
  'RRULE:FREQ=WEEKLY;COUNT=4',
);
const FILE = 'events/en/2026/feria.md';
const filesOf = (root: string) => readdirSync(join(root, 'events'), { recursive: true }).map(String).sort();
const textOf = (root: string, file = FILE) => readFileSync(join(root, file), 'utf8');
const firstLine = (text: string) =>
  text
    .split('\n')[1]
    ?.replace(/.*(?=town\.ics)/, '')
    .trim();

describe('npm run import:calendar', () => {
  it('writes drafts that are valid, and says so', async () => {
    const place = newsroom(...FAIR);
    const { status, stdout, stderr } = await run(place);
    expect([status, stderr]).toEqual([0, '']);
    expect(textOf(place.root)).toBe(
      [
        '---',
        'title: "Feria"',
        'description: "Miel y mezcal."',
        'pubDate: 2026-11-24T08:00',
        'start: "2026-12-05T20:00"',
        'repeats: { every: week, count: 4 }',
        'place: tulum',
        'venue: { name: "Parque" }',
        'kinds: [markets]',
        'draft: true',
        '---',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain(`written  ${FILE}  “Feria”\n`);
    expect(stdout).toMatch(
      /Written: 1, updated: 0, unchanged: 0, edited here: 0, deleted here: 0, not imported: 0\.\n/,
    );
    const { problems } = readNewsroom(place.root);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes the place and the kind of all events from its options', async () => {
    const place = newsroom(...FAIR);
    await run(place, '--place', 'cancun', '--kind', 'music', '--lang', 'es');
    expect(textOf(place.root, 'events/es/2026/feria.md')).toMatch(/place: cancun\n[^]*kinds: \[music\]/);
  });

  it('names by file and line what it guessed and what it left', async () => {
    const place = newsroom(...eventOf('ATTENDEE:mailto:a@b.example'), ...eventOf('UID:x', 'SUMMARY:'));
    const { status, stdout } = await run(place);
    expect(status).toBe(3);
    for (const said of [
      ':3  not kept: guests (1)',
      ':3  place: cancun, for now; the calendar does not say where',
      ':9  an event without a title: has neither a title nor a description',
    ])
      expect(stdout).toContain(`town.ics${said}`);
  });

  it('writes nothing with --dry-run', async () => {
    const place = newsroom(...FAIR);
    const { status, stdout } = await run(place, '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain(`would be written  ${FILE}`);
    expect(readdirSync(place.root).sort()).toEqual(['event-kinds', 'places']);
  });

  it('gives each event an address of its own', async () => {
    const place = newsroom(...eventOf('UID:a'), ...eventOf('UID:b'), ...eventOf('UID:c', 'SUMMARY:2026'));
    await run(place);
    expect(filesOf(place.root)).toEqual([
      '.imported.json',
      'en',
      'en/2026',
      'en/2026/2026-2.md',
      'en/2026/feria-2.md',
      'en/2026/feria.md',
    ]);
  });

  it.each([
    [['nowhere.ics'], 'nowhere.ics: there is no such file or folder'],
    [
      ['webcal://town.example/a.ics'],
      'webcal://town.example/a.ics: download the calendar first, and give the name of its file',
    ],
    [[], 'expected one file or folder: npm run import:calendar -- town.ics'],
  ])('says how it was called wrongly: %j', async (words, message) => {
    const { root } = newsroom();
    const { status, stderr } = await callScript('import-calendar', [...words, '--content', root]);
    expect([status, stderr]).toEqual([2, `${message}\n`]);
  });

  it('has no place that the newsroom does not have', async () => {
    const { status, stderr } = await run(newsroom(...FAIR), '--place', 'tulumm');
    expect([status, stderr]).toEqual([2, '--place tulumm: there is no such file in places/; did you mean “tulum”?\n']);
  });

  it('reads all calendars of a folder, by what is in them, each event once', async () => {
    const place = newsroom(...FAIR);
    const folder = temporaryFolder({
      'a.ics': calendarOf(...FAIR),
      'below/b': calendarOf(...eventOf('SEQUENCE:1', 'SUMMARY:Feria nueva')),
      'c.ics': 'PK',
    });
    const { status, stdout } = await run({ root: place.root, calendar: folder });
    expect(status).toBe(3);
    expect(stdout).toMatch(/not imported {2}a\.ics:3 {2}“Feria”: is in another of these calendars too/);
    expect(stdout).toContain('c.ics  is no calendar\n');
    expect(filesOf(place.root)).toContain('en/2026/feria-nueva.md');
  });

  it('fails if there is no calendar', async () => {
    const { root } = newsroom();
    expect((await run({ root, calendar: temporaryFolder({ 'a.ics': 'hello' }) })).status).toBe(1);
  });
});

describe('the next import', () => {
  const later = (place: { calendar: string }, change: (text: string) => string) =>
    writeFileSync(place.calendar, change(readFileSync(place.calendar, 'utf8')));

  it('leaves alone what says the same', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    const before = [textOf(place.root), textOf(place.root, 'events/.imported.json')];
    const { status, stdout } = await run(place, '--now', '2026-11-30T08:00');
    expect([status, firstLine(stdout)]).toEqual([0, `unchanged  ${FILE}  “Feria”`]);
    expect([textOf(place.root), textOf(place.root, 'events/.imported.json')]).toEqual(before);
  });

  it('updates a draft that nobody has edited', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    later(place, (text) => text.replace('SUMMARY:Feria', 'SUMMARY:Feria del mezcal').replace('T200000', 'T210000'));
    const { status, stdout } = await run(place, '--now', '2026-11-30T08:00');
    expect([status, firstLine(stdout)]).toEqual([0, `updated  ${FILE}  “Feria del mezcal”`]);
    expect(textOf(place.root)).toMatch(
      /title: "Feria del mezcal"\n[^]*pubDate: 2026-11-24T08:00\nstart: "2026-12-05T21:00"/,
    );
  });

  it('writes over no edit, and says what differs until the file says it too', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    const edited = textOf(place.root).replace('"Feria"', '"The honey fair"').replace('draft: true\n', '');
    writeFileSync(join(place.root, FILE), edited);
    const calm = await run(place);
    expect([calm.status, firstLine(calm.stdout)]).toEqual([0, `unchanged  ${FILE}  “Feria”`]);

    later(place, (text) => text.replace('T200000', 'T210000').replace('Miel y mezcal', 'Miel'));
    for (const _ of [1, 2]) {
      const { status, stdout } = await run(place);
      expect(status).toBe(3);
      expect(stdout).toContain(`edited here, kept as it is; the calendar now says  ${FILE}`);
      expect(stdout).toMatch(/town\.ics:3 {2}start: 2026-12-05T21:00 \(here: 2026-12-05T20:00\)\n/);
      expect(stdout).toMatch(/town\.ics:3 {2}description: Miel\. \(here: Miel y mezcal\.\)\n/);
      expect(stdout).not.toContain('title:');
      expect(textOf(place.root)).toBe(edited);
    }
    writeFileSync(join(place.root, FILE), edited.replace('T20:00', 'T21:00').replace('Miel y mezcal', 'Miel'));
    expect((await run(place)).status).toBe(0);
  });

  it('leaves a file with mistakes to its editor', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    writeFileSync(join(place.root, FILE), 'title: [');
    const { status, stdout } = await run(place);
    expect([status, firstLine(stdout)]).toEqual([
      3,
      `edited here, and has mistakes: kept as it is, and not compared  ${FILE}  “Feria”`,
    ]);
  });

  it('takes only different ends of lines for no edit', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    writeFileSync(join(place.root, FILE), textOf(place.root).replaceAll('\n', '\r\n'));
    later(place, (text) => text.replace('Feria', 'Feria nueva'));
    expect(firstLine((await run(place)).stdout)).toBe(`updated  ${FILE}  “Feria nueva”`);
  });

  it('does not bring back what was deleted', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    rmSync(join(place.root, FILE));
    const { status, stdout } = await run(place);
    expect([status, firstLine(stdout)]).toEqual([
      0,
      `was deleted or moved here, and not imported again  ${FILE}  “Feria”`,
    ]);
  });

  it('goes on with one that was ended in the middle', async () => {
    const place = newsroom(...FAIR, ...eventOf('UID:b', 'SUMMARY:Otra'));
    const whole = temporaryFolder();
    await run(place);
    cpSync(place.root, whole, { recursive: true });
    // As a kill leaves it: the list first, then some of the files.
    const list = join(place.root, 'events/.imported.json');
    writeFileSync(list, readFileSync(list, 'utf8').replace('"format": 1,', '"format": 1,\n  "isUnfinished": true,'));
    rmSync(join(place.root, 'events/en/2026/otra.md'));
    mkdirSync(join(place.root, 'events/.import-building-1'));
    await run(place);
    expect(filesOf(place.root)).toEqual(filesOf(whole));
    expect(textOf(place.root, 'events/en/2026/otra.md')).toBe(textOf(whole, 'events/en/2026/otra.md'));
    expect(textOf(place.root, 'events/.imported.json')).toBe(textOf(whole, 'events/.imported.json'));
  });

  it('stops at a list that is damaged', async () => {
    const place = newsroom(...FAIR);
    await run(place);
    writeFileSync(join(place.root, 'events/.imported.json'), '{');
    const { status, stderr } = await run(place);
    expect([status, stderr]).toEqual([
      1,
      'events/.imported.json  error  cannot be read: it lists what has been imported — restore it from git. If you delete it, every event is imported once more\n',
    ]);
  });

  it('knows the paper’s own events', async () => {
    const uid = `UID:en-2026-trova@${parseSite().identity}`;
    const { status, stdout } = await run(newsroom(...eventOf(uid)));
    expect(status).toBe(3);
    expect(stdout).toMatch(/not imported {2}.*town\.ics:3 {2}“Feria”: is an event of this paper\n/);
  });
});
