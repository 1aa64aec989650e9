import {
  beginOf,
  defect,
  letters,
  lineOf,
  withField,
  withLines,
  withoutField,
  type Defect,
  type Draft,
} from './draft.ts';

const PLACE = 'state: Quintana Roo\nlatitude: 20.2114\nlongitude: -87.4654\n';

/** A good event's file, with what it names. @returns its text, of which each has a name of its own */
function goodEvent(draft: Draft): { file: string; text: string } {
  draft.write('places/event-cove.yaml', `name: { en: Event Cove, es: Caleta }\n${PLACE}`);
  draft.write(
    'places/event-hill.yaml',
    `name: { en: Event Hill, es: Cerro }\n${PLACE.replace('Quintana Roo', 'Yucatán')}`,
  );
  draft.write('event-kinds/event-songs.yaml', 'title: { en: Songs, es: Canciones }\n');
  const number = draft.number('event');
  const text = [
    '---',
    `title: "Songs by the water ${letters(number)}"`,
    'description: "Two guitars and a drum."',
    'start: 2026-12-05T20:00',
    'end: 2026-12-05T23:00',
    'place: event-cove',
    'kinds: [event-songs]',
    '---',
    'Bring a chair.',
    '',
  ].join('\n');
  return { file: `events/en/2026/songs-${number}.md`, text };
}

/** An issue of the newsletter that tells a story of its own. */
function goodIssue(draft: Draft): { file: string; text: string } {
  const { slug } = draft.story();
  const text = [
    '---',
    'subject: "What the sea brought"',
    'preheader: "And what it took."',
    'kind: daily',
    'date: 2026-11-24',
    `articles: [${slug}]`,
    '---',
    '',
  ].join('\n');
  return { file: `newsletters/en/2026/issue-${draft.number('issue')}.md`, text };
}

/** An event that is changed, and is then wrong at the first place that says `at`. */
const wrongEvent = (rule: string, says: string, at: string, change: (text: string) => string): Defect =>
  defect(rule, says, (draft) => {
    const { file, text } = goodEvent(draft);
    const wrong = change(text);
    return { file: draft.write(file, wrong), line: lineOf(wrong, at) };
  });

const added = (rule: string, lines: string, says: string, at = beginOf(lines)) =>
  wrongEvent(rule, says, at, (text) => withLines(text, lines));

const changed = (rule: string, name: string, value: string, says: string) =>
  wrongEvent(rule, says, `${name}: `, (text) => withField(text, name, value));

const FRIDAYS = 'every: week, on: [saturday], until: 2027-03-27';
const CHANGED = 'changes:\n  - { date: 2026-11-20, text: It was. }\n';

/** A repeating event with something more in its rule. */
const series = (rule: string, more: string, says: string, at = 'repeats:') =>
  added(rule, `repeats: { ${FRIDAYS}${more} }`, says, at);

/** The same event for readers of Spanish. */
const inSpanish = (text: string) =>
  text
    .replace(/title: .*/, 'title: "Canciones"')
    .replace(/description: .*/, 'description: Dos guitarras y un tambor.')
    .replace(/(?<=\n---\n)[^]*$/, '\nVengan a cantar.\n');

/** An event as another file tells it. */
const withTwin = (rule: string, says: string, at: string, change: (text: string) => string, language = 'en'): Defect =>
  defect(rule, says, (draft) => {
    const { file, text } = goodEvent(draft);
    const twin = file.replace('.md', 'x.md').replace('/en/', `/${language}/`);
    const key = language === 'en' ? text : withLines(text, `translationKey: twin-${draft.number('event-key')}`);
    const other = change(language === 'en' ? key : inSpanish(key));
    draft.write(file, key);
    return { file: draft.write(twin, other), line: lineOf(other, at) };
  });

/** What is wrong with events. */
export const EVENT_DEFECTS: readonly Defect[] = [
  changed('bad-date', 'start', '2026-02-30T20:00', 'is not a day of the calendar with a time of 24 hours'),
  changed('bad-date', 'start', '2026-12-05 8pm', 'has a time that is not written as 20:00 — write 2026-12-05T20:00'),
  added('bad-date', 'previousStart: 12', 'expected a day such as 2026-12-05, or with its time'),
  wrongEvent('bad-duration', 'does not say how long it lasts — write hours', 'duration:', (text) =>
    withLines(withoutField(text, 'end'), 'duration: "3"'),
  ),
  added('bad-zone', 'zone: America/Cancún', 'is no time zone of the IANA database — write its name'),
  added('bad-zone', 'zone: -5', 'expected a time zone by its name'),
  changed('event-end', 'end', '2026-12-05T19:00', 'is not after start — an event ends after it begins'),
  changed('event-end', 'end', '2026-12-06', 'is a day without a time, but start has one'),
  changed('event-end', 'end', '2028-12-05T23:00', 'is more than 366 days after start'),
  added('event-end', 'duration: 2h', 'says a second time when the event ends — keep end or duration'),
  wrongEvent('event-end', 'has a time, but start is a whole day', 'end:', (text) =>
    withField(text, 'start', '2026-12-05'),
  ),
  wrongEvent('event-end', 'is of an event without a time', 'duration:', (text) =>
    withLines(withField(withoutField(text, 'end'), 'start', '2026-12-05'), 'duration: 2h'),
  ),
  series('bad-rule', ', count: 5', 'ends the series a second time — keep until or count, not both'),
  series('bad-rule', ', day: 5', 'is a day of the month, but the event does not repeat by month'),
  added('bad-rule', 'repeats: { every: month, on: [first saturday], day: 5 }', 'names the day a second time'),
  added(
    'bad-rule',
    'repeats: { every: week, on: [saturday, saturday], until: 2027-03-27 }',
    'names the same day twice',
  ),
  added(
    'bad-rule',
    'repeats: { every: day, on: [friday], until: 2027-03-27 }',
    'has no meaning for what is on every day',
  ),
  added(
    'bad-rule',
    'repeats: { every: week, on: [first friday] }',
    'is a day of a month, but the event repeats by week',
  ),
  added('bad-rule', 'repeats: { every: month, on: [friday] }', 'does not say which of the month’s days it is'),
  added('unknown-choice', 'repeats: { every: week, on: [viernes] }', 'expected a weekday such as friday'),
  added('bad-price', 'price: { amount: 200, currency: pesos }', 'expected a currency by its code: MXN'),
  added(
    'missing-field',
    'status: rescheduled\nchanges: [{ date: 2026-11-20, text: It was. }]',
    'is missing — add it: when it was to begin',
    'title:',
  ),
  added(
    'missing-field',
    'status: moved-online\nchanges: [{ date: 2026-11-20, text: It was. }]',
    'is missing — add it: the address at which it can be followed',
    'title:',
  ),
  changed('list-length', 'kinds', '[]', 'an event has at least one kind — add one'),
  changed(
    'dangling-name',
    'kinds',
    '[yodelling-on-stilts]',
    'names nothing in event-kinds/ — create event-kinds/yodelling-on-stilts.yaml',
  ),
  changed(
    'dangling-name',
    'place',
    'atlantis-under-the-sea',
    'names nothing in places/ — create places/atlantis-under-the-sea.yaml',
  ),

  added('never-happens', 'repeats: { every: year, until: 2026-12-04 }', 'gives no date at all — correct the rule'),
  wrongEvent('start-off-series', 'is no day of its own rule — begin on 2026-12-11', 'start:', (text) =>
    withLines(text, 'repeats: { every: week, on: [friday], until: 2027-03-27 }'),
  ),
  series(
    'no-such-date',
    ', except: [2026-12-25]',
    'is no day of this series — correct the day; those near it are 2026-12-19, 2026-12-26',
  ),
  wrongEvent(
    'no-such-date',
    'is no day of this series — correct the day; those near it are 2027-03-27',
    '- { from',
    (text) =>
      withLines(
        text,
        `${CHANGED}repeats:\n  every: week\n  until: 2027-03-27\n  moved:\n    - { from: 2027-04-03, start: 2027-04-04T20:00 }`,
      ),
  ),
  added('silent-change', 'status: cancelled', 'does not say that something has changed'),
  series('silent-change', ', cancelled: [{ date: 2026-12-12 }]', 'does not say that something has changed'),
  changed('midnight-start', 'start', '2026-12-05T00:00', 'begins at midnight — write the day alone'),
  changed('night-start', 'start', '2026-12-05T03:00', 'begins at 03:00, in the night — write 2026-12-05T15:00'),
  added('endless-series', 'repeats: { every: week }', 'has no end within two years — write until'),
  added('endless-series', 'repeats: { every: month, until: 2031-01-01 }', 'has no end within two years'),
  wrongEvent('featured-past', 'is of an event that is over — remove it', 'featured:', (text) =>
    withLines(text.replaceAll('2026-12', '2026-10'), 'featured: true'),
  ),
  added(
    'venue-far',
    'venue:\n  name: A hall\n  coordinates: { latitude: 21.1619, longitude: -86.8515 }',
    'is 123 km from Event Cove, its place — correct the coordinates or the place',
    'coordinates:',
  ),
  wrongEvent('zone-of-place', 'is on the paper’s clock, but Event Hill is elsewhere', 'start:', (text) =>
    withField(text, 'place', 'event-hill'),
  ),
  added('unknown-article', 'articles: [zzz-never-written-xylophone]', 'is the slug of no article in this language'),
  defect('unknown-event', 'is the slug of no event in this language', (draft) => {
    const { file, text } = goodIssue(draft);
    const wrong = withLines(text, 'events: [zzz-never-held-xylophone]');
    return { file: draft.write(file, wrong), line: lineOf(wrong, 'events:') };
  }),
  defect('unknown-event', 'is the slug of no event in this language — did you mean “songs-', (draft) => {
    const { file, text } = goodEvent(draft);
    draft.write(file, text);
    const issue = goodIssue(draft);
    const slug = file.slice(file.lastIndexOf('/') + 1, -3);
    const wrong = withLines(issue.text, `events: [${slug}q]`);
    return { file: draft.write(issue.file, wrong), line: lineOf(wrong, 'events:') };
  }),
  defect('sent-twice', 'is in newsletters/en/2026/issue-', (draft) => {
    const { file, text } = goodIssue(draft);
    draft.write(file, text);
    const later = text.replace(/^date: .*/m, 'date: 2026-11-25');
    const again = draft.write(`newsletters/en/2026/issue-${draft.number('issue')}.md`, later);
    return { file: again, line: lineOf(later, 'articles:') };
  }),
  withTwin(
    'translations-differ',
    'is not what events/en/2026/songs-',
    'end:',
    (text) => withField(text, 'end', '2026-12-05T22:00'),
    'es',
  ),
  defect('untranslated', 'is the same as in events/e', (draft) => {
    const { file, text } = goodEvent(draft);
    const key = withLines(text, `translationKey: same-event-${draft.number('same-event')}`);
    const files = [draft.write(file, key), draft.write(file.replace('/en/', '/es/'), key)];
    const lines = ['title:', 'description:'].map((field) => lineOf(key, field));
    return files.flatMap((at) => [{ file: at }, ...lines.map((line) => ({ file: at, line }))]);
  }),
  withTwin('twin-event', 'seems to be the same event as events/en/2026/songs-', 'title:', (text) =>
    withField(text, 'end', '2026-12-05T22:00'),
  ),
  defect('past-event-link', 'leads to an event that was over when this was published', (draft) => {
    const { file, text } = goodEvent(draft);
    draft.write(file, text.replaceAll('2026-12', '1999-12'));
    const story = draft.story();
    const wrong = `${story.text.trimEnd()}\n\n[Go](/events/${file.slice(file.lastIndexOf('/') + 1, -3)}/)\n`;
    return { file: draft.write(story.file, wrong), line: lineOf(wrong, '[Go]') };
  }),
];
