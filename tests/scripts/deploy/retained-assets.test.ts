import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retainedFiles, pictureOf } from '../../../scripts/deploy/retained-assets.ts';
import type { ReleaseRecord } from '../../../scripts/deploy/record.ts';
import { siteFiles } from '../../../scripts/deploy/site-files.ts';
import { smallSite, writeSite, type SmallSite } from '../../small-site.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const NOON = new Date('2026-11-24T12:00:00Z');
const hoursAfterNoon = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

/** A release of a site that was made at noon, with the files that it had retained itself. */
function released(site: SmallSite, retained: ReleaseRecord['retained'] = {}) {
  const folder = writeSite(join(temporaryFolder(), 'site'), smallSite(site));
  const files = Object.fromEntries(
    [...siteFiles(folder)].map(([path, digest]) => [path, { ...digest, inode: 0, mtime: 0 }]),
  );
  return { folder, record: { id: '', madeAt: NOON, now: NOON, digest: '', files, retained } };
}

const filesOf = (site: SmallSite) => siteFiles(writeSite(join(temporaryFolder(), 'site'), smallSite(site)));
const retained = (last: ReturnType<typeof released>, site: SmallSite, instant = NOON) =>
  [...retainedFiles(last, filesOf(site), instant).keys()].filter((path) => !path.startsWith('_astro/frame'));

describe('a style, script or picture that was dropped', () => {
  const style = '_astro/frame.old00000.css';
  const withOld = { stories: { reef: {} }, files: { [style]: '' } };
  const keptAfter = (hours: number) =>
    retainedFiles(
      released(withOld, { [style]: { droppedAt: NOON, articles: [] } }),
      filesOf({ stories: { reef: {} } }),
      hoursAfterNoon(hours),
    ).has(style);

  it('stays for a day after it was dropped, and no longer', () => {
    expect(keptAfter(24)).toBe(true);
    expect(keptAfter(24.01)).toBe(false);
  });

  it('stays for one release however long ago the last was made', () => {
    const files = filesOf({ stories: { reef: {} } });
    expect(retainedFiles(released(withOld), files, hoursAfterNoon(1000)).get(style)).toEqual({
      droppedAt: hoursAfterNoon(1000),
      articles: [],
    });
  });

  it('goes with the article that showed it, even if it was dropped before the article', () => {
    const picture = 'rain.bbbbbbbbbbbbbbbb.480x270.webp';
    const first = released({ stories: { reef: {}, rain: { picture } } });
    const second = { stories: { reef: {}, rain: { text: 'without its picture' } } };
    const kept = retainedFiles(first, filesOf(second), NOON);
    expect(kept.get(`_pictures/${picture}`)).toEqual({ droppedAt: NOON, articles: ['/articles/rain/'] });
    const between = released({ ...second, files: { [`_pictures/${picture}`]: '' } }, Object.fromEntries(kept));
    expect(retained(between, second)).toEqual([`_pictures/${picture}`]);
    expect(retained(between, { stories: { reef: {} } })).toEqual([]);
  });

  it('stays although its article went, if another still shows the same picture in another size', () => {
    const last = released({
      stories: {
        reef: { picture: 'sea.bbbbbbbbbbbbbbbb.800x450.webp' },
        rain: { picture: 'sea.bbbbbbbbbbbbbbbb.480x270.webp' },
      },
    });
    expect(retained(last, { stories: { reef: { picture: 'sea.bbbbbbbbbbbbbbbb.800x450.webp' } } })).toEqual([
      '_pictures/sea.bbbbbbbbbbbbbbbb.480x270.webp',
    ]);
  });

  it('is identified by the picture of which it is a size', () => {
    expect(pictureOf('_pictures/sea.0123456789abcdef.800x450.webp')).toBe('_pictures/sea.0123456789abcdef');
    expect(pictureOf('maps/tulum.svg')).toBe('maps/tulum');
    expect(pictureOf('_astro/a.css')).toBeUndefined();
  });
});

describe('a file of the search index that was dropped', () => {
  const before = { stories: { reef: { text: 'old words' }, rain: {} }, hasSearch: true };
  const edited = { stories: { reef: { text: 'new words' }, rain: {} }, hasSearch: true };

  it('stays for open searches if an article was edited', () => {
    expect(retained(released(before), edited).map((path) => path.replace(/[0-9a-f]{6,}/, '…'))).toEqual([
      '_search/en/articles/…/0.bin',
      '_search/en/articles/…/1.bin',
      '_search/en/words/….bin',
    ]);
  });

  it('goes after an hour', () => {
    const kept = retainedFiles(released(before), filesOf(edited), NOON);
    const parts = [...kept.keys()].filter((path) => path.startsWith('_search/'));
    const next = released(
      { ...edited, files: Object.fromEntries(parts.map((path) => [path, ''])) },
      Object.fromEntries(kept),
    );
    expect(retained(next, edited, hoursAfterNoon(1))).toEqual(parts);
    expect(retained(next, edited, hoursAfterNoon(1.01))).toEqual([]);
  });

  it('goes at once, with all others, if any article is no longer public: its words are in many files', () => {
    expect(retained(released(before), { stories: { reef: { text: 'new words' } }, hasSearch: true })).toEqual([]);
  });
});
