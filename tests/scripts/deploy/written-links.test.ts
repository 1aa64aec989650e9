import { describe, expect, it } from 'vitest';
import { checkLinks } from '../../../scripts/deploy/check-links.ts';
import { Findings, formatFindings } from '../../../scripts/deploy/findings.ts';
import { writtenLinks } from '../../../scripts/deploy/written-links.ts';
import { makeArticle, makeIssue, makeNewsroom, makePage, SITE } from '../../factories.ts';

const newsroom = makeNewsroom({
  articles: [makeArticle({ stem: 'reef' })],
  pages: [makePage({ stem: 'about' })],
  newsletters: [makeIssue({ stem: 'issue' })],
});
const written = (address: string, line: number) => ({ address, line, column: 5, isReplaceable: true });
const links = new Map([
  [
    'articles/en/2026/reef.md',
    [
      written('../gone/#part', 12),
      written('//paper.example/gone too/', 14),
      written('../reef/#é', 20),
      written('#é', 21),
    ],
  ],
  ['pages/en/about.md', [written('/gone/', 9)]],
  ['newsletters/en/2026/issue.md', [written('/gone/', 10)]],
]);

/** What a deploy says of these pages. */
function said(pages: Record<string, string>): string[] {
  const findings = new Findings();
  const site = {
    has: (file: string) => file in pages,
    read: (file: string) => pages[file] ?? '',
    bytes: (file: string) => Buffer.from(pages[file] ?? ''),
    files: new Map(),
    origin: SITE.url,
    withheld: new Map(),
    findWritten: writtenLinks(newsroom, links, SITE.url),
  };
  checkLinks(site, Object.keys(pages), findings, () => undefined);
  return formatFindings(findings.all()).split('\n').slice(0, -2);
}

describe('a dead link of a built site', () => {
  it('is reported where an editor wrote it, however the page writes it', () => {
    expect(
      said({ 'articles/reef/index.html': '<a href="../gone/#part">x</a> <a href="//paper.example/gone%20too/">' }),
    ).toEqual([
      'articles/en/2026/reef.md:12:5  error  href ("../gone/#part")  leads nowhere: the site has no such file — correct the address in the text or template that names it',
      'articles/en/2026/reef.md:14:5  error  href ("//paper.example/gone%20too/")  leads nowhere: the site has no such file — correct the address in the text or template that names it',
    ]);
    expect(said({ 'newsletter/issue/index.html': '<a href="/gone/">' })[0]).toMatch(
      /^newsletters\/en\/2026\/issue\.md:10:5 /,
    );
    expect(said({ 'about/index.html': '<a href="/gone/">' })[0]).toMatch(/^pages\/en\/about\.md:9:5 {2}error {2}href/);
  });

  it('is reported at each of its places if editors wrote the same target in two ways', () => {
    const page =
      '<a href="../reef/#%C3%A9">x</a> <a href="#%C3%A9">x</a> <a href="#%C3%A9">once more, by a template</a>';
    expect(said({ 'articles/reef/index.html': page }).map((line) => line.split('  ')[0])).toEqual([
      'articles/en/2026/reef.md:20:5',
      'articles/en/2026/reef.md:21:5',
    ]);
  });

  it('is reported at the page if a template made it', () => {
    expect(said({ 'articles/reef/index.html': '<p>\n<a href="/lost/">' })[0]).toMatch(
      /^articles\/reef\/index\.html:2:10 /,
    );
    expect(said({ 'latest/index.html': '<a href="/gone/">' })[0]).toMatch(/^latest\/index\.html:1:10 /);
  });

  it('is known by where it leads', () => {
    for (const origin of ['http://paper.example', '//paper.example', 'https://WWW.paper.example:443'])
      expect(said({ 'index.html': `<a href="${origin}/gone/">` })).toHaveLength(1);
    expect(said({ 'index.html': '<a href="https://elsewhere.example/gone/">' })).toEqual([]);
  });
});
