import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileWriter } from '#src/disk/file-writer.ts';
import { checkFiles, startFileCheck } from '#src/publish/reuse/check-files.ts';
import { RecordedGroup, type SiteFile } from '#src/publish/reuse/recorded-group.ts';
import {
  readSiteRecord,
  NOTHING_KNOWN,
  removeLostRecords,
  sitePlace,
  writeIntent,
  writeSiteRecord,
  type SitePlace,
  type SiteRecord,
} from '#src/publish/reuse/site-record.ts';
import { SiteUpdate } from '#src/publish/reuse/site-update.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const bytes = (text: string) => Buffer.from(text);

/** A time at which no file of a test is new any more. */
const LATER = Date.now() + 3_600_000;

/** A site of two pages in a group and a feed in another, and what a build knows of it. */
function lastSite() {
  const folder = temporaryFolder({ 'site/a/index.html': 'A', 'site/b/index.html': 'B', 'site/rss.xml': 'feed' });
  const out = join(folder, 'site');
  const staging = join(folder, 'staging');
  mkdirSync(staging);
  const placeOf = (path: string) => join(staging, path.replaceAll('/', ' '));
  /** A build that knows this of the site, and checks it now. */
  const updateOf = (
    last: SiteRecord,
    { isClean, isComplete, below }: { isClean?: boolean; isComplete?: boolean; below?: string } = {},
  ) =>
    new SiteUpdate({
      out,
      placeOf,
      writer: new FileWriter(),
      last,
      check: checkFiles(out, last, LATER, isComplete ?? isClean),
      ...(isClean !== undefined && { isClean }),
      ...(below !== undefined && { below }),
    });
  const first = updateOf(NOTHING_KNOWN);
  const pages = first.open('pages', 't1 pages');
  pages.write('a/index.html', 't1 a', bytes('A'), ['/pictures/a.webp']);
  pages.write('b/index.html', 't1 b', bytes('B'));
  first.open('feeds').write('rss.xml', 't1 feed', bytes('feed'));
  // As publishing would: the files are in place when they are recorded.
  rmSync(staging, { recursive: true });
  mkdirSync(staging);
  const record = first.record(LATER);
  return { out, place: sitePlace(join(folder, 'cache'), out), staging, updateOf, record, update: updateOf(record) };
}

/** A record as plain values. */
const told = (record: SiteRecord | undefined) =>
  record && {
    groups: [...record.groups].map(([name, group]) => [name, group.key, group.count, [...group.files()]]),
    leftovers: record.leftovers,
  };

function spoil(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace('t1 a', 't1 b'));
}

/** A site of which nothing is there but its place. */
function emptyPlace(): SitePlace {
  const out = temporaryFolder();
  return sitePlace(join(out, '.cache'), out);
}

describe('a group of the last site', () => {
  it('is reused if it is made from the same and nobody touched any of it', () => {
    const { update, record } = lastSite();
    expect(update.reuseGroup('pages', 't1 pages')).toBe(true);
    expect(update.count('pages')).toBe(2);
    expect(update.has('a/index.html')).toBe(true);
    expect([...update.pictures()]).toEqual(['/pictures/a.webp']);
    expect(update.record(LATER).groups.get('pages')?.body).toEqual(record.groups.get('pages')?.body);
  });

  it.each([
    ['is another', 'pages', 't1 other'],
    ['is not known', 'others', 't1 pages'],
    ['cannot be said', 'feeds', undefined],
    ['could not be said before', 'feeds', 't1 feed'],
  ])('is opened where what it is made from %s', (_, name, key) => {
    expect(lastSite().update.reuseGroup(name, key)).toBe(false);
  });

  it.each<[string, (out: string) => void]>([
    ['was written to', (out) => writeFileSync(join(out, 'b/index.html'), 'X')],
    ['is gone', (out) => rmSync(join(out, 'b/index.html'))],
  ])('is opened where a file of it %s, and that file alone is made again', (_, damage) => {
    const { out, record, updateOf } = lastSite();
    damage(out);
    const update = updateOf(record);
    expect(update.reuseGroup('pages', 't1 pages')).toBe(false);
    const pages = update.open('pages', 't1 pages');
    expect(pages.reuse('a/index.html', 't1 a')).toBeUndefined();
    expect(pages.reuse('b/index.html', 't1 b')).toBe('damaged');
  });

  it('has a name of its own', () => {
    const { update } = lastSite();
    update.reuseGroup('pages', 't1 pages');
    expect(() => update.open('pages')).toThrow('there are two groups of files named “pages”');
  });
});

describe('a file of the last site', () => {
  it('is reused if it is made from the same', () => {
    const { update } = lastSite();
    const pages = update.open('pages', 't1 more pages');
    expect(pages.reuse('a/index.html', 't1 a')).toBeUndefined();
    expect(pages.files.get('a/index.html')).toMatchObject({ key: 't1 a', digest: hash('sha256', 'A') });
  });

  it.each([
    ['new', 'c/index.html', 't1 c'],
    ['changed', 'a/index.html', 't1 other'],
    ['templates', 'a/index.html', 't2 a'],
    ['unkeyed', 'a/index.html', undefined],
  ] as const)('is made because it is %s', (reason, path, key) => {
    const pages = lastSite().update.open('pages');
    expect(pages.reuse(path, key)).toBe(reason);
    expect(pages.files.size).toBe(0);
  });

  it('is made again if somebody wrote to it, though its size and its date are as before', () => {
    const { out, record, updateOf } = lastSite();
    const file = join(out, 'a/index.html');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'X');
    utimesSync(file, atime, mtime);
    expect(updateOf(record).open('pages').reuse('a/index.html', 't1 a')).toBe('damaged');
  });

  it('is reused for its bytes if only its place on the disk is another, as after a copy', () => {
    const { out, record, updateOf } = lastSite();
    rmSync(join(out, 'a/index.html'));
    writeFileSync(join(out, 'a/index.html'), 'A');
    expect(updateOf(record).reuseGroup('pages', 't1 pages')).toBe(true);
  });
});

describe('a file that was made', () => {
  it('is written beside the site, which is not touched', () => {
    const { out, staging, update } = lastSite();
    update.open('pages').write('a/index.html', 't1 other', bytes('A2'));
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('A');
    expect(readFileSync(join(staging, 'a index.html'), 'utf8')).toBe('A2');
    expect([...update.written]).toEqual(['a/index.html']);
  });

  it('is not written if it came out as it was, and is recorded with its new key', () => {
    const { staging, update } = lastSite();
    const pages = update.open('pages');
    pages.write('a/index.html', 't2 a', bytes('A'));
    expect(existsSync(join(staging, 'a index.html'))).toBe(false);
    expect(update.written.size).toBe(0);
    expect(pages.files.get('a/index.html')?.key).toBe('t2 a');
  });

  it('can be one that lies elsewhere on the disk, and is taken from there', () => {
    const { staging, update } = lastSite();
    const source = join(staging, 'made');
    writeFileSync(source, 'index');
    update.open('search').move('_search/x', 'search', source, hash('sha256', 'index'));
    expect(existsSync(source)).toBe(false);
    expect(readFileSync(join(staging, '_search x'), 'utf8')).toBe('index');
  });

  it.each<[string, (update: SiteUpdate) => void]>([
    [
      'twice by one',
      (update) => {
        const pages = update.open('pages');
        pages.reuse('a/index.html', 't1 a');
        pages.reuse('a/index.html', 't1 a');
      },
    ],
    [
      'by another that was opened',
      (update) => {
        update.open('pages').reuse('a/index.html', 't1 a');
        update.open('others').write('a/index.html', 't1 a', bytes('A'));
      },
    ],
    [
      'by another that was kept',
      (update) => {
        update.reuseGroup('pages', 't1 pages');
        update.open('others').write('a/index.html', 't1 a', bytes('A'));
        update.removed();
      },
    ],
  ])('may not be made %s', (_, make) => {
    expect(() => make(lastSite().update)).toThrow(/^a\/index.html is made twice: by pages and by (?:pages|others)$/);
  });
});

describe('a site that is the last one', () => {
  const remake = (update: SiteUpdate) => {
    update.reuseGroup('pages', 't1 pages');
    update.open('feeds').write('rss.xml', 't1 feed', bytes('feed'));
    return update;
  };

  it('is known to be, though some of it was made again', () => {
    const { update } = lastSite();
    expect(remake(update).isUnchanged()).toBe(true);
  });

  it('is known to be if a group was opened and all of it reused', () => {
    const { update } = lastSite();
    const pages = update.open('pages', 't1 pages');
    for (const name of ['a', 'b']) pages.reuse(`${name}/index.html`, `t1 ${name}`);
    update.open('feeds').write('rss.xml', 't1 feed', bytes('feed'));
    expect(update.isUnchanged()).toBe(true);
  });

  it.each<[string, (site: ReturnType<typeof lastSite>) => SiteUpdate]>([
    [
      'a file is one more',
      ({ update }) => {
        remake(update).open('more').write('c.txt', 't1 c', bytes('C'));
        return update;
      },
    ],
    [
      'a file is one less',
      ({ update }) => {
        update.reuseGroup('pages', 't1 pages');
        update.open('feeds');
        return update;
      },
    ],
    [
      'a group is one less',
      ({ update }) => {
        update.reuseGroup('pages', 't1 pages');
        return update;
      },
    ],
    [
      'a group is made from something else',
      ({ update }) => {
        const pages = update.open('pages', 't1 other');
        for (const name of ['a', 'b']) pages.reuse(`${name}/index.html`, `t1 ${name}`);
        update.open('feeds').write('rss.xml', 't1 feed', bytes('feed'));
        return update;
      },
    ],
    [
      'a killed build may have left something',
      ({ updateOf, record }) => remake(updateOf({ ...record, leftovers: ['x'] })),
    ],
  ])('is none where %s', (_, make) => {
    expect(make(lastSite()).isUnchanged()).toBe(false);
  });
});

describe('what is to be taken away', () => {
  it('is what the new site lacks, and what a killed build may have left', () => {
    const { record, updateOf } = lastSite();
    const update = updateOf({ ...record, leftovers: ['old/index.html', 'a/index.html'] });
    update.open('pages', 't1 other').reuse('a/index.html', 't1 a');
    expect(update.removed().toSorted()).toEqual(['b/index.html', 'old/index.html', 'rss.xml']);
  });

  it('is nothing that has only come to another group', () => {
    const { update } = lastSite();
    update.open('others').write('a/index.html', 't1 a', bytes('A'));
    expect(update.removed().toSorted()).toEqual(['b/index.html', 'rss.xml']);
  });

  it('spares a clean build the writing of what is there, but not the making', () => {
    const { out, record: known, updateOf } = lastSite();
    writeFileSync(join(out, 'b/index.html'), 'X');
    writeFileSync(join(out, 'stray.txt'), 'what no build wrote');
    const update = updateOf(known, { isClean: true });
    expect(update.reuseGroup('pages', 't1 pages')).toBe(false);
    const pages = update.open('pages', 't1 pages');
    for (const name of ['a', 'b']) {
      expect(pages.reuse(`${name}/index.html`, `t1 ${name}`)).toBe('clean');
      pages.write(`${name}/index.html`, `t1 ${name}`, bytes(name.toUpperCase()));
    }
    expect([...update.written]).toEqual(['b/index.html']);
    expect(update.removed().toSorted()).toEqual(['rss.xml', 'stray.txt']);
  });
});

describe('the check of a site’s files', () => {
  it('finds what was written to and what is gone, in a thread of its own', async () => {
    const { out, place, record } = lastSite();
    writeSiteRecord(place, record);
    writeFileSync(join(out, 'a/index.html'), 'X');
    rmSync(join(out, 'b/index.html'));
    const fileCheck = startFileCheck(place, LATER, false);
    expect(await fileCheck.finished).toEqual({
      damaged: new Map([['pages', new Set(['a/index.html', 'b/index.html'])]]),
      updated: new Map(),
      unknown: [],
    });
  });

  it('learns that files which were new when they were recorded are unchanged, once for all', async () => {
    const { out, place, record, updateOf } = lastSite();
    const unsure = {
      ...record,
      groups: new Map(record.groups).set(
        'feeds',
        RecordedGroup.of('', new Map([['rss.xml', { key: 't1 feed', digest: hash('sha256', 'feed') }]])),
      ),
    };
    writeSiteRecord(place, unsure);
    const check = await startFileCheck(place, LATER, false).finished;
    expect(check?.damaged.size).toBe(0);
    expect([...(check?.updated.keys() ?? [])]).toEqual(['feeds']);
    const update = updateOf(unsure);
    update.reuseGroup('pages', 't1 pages');
    update.open('feeds').reuse('rss.xml', 't1 feed');
    expect(update.isUnchanged()).toBe(false);
    expect(checkFiles(out, update.record(LATER), LATER).updated.size).toBe(0);
  });

  it('can be ended before it is over', async () => {
    const { place, record } = lastSite();
    writeSiteRecord(place, record);
    const fileCheck = startFileCheck(place, LATER, false);
    fileCheck.stop();
    expect(await fileCheck.finished).toBeUndefined();
  });
});

describe('the record of a site', () => {
  const groupOf = (key: string, files: Record<string, SiteFile>) =>
    RecordedGroup.of(key, new Map(Object.entries(files)));
  const record: SiteRecord = {
    groups: new Map([
      ['pages', groupOf('t1', { 'index.html': { key: 't1 a', digest: 'd', signature: 's', pictures: ['/ä.webp'] } })],
      ['feeds', groupOf('', { 'rss.xml': { key: 't1 b', digest: 'e' } })],
    ]),
    leftovers: ['x'],
  };

  it('is read as it was written', () => {
    const place = emptyPlace();
    expect(readSiteRecord(place)).toBeUndefined();
    writeSiteRecord(place, record);
    const read = readSiteRecord(place);
    expect(told(read)).toEqual(told(record));
    expect(read?.groups.get('pages')?.pictures).toEqual(['/ä.webp']);
  });

  it('knows after a killed build what that was about to write and to take away', () => {
    const place = emptyPlace();
    const intended = groupOf('t2', { 'new/index.html': { key: 't1 b', digest: 'e' } });
    writeSiteRecord(place, { ...record, leftovers: [] });
    writeIntent(place, {
      groups: new Map([['pages', intended]]),
      gone: ['feeds'],
      leftovers: ['index.html', 'rss.xml'],
    });
    expect(told(readSiteRecord(place))).toEqual(
      told({ groups: new Map([['pages', intended]]), leftovers: ['index.html', 'rss.xml'] }),
    );
    writeSiteRecord(place, record);
    expect(told(readSiteRecord(place))).toEqual(told(record));
  });

  it('is none if it is not as it was written', () => {
    const place = emptyPlace();
    writeSiteRecord(place, record);
    spoil(join(place.records, 'record'));
    expect(readSiteRecord(place)).toBeUndefined();
  });

  describe.each(['before', 'intent'])('of a build that was killed is none if its half “%s”', (name) => {
    const killed = () => {
      const place = emptyPlace();
      writeSiteRecord(place, record);
      writeIntent(place, { groups: record.groups, gone: [], leftovers: [] });
      return place;
    };

    it('is not as it was written', () => {
      const place = killed();
      spoil(join(place.records, name));
      expect(readSiteRecord(place)).toBeUndefined();
    });

    it('is lost', () => {
      const place = killed();
      rmSync(join(place.records, name));
      expect(readSiteRecord(place)).toBeUndefined();
    });
  });

  it('takes nothing from a record that was there before the last but one', () => {
    const place = emptyPlace();
    writeSiteRecord(place, record);
    writeIntent(place, { groups: record.groups, gone: [], leftovers: [] });
    // Killed; the next build found no record that it could use, and was killed as well.
    writeIntent(place, { groups: record.groups, gone: [], leftovers: [] });
    expect(readSiteRecord(place)).toBeUndefined();
  });

  it('is forgotten when the site is gone', () => {
    const folder = temporaryFolder({ 'site/index.html': '' });
    const place = sitePlace(join(folder, 'cache'), join(folder, 'site'));
    writeSiteRecord(place, record);
    rmSync(place.out, { recursive: true });
    removeLostRecords(sitePlace(join(folder, 'cache'), join(folder, 'other')));
    expect(existsSync(place.records)).toBe(false);
  });

  it('stays while its site is built, though the cache has lost where that is', () => {
    const { place, record: known } = lastSite();
    writeSiteRecord(place, known);
    rmSync(join(place.records, 'out'));
    removeLostRecords(place);
    expect(told(readSiteRecord(place))).toEqual(told(known));
  });

  it('that is lost after its files were checked leaves nothing to reuse', () => {
    const { out, record: known } = lastSite();
    const [name, group] = [...known.groups][0] ?? [];
    if (!name || !group) throw new Error('the site has no groups');
    const check = { damaged: new Map(), updated: new Map([[name, group]]), unknown: [] };
    const placeOf = (path: string) => path;
    const update = new SiteUpdate({ out, placeOf, writer: new FileWriter(), last: NOTHING_KNOWN, check });
    expect(update.reuseGroup(name, group.key)).toBe(false);
  });

  it('that is missing allows no reuse, but what comes out the same is not written', () => {
    const { updateOf } = lastSite();
    const update = updateOf(NOTHING_KNOWN, { isComplete: true });
    const pages = update.open('pages', 't1 pages');
    expect(pages.reuse('a/index.html', 't1 a')).toBe('new');
    pages.write('a/index.html', 't1 a', bytes('A'));
    expect(update.written.size).toBe(0);
    expect(update.removed().toSorted()).toEqual(['b/index.html', 'rss.xml']);
  });
});

describe('what a build is about to do', () => {
  it('is recorded so that the next one finds all that a killed one may have done', () => {
    const { out, place, staging, record, update } = lastSite();
    writeSiteRecord(place, record);
    const pages = update.open('pages', 't2 pages');
    pages.reuse('a/index.html', 't1 a');
    pages.write('c/index.html', 't2 c', bytes('C'));
    const removed = update.removed();
    writeIntent(place, update.intent(removed));
    // Killed when it had put its page in place, and taken one away.
    mkdirSync(join(out, 'c'));
    renameSync(join(staging, 'c index.html'), join(out, 'c/index.html'));
    rmSync(join(out, 'b/index.html'));
    const known = readSiteRecord(place);
    expect(known && [...known.groups.keys()]).toEqual(['pages']);
    expect(known?.leftovers).toEqual(['b/index.html', 'rss.xml']);
    expect(known && checkFiles(out, known, LATER).damaged.size).toBe(0);
    rmSync(join(out, 'c/index.html'));
    expect(known && [...checkFiles(out, known, LATER).damaged]).toEqual([['pages', new Set(['c/index.html'])]]);
  });
});

describe('a site that moves below a path of its host', () => {
  it('is made anew, and again when it moves on', () => {
    const { updateOf, record } = lastSite();
    const made = (update: SiteUpdate) => {
      expect(update.reuseGroup('pages', 't1 pages')).toBe(false);
      const group = update.open('pages', 't1 pages');
      const reasons = ['a/index.html', 'b/index.html'].map((file) => group.reuse(file, `t1 ${file[0]}`));
      group.write('a/index.html', 't1 a', bytes('<a href="/b/">'));
      group.write('b/index.html', 't1 b', bytes('B'));
      return { reasons, record: update.record(LATER), written: [...update.written] };
    };
    const below = made(updateOf(record, { below: '/paper' }));
    expect(below.reasons).toEqual(['changed', 'changed']);
    // What names no address is the same file below any path.
    expect(below.written).toEqual(['a/index.html']);
    const again = updateOf(below.record, { below: '/paper' });
    expect(again.reuseGroup('pages', 't1 pages')).toBe(true);
    expect(made(updateOf(below.record, { below: '/news' })).reasons).toEqual(['changed', 'changed']);
    expect(made(updateOf(below.record)).reasons).toEqual(['changed', 'changed']);
  });
});
