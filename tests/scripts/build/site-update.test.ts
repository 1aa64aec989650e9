import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lookAtSite } from '../../../scripts/build/look-at-site.ts';
import {
  readSiteRecord,
  recordOfUnknown,
  removeLostRecords,
  writeIntent,
  writeSiteRecord,
  type SiteRecord,
} from '../../../scripts/build/site-record.ts';
import { CACHE_FOLDER } from '../../../scripts/build/cache-folder.ts';
import { FileWriter } from '../../../scripts/build/file-writer.ts';
import { SiteUpdate } from '../../../scripts/build/site-update.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const bytes = (text: string) => Buffer.from(text);

/** A site of two pages and a feed, and what a build knows of it. */
function lastSite() {
  const folder = temporaryFolder({ 'site/a/index.html': 'A', 'site/b/index.html': 'B', 'site/rss.xml': 'feed' });
  const out = join(folder, 'site');
  const staging = join(folder, 'staging');
  mkdirSync(staging);
  const placeOf = (path: string) => join(staging, path.replaceAll('/', ' '));
  const first = new SiteUpdate(out, placeOf, new FileWriter(), undefined);
  first.put('a/index.html', 't1 a', bytes('A'));
  first.put('b/index.html', 't1 b', bytes('B'));
  first.put('rss.xml', 't1 feed', bytes('feed'));
  // As publishing would: the files are in place when they are looked at.
  rmSync(staging, { recursive: true });
  mkdirSync(staging);
  const record = first.record();
  return { out, staging, placeOf, record, update: new SiteUpdate(out, placeOf, new FileWriter(), record) };
}

describe('a file of the last site', () => {
  it('is kept where it is made from the same and nobody touched it', () => {
    const { update } = lastSite();
    expect(update.keep('a/index.html', 't1 a')).toBeUndefined();
    expect(update.files['a/index.html']).toMatchObject({ key: 't1 a', digest: hash('sha256', 'A') });
  });

  it.each([
    ['new', 'c/index.html', 't1 c'],
    ['changed', 'a/index.html', 't1 other'],
    ['templates', 'a/index.html', 't2 a'],
    ['unkeyed', 'a/index.html', undefined],
  ] as const)('is made because it is %s', (reason, path, key) => {
    const { update } = lastSite();
    expect(update.keep(path, key)).toBe(reason);
    expect(update.files).toEqual({});
  });

  it('is made again where somebody wrote to it, though its size and its date are as before', () => {
    const { out, update } = lastSite();
    const file = join(out, 'a/index.html');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'X');
    utimesSync(file, atime, mtime);
    expect(update.keep('a/index.html', 't1 a')).toBe('damaged');
  });

  it('is made again where it is gone', () => {
    const { out, update } = lastSite();
    rmSync(join(out, 'a/index.html'));
    expect(update.keep('a/index.html', 't1 a')).toBe('damaged');
  });

  it('is kept by its bytes where only its place on the disk is another, as after a copy', () => {
    const { out, update } = lastSite();
    rmSync(join(out, 'a/index.html'));
    writeFileSync(join(out, 'a/index.html'), 'A');
    expect(update.keep('a/index.html', 't1 a')).toBeUndefined();
  });
});

describe('a file that was made', () => {
  it('is written beside the site, which is not touched', () => {
    const { out, staging, update } = lastSite();
    update.put('a/index.html', 't1 other', bytes('A2'));
    expect(readFileSync(join(out, 'a/index.html'), 'utf8')).toBe('A');
    expect(readFileSync(join(staging, 'a index.html'), 'utf8')).toBe('A2');
    expect([...update.written]).toEqual(['a/index.html']);
  });

  it('is not written where it came out as it was, and is known by its new key', () => {
    const { staging, update } = lastSite();
    update.put('a/index.html', 't2 a', bytes('A'));
    expect(existsSync(join(staging, 'a index.html'))).toBe(false);
    expect(update.written.size).toBe(0);
    expect(update.files['a/index.html']?.key).toBe('t2 a');
  });

  it('can be one that lies elsewhere on the disk, and is taken from there', () => {
    const { staging, update } = lastSite();
    const source = join(staging, 'made');
    writeFileSync(source, 'index');
    update.move('pagefind/x', 'search', source, hash('sha256', 'index'));
    expect(existsSync(source)).toBe(false);
    expect(readFileSync(join(staging, 'pagefind x'), 'utf8')).toBe('index');
  });
});

describe('a site that is the last one', () => {
  /** The same, after a while: the files of the last site are no longer new. */
  const settled = (record: SiteRecord): SiteRecord => ({
    ...record,
    files: Object.fromEntries(
      Object.entries(record.files).map(([path, file]) => [
        path,
        { ...file, stamp: file.stamp?.replace('~', '') ?? '' },
      ]),
    ),
  });
  const remake = (record: SiteRecord, out: string, placeOf: (path: string) => string) => {
    const update = new SiteUpdate(out, placeOf, new FileWriter(), record);
    update.keep('a/index.html', 't1 a');
    update.keep('b/index.html', 't1 b');
    update.put('rss.xml', 't1 feed', bytes('feed'));
    return update;
  };

  it('is known to be, though some of it was made again', () => {
    const { out, placeOf, record } = lastSite();
    expect(remake(settled(record), out, placeOf).isAsLast()).toBe(true);
  });

  it('is none where a file is one more, one less, another, or new to the disk', () => {
    const { out, placeOf, record } = lastSite();
    const [more, less] = [
      remake(settled(record), out, placeOf),
      new SiteUpdate(out, placeOf, new FileWriter(), settled(record)),
    ];
    more.put('c.txt', 't1 c', bytes('C'));
    less.keep('a/index.html', 't1 a');
    expect(more.isAsLast()).toBe(false);
    expect(less.isAsLast()).toBe(false);
    expect(remake({ ...settled(record), leftovers: ['x'] }, out, placeOf).isAsLast()).toBe(false);
    expect(remake(record, out, placeOf).isAsLast()).toBe(false);
  });
});

describe('what is to be taken away', () => {
  it('is what the new site lacks, and what a killed build may have left', () => {
    const { out, placeOf, record } = lastSite();
    const update = new SiteUpdate(out, placeOf, new FileWriter(), {
      ...record,
      leftovers: ['old/index.html', 'a/index.html'],
    });
    update.keep('a/index.html', 't1 a');
    expect(update.removed().toSorted()).toEqual(['b/index.html', 'old/index.html', 'rss.xml']);
  });
});

describe('a look at a site', () => {
  it('finds what was written to, what is gone, and what nobody can be sure of yet', async () => {
    const { out, record } = lastSite();
    const files = Object.fromEntries(
      Object.entries(record.files).map(([path, file]) => [
        path,
        { ...file, stamp: file.stamp?.replace('~', '') ?? '' },
      ]),
    );
    writeSiteRecord(out, { files, leftovers: [] });
    writeFileSync(join(out, 'a/index.html'), 'X');
    rmSync(join(out, 'b/index.html'));
    await pause(2_500);
    expect([...((await lookAtSite(out)) ?? [])].toSorted()).toEqual(['a/index.html', 'b/index.html']);
    writeSiteRecord(out, record);
    expect([...((await lookAtSite(out)) ?? [])].toSorted()).toEqual(['a/index.html', 'b/index.html', 'rss.xml']);
  });

  it('is believed: a file it does not suspect is not looked at again', () => {
    const { out, placeOf, record } = lastSite();
    rmSync(join(out, 'b/index.html'));
    const update = new SiteUpdate(out, placeOf, new FileWriter(), record, new Set(['b/index.html']));
    expect(update.keep('a/index.html', 't1 a')).toBeUndefined();
    expect(update.keep('b/index.html', 't1 b')).toBe('damaged');
  });
});

describe('the record of a site', () => {
  const record: SiteRecord = { files: { 'index.html': { key: 't1 a', digest: 'd', stamp: 's' } }, leftovers: ['x'] };

  it('is read as it was written', () => {
    const out = temporaryFolder();
    expect(readSiteRecord(out)).toBeUndefined();
    writeSiteRecord(out, record);
    expect(readSiteRecord(out)).toEqual(record);
    writeSiteRecord(out, { ...record, leftovers: [] });
    expect(readSiteRecord(out)?.leftovers).toEqual([]);
  });

  it('knows after a killed build what that was about to write and to take away', () => {
    const out = temporaryFolder();
    const intended = { key: 't1 b', digest: 'e' };
    writeSiteRecord(out, { ...record, leftovers: [] });
    writeIntent(out, { files: { 'new/index.html': intended }, leftovers: ['old/index.html'] });
    expect(readSiteRecord(out)).toEqual({
      files: { ...record.files, 'new/index.html': intended },
      leftovers: ['old/index.html'],
    });
    writeSiteRecord(out, { ...record, leftovers: [] });
    expect(readSiteRecord(out)).toEqual({ ...record, leftovers: [] });
  });

  it('is no record where what was intended cannot be read', () => {
    const out = temporaryFolder();
    writeSiteRecord(out, record);
    writeIntent(out, { files: {}, leftovers: ['old/index.html'] });
    const file = join(CACHE_FOLDER, 'sites', hash('sha256', out).slice(0, 16), 'intent');
    writeFileSync(file, readFileSync(file, 'utf8').replace('old', 'new'));
    expect(readSiteRecord(out)).toBeUndefined();
  });

  it('is no record where it is not as it was written', () => {
    const out = temporaryFolder();
    writeSiteRecord(out, record);
    const file = join(CACHE_FOLDER, 'sites', hash('sha256', out).slice(0, 16), 'record');
    writeFileSync(file, readFileSync(file, 'utf8').replace('t1 a', 't1 b'));
    expect(readSiteRecord(out)).toBeUndefined();
  });

  it('is forgotten when the site is gone', () => {
    const out = temporaryFolder({ 'site/index.html': '' });
    writeSiteRecord(join(out, 'site'), record);
    rmSync(join(out, 'site'), { recursive: true });
    removeLostRecords();
    expect(existsSync(join(CACHE_FOLDER, 'sites', hash('sha256', join(out, 'site')).slice(0, 16)))).toBe(false);
  });

  it('of a site that nobody knows makes nothing kept, but spares writing what is there', () => {
    const { out, placeOf } = lastSite();
    const update = new SiteUpdate(out, placeOf, new FileWriter(), recordOfUnknown(out));
    expect(update.keep('a/index.html', 't1 a')).toBe('templates');
    update.put('a/index.html', 't1 a', bytes('A'));
    expect(update.written.size).toBe(0);
    expect(update.removed().toSorted()).toEqual(['b/index.html', 'rss.xml']);
  });
});
