import { describe, expect, it } from 'vitest';
import { isoInstant } from '#src/i18n/format.ts';
import { builtSite, ORIGIN } from './built-site.ts';
import { expectedPath, expectedStories } from './expected-stories.ts';
import { attribute, classed, hrefs, metaContent, named, textOf, theOne, versionsOf } from './html.ts';

const site = builtSite('sample');

const KINDS = {
  en: { correction: 'Correction', clarification: 'Clarification', update: 'Update', retraction: 'Retraction' },
  es: { correction: 'Corrección', clarification: 'Aclaración', update: 'Actualización', retraction: 'Retractación' },
} as const;

describe.each([
  {
    locale: 'en',
    path: '/corrections/',
    other: '/es/correcciones/',
    policy: '/corrections-policy/',
    title: 'Corrections',
  },
  {
    locale: 'es',
    path: '/es/correcciones/',
    other: '/corrections/',
    policy: '/es/politica-de-correcciones/',
    title: 'Correcciones',
  },
] as const)('the list of corrections at $path', ({ locale, path, other, policy, title }) => {
  const page = site.page(path);
  const rows = classed(page.document, 'correction-list').flatMap((list) => named(list, 'li'));

  it('holds every correction of a published story once, newest first, with its date, kind and story', () => {
    const expected = expectedStories('sample', locale)
      .flatMap((story) => story.corrections.map((correction) => ({ ...correction, story })))
      .sort((a, b) => b.date.getTime() - a.date.getTime() || (a.story.id < b.story.id ? -1 : 1))
      .map(({ date, kind, text, story }) => [isoInstant(date), KINDS[locale][kind], expectedPath(story), text]);
    const shown = rows.map((row) => [
      attribute(theOne(named(row, 'time'), 'time'), 'datetime'),
      textOf(theOne(classed(row, 'correction-kind'), 'kind')),
      attribute(theOne(named(row, 'a'), 'link'), 'href'),
      textOf(theOne(classed(row, 'correction-text'), 'text')),
    ]);
    expect(shown).toEqual(expected);
    expect(shown.length).toBeGreaterThan(4);
  });

  it('is linked from the foot of every page, from its policy and from every story that was corrected', () => {
    for (const each of site.pages.filter((candidate) => candidate.locale === locale)) {
      expect(classed(each.document, 'imprint').flatMap(hrefs), each.path).toContain(path);
    }
    expect(classed(site.page(policy).document, 'prose').flatMap(hrefs)).toContain(path);
    expect(classed(page.document, 'listing-head').flatMap(hrefs)).toEqual([
      policy,
      'mailto:newsroom@rivieramayanews.example',
    ]);
    for (const story of expectedStories('sample', locale).filter(({ corrections }) => corrections.length > 0)) {
      const boxes = classed(site.page(expectedPath(story)).document, 'corrections');
      expect(boxes.flatMap(hrefs), story.id).toContain(path);
    }
  });

  it('is for search engines, and each edition’s is the other’s version', () => {
    expect(named(page.document, 'h1').map(textOf)).toEqual([title]);
    expect(metaContent(page.document, 'robots')).not.toContain('noindex');
    const versions = [...versionsOf(page.document).values()];
    expect(versions).toContain(new URL(path, ORIGIN).href);
    expect(versions).toContain(new URL(other, ORIGIN).href);
  });
});

describe('a story that was corrected', () => {
  it('tells machines of its latest correction as its change, and one that was not tells of none', () => {
    for (const locale of ['en', 'es'] as const) {
      for (const story of expectedStories('sample', locale)) {
        const dates = [story.pubDate, story.updatedDate, ...story.corrections.map(({ date }) => date)];
        const latest = new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)));
        const { document } = site.page(expectedPath(story));
        expect(metaContent(document, 'article:modified_time'), story.id).toBe(
          latest > story.pubDate ? isoInstant(latest) : undefined,
        );
      }
    }
  });
});

describe('a paper that has corrected nothing', () => {
  it('says so, in both editions', () => {
    const emptyNotes = ['/corrections/', '/es/correcciones/'].map((path) =>
      classed(builtSite('empty').page(path).document, 'empty').map(textOf),
    );
    expect(emptyNotes).toEqual([['Nothing has been corrected yet.'], ['Todavía no se ha corregido nada.']]);
  });
});
