import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFeedFile } from '#src/urls.ts';
import { enclosuresIn, feedFaults } from '../feed-faults.ts';
import { IS_LONG } from '../long.ts';
import { xmlFaults } from '../well-formed.ts';
import { siteFolder } from './build-sites.ts';
import { ORIGIN, readSite } from './built-site.ts';

describe.each(['sample', 'three', 'empty', 'hostile'] as const)('every feed of the site “%s”', (name) => {
  const site = readSite(siteFolder(name));
  // Of the many of the hostile newsroom some, but in the long run.
  const feeds = site.files.filter(isFeedFile).filter((_, at) => IS_LONG || name !== 'hostile' || at % 8 === 0);

  it('is well-formed XML, if it is XML', async () => {
    const files = feeds.filter((file) => file.endsWith('.xml'));
    expect(files.length).toBeGreaterThan(5);
    expect(await xmlFaults(files.map((fileName) => ({ fileName, contents: site.read(fileName) })))).toEqual([]);
  });

  it('keeps the rules by which validators and feed readers judge', () => {
    const faults = feeds.flatMap((file) =>
      feedFaults(file, site.read(file), new URL(file, ORIGIN).href).map((fault) => `${file} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('says of every picture that it offers as many bytes as the site’s file has', () => {
    const offered = feeds.flatMap((file) => enclosuresIn(file, site.read(file)).map((one) => ({ file, ...one })));
    expect(offered.length > 0).toBe(name !== 'empty');
    const sizeOf = (url: string) => statSync(join(site.folder, new URL(url).pathname), { throwIfNoEntry: false })?.size;
    expect(offered.filter(({ url, length }) => sizeOf(url) !== length)).toEqual([]);
  });
});
