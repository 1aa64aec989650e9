import { expect, it } from 'vitest';
import { vocabularyFaults } from '../vocabulary-faults.ts';
import { siteFolder } from './build-sites.ts';
import { readSite } from './built-site.ts';

const FACTS = /<script type="application\/ld\+json">([^<]*)<\/script>/;

it.each(['sample', 'three', 'hostile'] as const)(
  'every page of the site “%s” tells search engines only what schema.org has words for',
  (name) => {
    const site = readSite(siteFolder(name));
    const told = site.files
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => {
        const [, text] = FACTS.exec(site.read(file)) ?? [];
        return text === undefined ? [] : [{ file, graph: (JSON.parse(text) as { '@graph': unknown[] })['@graph'] }];
      });
    expect(told.length).toBeGreaterThan(20);
    expect(told.flatMap(({ file, graph }) => vocabularyFaults(graph).map((fault) => `${file} ${fault}`))).toEqual([]);
  },
);
