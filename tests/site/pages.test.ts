import { describe, expect, it } from 'vitest';
import { builtSite, ORIGIN, type BuiltPage } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { attribute, canonicals, elementsOf, hrefs, metaContent, named, textOf, versionsOf } from './html.ts';

const LANGUAGE_TAGS = { en: 'en', es: 'es-MX' };

describe.each(Object.keys(SITES) as SiteName[])('every page of the site “%s”', (name) => {
  const site = builtSite(name);
  /** The pages that do not pass, so that a failure names them all. */
  const pagesWhere = (isFault: (page: BuiltPage) => boolean) => site.pages.filter(isFault).map(({ path }) => path);

  it('has exactly one main heading, with words in it', () => {
    expect(pagesWhere(({ document }) => named(document, 'h1').filter(textOf).length !== 1)).toEqual([]);
    expect(pagesWhere(({ document }) => named(document, 'h1').length !== 1)).toEqual([]);
  });

  it('skips no level of heading', () => {
    expect(pagesWhere(({ document }) => levels(document).some(isSkip))).toEqual([]);
  });

  it('has a title of its own in its language', () => {
    const places = new Map<string, string[]>();
    for (const { path, locale, document } of site.pages) {
      const key = `${locale} ${named(document, 'title').map(textOf).join()}`;
      places.set(key, [...(places.get(key) ?? []), path]);
    }
    const shared = [...places].filter(([key, paths]) => paths.length > 1 || key.length < 5);
    expect(shared).toEqual([]);
  });

  it('has a description of at least a few words', () => {
    expect(pagesWhere(({ document }) => (metaContent(document, 'description') ?? '').length < 10)).toEqual([]);
  });

  it('names itself as its canonical address', () => {
    for (const { path, document } of site.pages)
      expect(canonicals(document), path).toEqual([new URL(path, ORIGIN).href]);
  });

  it('says its language', () => {
    expect(
      pagesWhere(({ document, locale }) =>
        named(document, 'html').some((html) => attribute(html, 'lang') !== LANGUAGE_TAGS[locale]),
      ),
    ).toEqual([]);
  });

  it('gives every picture its text and its size', () => {
    const faulty = site.pages.flatMap(({ path, document }) =>
      named(document, 'img')
        .filter(
          (image) =>
            attribute(image, 'alt') === undefined ||
            !/^[1-9]\d*$/.test(attribute(image, 'width') ?? '') ||
            !/^[1-9]\d*$/.test(attribute(image, 'height') ?? ''),
        )
        .map((image) => `${path} ${attribute(image, 'src')}`),
    );
    expect(faulty).toEqual([]);
  });

  it('uses no id twice', () => {
    expect(
      pagesWhere(({ document }) => {
        const ids = elementsOf(document, { withTemplates: true }).flatMap((element) => attribute(element, 'id') ?? []);
        return new Set(ids).size !== ids.length;
      }),
    ).toEqual([]);
  });

  it('shows nothing of the program: no undefined, NaN, [object Object] or invalid date', () => {
    const faulty = site.pages.flatMap(({ path, html }) => {
      const found = /\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date|\{(?:names?|count|query|date)\}/.exec(
        html.replace(/data-(?:texts|indexes)="[^"]*"/g, ''),
      );
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  it('sets no space before a comma or full stop', () => {
    const faulty = site.pages.flatMap(({ path, document }) => {
      const found = /\S+ [,.;](?= |$)/.exec(named(document, 'body').map(textOf).join(' '));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  it('agrees with its other languages: each version lists itself and the others', () => {
    for (const page of site.pages) {
      const versions = versionsOf(page.document);
      if (versions.size === 0) continue;
      expect(versions.get(LANGUAGE_TAGS[page.locale]), page.path).toBe(new URL(page.path, ORIGIN).href);
      expect(versions.get('x-default'), page.path).toBe(versions.get('en'));
      for (const address of versions.values()) {
        expect(versionsOf(site.page(new URL(address).pathname).document), `${page.path} and ${address}`).toEqual(
          versions,
        );
      }
    }
  });

  it('leads with its language switch to the same version as its head', () => {
    for (const page of site.pages) {
      const address = versionsOf(page.document).get(page.locale === 'en' ? 'es-MX' : 'en');
      const other = page.locale === 'en' ? '/es/' : '/';
      const switches = named(page.document, 'nav')
        .filter((nav) => attribute(nav, 'class') === 'edition-switch')
        .flatMap(hrefs);
      const isNumbered = /\/(?:page|pagina)\/\d+\/$/.test(page.path);
      if (address) expect(switches, page.path).toEqual([new URL(address).pathname]);
      else if (!isNumbered) expect(switches, page.path).toEqual([other]);
    }
  });
});

it('has pairs to look at in the sample', () => {
  const paired = builtSite('sample').pages.filter((page) => versionsOf(page.document).size === 3);
  expect(paired.length).toBeGreaterThan(80);
});

function levels(document: BuiltPage['document']): number[] {
  return named(document, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName.slice(1)));
}

function isSkip(level: number, index: number, all: readonly number[]): boolean {
  return level > (all[index - 1] ?? 0) + 1;
}
