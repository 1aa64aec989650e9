import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleSchema } from '#src/schemas/article.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { builtSite, readSite, type BuiltSite } from './built-site.ts';
import { buildOnce, NOW, PROJECT } from './build-sites.ts';
import { differences } from './compare-sites.ts';
import { CANARY, hideStories, type HidingPlace } from './hidden-stories.ts';
import { unpackedBytes } from './read-search-index.ts';

const HIDDEN = 200;

/** Fields that no hidden story has: they hide nothing, or it is what hides it. */
const OTHER_FIELDS = ['withdrawn'];

const without = builtSite('sample');

/** The files that have the hidden stories' word in their name or their bytes, unpacked. */
const filesWithCanary = ({ folder, files }: BuiltSite) =>
  files.filter((file) =>
    `${file}\n${unpackedBytes(join(folder, file)).toString('latin1')}`.toLowerCase().includes(CANARY),
  );

describe(`${HIDDEN} stories that are drafts, under embargo or expired`, () => {
  let place: HidingPlace;
  let hiding: BuiltSite;
  beforeAll(async () => {
    place = await hideStories('newsroom-hiding', HIDDEN);
    hiding = readSite(await buildOnce({ name: 'sample-hiding', content: place.content, now: NOW }));
  });

  it('have every field that a story can have', () => {
    const known = Object.keys(articleSchema(plainImageFile).shape).filter((field) => !OTHER_FIELDS.includes(field));
    expect([...place.fields].toSorted()).toEqual(known.toSorted());
  });

  it('leave the site as it is without them, byte for byte, but for the next change', () => {
    expect(differences(without, hiding)).toEqual(['next-change.json']);
  });

  it('show in the next change as an instant, and nothing else', () => {
    expect(JSON.parse(hiding.read('next-change.json'))).toEqual({ at: '2026-11-24T06:00:01-05:00' });
  });

  it('leave no trace of their word, neither in a name nor in any byte, packed or not', () => {
    expect(filesWithCanary(hiding)).toEqual([]);
  });

  describe('a second later, when some are due', () => {
    let due: BuiltSite;
    beforeAll(async () => {
      due = readSite(await buildOnce({ name: 'sample-due', content: place.content, now: '2026-11-24T06:00:01-05:00' }));
    });

    it('are found by the same search for traces: pages, feed, sitemap, search and picture names', () => {
      const found = filesWithCanary(due);
      for (const part of [
        /^articles\/.*\.html$/,
        /^rss\.xml$/,
        /^sitemap-/,
        /^_search\/.*\/articles\//,
        /^_search\/.*\/words\//,
        /^_pictures\//,
      ])
        expect(
          found.filter((file) => part.test(file)),
          String(part),
        ).not.toEqual([]);
    });

    it('show pictures without what the camera wrote into them', () => {
      const original = readFileSync(join(PROJECT, place.content, 'pictures', `${CANARY}.jpg`));
      expect(original.includes(CANARY)).toBe(true);
      const pictures = due.files.filter((file) => file.startsWith('_pictures/') && file.includes(CANARY));
      expect(pictures).not.toEqual([]);
      for (const file of pictures) expect(readFileSync(join(due.folder, file)).includes(CANARY), file).toBe(false);
    });
  });
});
