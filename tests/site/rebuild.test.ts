import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtSite, readSite, type BuiltSite } from './built-site.ts';
import { buildOnce, NOW, OUTPUT, PROJECT } from './build-sites.ts';
import { differences } from './compare-sites.ts';
import { isOut, newsroomOf } from './expected-stories.ts';
import { unpackedBytes } from './read-search-index.ts';

/** The sample's withdrawn story with none of its words, names, places or dates. */
const WITHDRAWN = `---
title: "x"
description: "x"
pubDate: 2026-01-01
expiryDate: 2026-02-01
authors: [june-seagrape]
categories: [food]
withdrawn: { date: 2026-05-06, reason: "The report could not be confirmed." }
---
`;

const FRONTS = ['es/index.html', 'index.html'];

/** The build's day, in every form in which a page could show it. */
const TODAY = [
  '2026-11-24',
  '24 November 2026',
  '24 Nov 2026',
  '24 de noviembre de 2026',
  '24 nov 2026',
  'Nov 24, 2026',
];

const isOfEvents = (file: string) => /^(?:events|es\/eventos)\//.test(file);

/** The pages of places, on which the next events are. */
const placePages = (...ids: string[]) =>
  ids.flatMap((id) => [`es/lugares/${id}/index.html`, `places/${id}/index.html`]);

const sample = builtSite('sample');

describe('the day of the build', () => {
  it('stands on the two front pages and nowhere else but where an event is', () => {
    const dated = sample.files.filter((file) => {
      const text = unpackedBytes(join(sample.folder, file)).toString('utf8');
      return TODAY.some((day) => text.includes(day));
    });
    // An event begins on this day, in Chetumal.
    expect(dated.filter((file) => !isOfEvents(file) && file !== 'next-change.json')).toEqual(
      [...FRONTS, ...placePages('chetumal')].toSorted(),
    );
  });

  it('changes the two front pages, the next change and where an event was alone, two days later, down to the last byte', async () => {
    const later = await site('sample-two-days-later', 'src/content', '2026-11-26T06:00:00-05:00');
    const changed = differences(sample, later);
    expect(changed.filter((file) => !isOfEvents(file))).toEqual(
      [...FRONTS, 'news-sitemap.xml', 'next-change.json', ...placePages('chetumal', 'tulum')].toSorted(),
    );
    // What was on in these days has left the lists; calendars are the same.
    expect(changed.filter(isOfEvents)).toContain('events/index.html');
    expect(changed.filter((file) => file.endsWith('.ics'))).toEqual([]);
    // The council's session of the last Thursday.
    expect(JSON.parse(later.read('next-change.json'))).toEqual({ at: '2026-11-26T10:00:00-05:00' });
  });
});

describe('the next change', () => {
  it('is told to schedulers in a file, as an instant and nothing else', () => {
    // The newest story is news no more.
    expect(JSON.parse(sample.read('next-change.json'))).toEqual({ at: '2026-11-24T18:40:00-05:00' });
  });
});

describe('the same newsroom at the same instant', () => {
  it('is the same site in Kathmandu with a Turkish machine', () => {
    const out = join(OUTPUT, 'sample-elsewhere');
    const world = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    execFileSync(process.execPath, ['scripts/build.ts', '--out', out, '--now', NOW], {
      cwd: PROJECT,
      env: { ...process.env, ...world },
    });
    expect(differences(sample, readSite(out))).toEqual([]);
  });

  it('is the same site, from another folder, without the stories that are withheld, of the withdrawn all but its notice', async () => {
    const content = join('tests', 'output', 'newsroom-without-withheld');
    rmSync(join(PROJECT, content), { recursive: true, force: true });
    cpSync(join(PROJECT, 'src/content'), join(PROJECT, content), { recursive: true });
    const withheld = newsroomOf('sample').articles.filter((article) => !isOut(article));
    expect(withheld).toHaveLength(4);
    for (const { file, withdrawn } of withheld) {
      if (withdrawn) writeFileSync(join(PROJECT, content, file), WITHDRAWN);
      else rmSync(join(PROJECT, content, file));
    }
    expect(differences(sample, await site('sample-without-withheld', content, NOW))).toEqual([]);
  });
});

async function site(name: string, content: string, now: string): Promise<BuiltSite> {
  return readSite(await buildOnce({ name, content, now }));
}
