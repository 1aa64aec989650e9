import Validator from '@adobe/structured-data-validator';
import { describe, expect, it } from 'vitest';
import { vocabularyFaults } from '../vocabulary-faults.ts';
import { siteFolder } from './build-sites.ts';
import { readSite } from './built-site.ts';

const FACTS = /<script type="application\/ld\+json">([^<]*)<\/script>/;

/** A thing of which a page tells search engines. */
interface Node {
  '@type': string;
}

describe.each(['sample', 'three', 'hostile'] as const)(
  'what the pages of the site “%s” tell search engines',
  (name) => {
    const site = readSite(siteFolder(name));
    const told = site.files
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => {
        const [, text] = FACTS.exec(site.read(file)) ?? [];
        return text === undefined ? [] : [{ file, graph: (JSON.parse(text) as { '@graph': Node[] })['@graph'] }];
      });

    it('is only what schema.org has words for', () => {
      expect(told.length).toBeGreaterThan(20);
      expect(told.flatMap(({ file, graph }) => vocabularyFaults(graph).map((fault) => `${file} ${fault}`))).toEqual([]);
    });

    it('passes the validator of Google’s rules', async () => {
      const issues = await Promise.all(
        told.map(async ({ file, graph }) => {
          const jsonld = Object.groupBy(graph, (node) => node['@type']);
          const found = await new Validator().validate({ jsonld, microdata: {}, rdfa: {} });
          return found.map(
            ({ severity, issueMessage, path }) => `${file} ${severity} ${issueMessage} ${JSON.stringify(path)}`,
          );
        }),
      );
      expect(issues.flat().slice(0, 20)).toEqual([]);
    });
  },
);
