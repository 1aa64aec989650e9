import { describe, expect, it } from 'vitest';
import { parseStatus, verdictOf, withRun, type PublishStatus, type Verdict } from '#src/status/publish-status.ts';
import { savedState } from '#src/status/saved-state.ts';
import { statusReport } from '#src/status/status-report.ts';
import { statusFeed } from '#src/status/status-feed.ts';
import { statusPage } from '#src/status/status-page.ts';

const at = (time: string) => new Date(`2026-11-29T${time}:00-05:00`);
const NOW = at('10:45');
const live = {
  release: '20261129T154100Z-1a2b3c4d',
  since: at('10:41'),
  readAt: at('10:40'),
  checkedAt: at('10:41'),
  articles: 72,
};
const commit = { id: '1a2b3c4d5e6f', author: 'Ana Pech', subject: 'Correct the ferry’s <hours>' };
const leftOut = [
  {
    file: 'articles/en/2026/reef.md',
    sees: { en: 'the last published version', es: 'la última versión publicada' },
    mistakes: [{ line: 7, text: { en: 'tags ("a<b")  is wrong', es: 'tags ("a<b")  está mal' } }],
  },
];
const published = { began: at('10:38'), at: at('10:41'), outcome: 'published', release: live.release, commit } as const;
const failed = { began: at('10:42'), at: at('10:43'), outcome: 'failed', reason: 'ENOSPC: no space left' } as const;
const refused = { began: at('10:42'), at: at('10:43'), outcome: 'refused', reason: 'pull first' } as const;
const coming: PublishStatus['next'] = {
  at: at('18:00'),
  changes: [
    {
      at: at('18:00'),
      title: { en: 'Rain & wind', es: 'Lluvia y viento' },
      file: 'articles/en/2026/rain.md',
      change: 'appears',
    },
    {
      at: at('20:00'),
      title: { en: 'Trova', es: 'Trova' },
      file: 'events/es/2026/trova.md',
      change: 'begins',
    },
  ],
};

const status = (parts: Partial<PublishStatus> = {}): PublishStatus =>
  parseStatus(
    JSON.stringify({
      format: 1,
      site: { name: 'A & B', url: 'https://news.example' },
      leftOut: [],
      history: [],
      ...parts,
    }),
  );

const VERDICTS: readonly [string, Verdict, Partial<PublishStatus>][] = [
  ['nothing has been published', 'never', {}],
  ['everything is live', 'right', { live, history: [published] }],
  ['something was left out', 'partly', { live, leftOut, history: [published] }],
  ['the last publish failed', 'failed', { live, history: [failed, published] }],
  ['the last publish was refused', 'refused', { live, leftOut, history: [refused, published] }],
  ['the first publish failed', 'failed', { history: [failed] }],
  [
    'a later run found nothing to do',
    'right',
    { live: { ...live, checkedAt: at('10:44') }, history: [failed, published] },
  ],
  ['a change is due, but only just', 'right', { live, next: { at: at('10:35'), changes: [] }, history: [published] }],
  ['a change is long due', 'late', { live, next: { at: at('10:29'), changes: [] }, history: [published] }],
  ['a publish is under way', 'running', { live, running: { since: at('10:44'), process: '7-1' }, history: [failed] }],
];

describe('what is said first', () => {
  it.each(VERDICTS)('if %s: %s', (_, verdict, parts) => {
    expect(verdictOf(status(parts), NOW)).toBe(verdict);
  });

  it('tells that a publish was killed, where it can be known', () => {
    const killed = status({ live, running: { since: at('10:44'), process: '7-1' } });
    expect(verdictOf(killed, NOW, () => false)).toBe('stopped');
  });
});

it('only the last fifty publishes are kept, the newest first', () => {
  let known = status();
  for (let second = 0; second < 60; second += 1)
    known = withRun(known, { ...failed, at: new Date(failed.at.getTime() + second * 1000) });
  expect(known.history).toHaveLength(50);
  expect(known.history[0]?.at).toEqual(new Date(failed.at.getTime() + 59_000));
});

describe('who saved a file is told', () => {
  const FILE = 'articles/en/2026/reef.md';
  const said = (savedAt: Date, parts: Partial<PublishStatus>) => savedState('en', status(parts), FILE, savedAt);

  const STATES: readonly [string, Date, Partial<PublishStatus>, string][] = [
    [
      'that it waits, and how long publishes take',
      at('10:45'),
      { live, history: [published] },
      'Saved. Readers get it with the next publish, which takes about 3 min.',
    ],
    [
      'that it waits for the next, if a publish began before',
      at('10:45'),
      { live, running: { since: at('10:44'), process: '7-1' }, history: [] },
      'Saved. Readers get it with the next publish, which takes about 1 min.',
    ],
    [
      'that it is being published',
      at('10:43'),
      { live, running: { since: at('10:44'), process: '7-1' }, history: [] },
      'Saved. It is being published, which takes about 1 min.',
    ],
    [
      'that a publish before it failed, as nothing',
      at('10:43'),
      { live, history: [failed] },
      'Saved. Readers get it with the next publish, which takes about 1 min.',
    ],
    [
      'that the publish failed',
      at('10:41'),
      { live, history: [failed, published] },
      'Saved, but the publish failed: ENOSPC: no space left',
    ],
    [
      'that it is live',
      at('10:39'),
      { live, history: [published] },
      'Published at 29 Nov 2026, 10:40: readers have it as you saved it.',
    ],
    [
      'that it was left out, and why',
      at('10:39'),
      { live, leftOut, history: [published] },
      'Not published as you saved it: line 7: tags ("a<b")  is wrong. Readers see: the last published version',
    ],
  ];

  it.each(STATES)('%s', (_, savedAt, parts, text) => {
    expect(said(savedAt, parts).text).toBe(text);
  });

  it('until it is settled', () => {
    expect(said(at('10:45'), { live, history: [published] })).toMatchObject({ isSettled: false, isLive: false });
    expect(said(at('10:39'), { live, history: [published] })).toMatchObject({ isSettled: true, isLive: true });
    expect(said(at('10:39'), { live, leftOut, history: [published] })).toMatchObject({
      isSettled: true,
      isLive: false,
    });
  });
});

describe('the report for a terminal', () => {
  it('says what is live, what was left out and why, and what is next', () => {
    const known = status({ live: { ...live, commit }, leftOut, next: coming, history: [published] });
    expect(statusReport('en', known, verdictOf(known, NOW))).toEqual([
      'The site is live since 29 Nov 2026, 10:41, but not everything is as it was written.',
      'Live: 20261129T154100Z-1a2b3c4d, 72 stories',
      '  commit 1a2b3c4 by Ana Pech: Correct the ferry’s <hours>',
      'Not as it was written:',
      '  articles/en/2026/reef.md: the last published version',
      '    line 7: tags ("a<b")  is wrong',
      'Next:',
      '  29 Nov 2026, 18:00 appears: Rain & wind',
      '  29 Nov 2026, 20:00 begins: Trova',
    ]);
    expect(statusReport('es', known, verdictOf(known, NOW)).slice(-2)).toEqual([
      '  29 nov 2026, 18:00 aparece: Lluvia y viento',
      '  29 nov 2026, 20:00 empieza: Trova',
    ]);
  });

  it('says why a publish failed, in Spanish too', () => {
    const known = status({ live, next: { at: at('23:59'), changes: [] }, history: [failed, published] });
    expect(statusReport('es', known, verdictOf(known, NOW))).toEqual([
      'La publicación de 29 nov 2026, 10:43 falló. Los lectores tienen el sitio como estaba.',
      '  ENOSPC: no space left',
      'En línea: 20261129T154100Z-1a2b3c4d, 72 notas',
      'No hay nada pendiente. El sitio se hace de nuevo a las 29 nov 2026, 23:59, por el día nuevo.',
    ]);
  });
});

describe('the page', () => {
  const known = status({ live: { ...live, commit }, leftOut, next: coming, history: [published, failed] });
  const link = (file: string) => `../#/${file}`;

  it('says everything, with links to edit it, and is no page for search engines', () => {
    const page = statusPage('en', known, NOW, link);
    for (const text of [
      '<p class="verdict partly">The site is live since 29 Nov 2026, 10:41, but not everything is as it was written.</p>',
      '<a href="../#/articles/en/2026/reef.md">edit</a><br>Readers see: the last published version',
      '<li>line 7: tags ("a&lt;b")  is wrong</li>',
      ' appears: Rain &amp; wind<br>',
      'commit 1a2b3c4 by Ana Pech: Correct the ferry’s &lt;hours&gt;',
      'ENOSPC: no space left',
      '<meta name="robots" content="noindex, nofollow">',
      '<title>What readers have · A &amp; B</title>',
    ])
      expect(page).toContain(text);
  });

  it('is in both languages, which lead to each other', () => {
    expect(statusPage('en', known, NOW, link)).toContain('<a href="./es/" lang="es">Español</a>');
    const spanish = statusPage('es', known, NOW, link);
    expect(spanish).toContain('<html lang="es-MX">');
    expect(spanish).toContain('<a href="../" lang="en">English</a>');
    expect(spanish).toContain('<li>línea 7: tags ("a&lt;b")  está mal</li>');
  });

  it('has nothing but a headline before the first publish', () => {
    expect(statusPage('en', status(), NOW, link)).not.toContain('<h2>');
  });
});

it('the feed has an entry for each publish and failure, with what was wrong', () => {
  const partly = {
    ...published,
    outcome: 'partly' as const,
    faulty: [{ file: 'a.md', mistake: { en: 'is <wrong>', es: 'está mal' } }],
  };
  const feed = statusFeed('en', status({ history: [failed, partly] }));
  expect(feed.match(/<entry>/g)).toHaveLength(2);
  for (const text of [
    '<updated>2026-11-29T15:43:00.000Z</updated>\n<author><name>A &amp; B</name></author>',
    '<id>tag:news.example,2026:publish/2026-11-29T15:43:00.000Z</id>\n<title>Failed, 29 Nov 2026, 10:43</title>',
    '<content type="text">ENOSPC: no space left</content>',
    'a.md: is &lt;wrong&gt;</content>',
  ])
    expect(feed).toContain(text);
});
