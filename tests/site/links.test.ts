import { describe, expect, it } from 'vitest';
import { LOCALES } from '#src/schemas/locale.ts';
import { ENTRY_FILE } from '#src/search/index-format.ts';
import { editorsGuideUrl } from '#src/urls.ts';
import { builtSite, ORIGIN, type BuiltPage, type BuiltSite } from './built-site.ts';
import { SITES, type SiteName } from './build-sites.ts';
import { attribute, elementsOf, metaContent, type Element } from './html.ts';

/** An address somewhere on the site, and where it stands. */
interface Reference {
  from: string;
  address: string;
  /** Whether a browser loads it by itself, before the reader asks for anything. */
  isLoaded: boolean;
}

/** Links that only tell of an address: nothing is loaded from them. */
const TELLING_RELATIONS = ['canonical', 'alternate', 'sitemap'];

describe.each(Object.keys(SITES) as SiteName[])('the site “%s”', (name) => {
  const site = builtSite(name);
  const references = [
    ...[...site.pages, ...site.redirects].flatMap(referencesOf),
    ...site.files.filter((file) => file.endsWith('.css')).flatMap((file) => cssReferences(site.read(file), `/${file}`)),
    ...site.files.filter((file) => file.endsWith('.xml')).flatMap((file) => xmlReferences(site.read(file), `/${file}`)),
  ];

  it('has no link, picture, style, font, feed or sitemap address that leads nowhere', () => {
    const broken = references.filter((reference) => leadsNowhere(site, reference)).map(told);
    expect(broken).toEqual([]);
  });

  it('has no link to a part of a page that is not there', () => {
    const broken = references.filter((reference) => namesNoPart(site, reference)).map(told);
    expect(broken).toEqual([]);
  });

  it('ships no picture that nothing names: no original behind the sizes shown, none of a story withheld', () => {
    const texts = site.files.filter((file) => /\.(?:html|xml|css|js|svg)$/.test(file)).map((file) => site.read(file));
    const unnamed = site.files
      .filter((file) => /^_(?:astro|pictures)\/.*\.(?:webp|jpe?g|png|avif)$/.test(file))
      .filter((file) => !texts.some((text) => text.includes(`/${file}`)));
    expect(unnamed).toEqual([]);
  });

  it('loads nothing from anybody else', () => {
    const foreign = references.filter(({ isLoaded, address, from }) => isLoaded && !isOwn(address, from)).map(told);
    expect(foreign).toEqual([]);
  });

  it('names its search index by a folder that holds one', () => {
    for (const path of ['/search/', '/es/buscar/']) {
      const folders = elementsOf(site.page(path).document).flatMap((element) => attribute(element, 'data-index') ?? []);
      expect(folders, path).toHaveLength(1);
      expect(folders.map((folder) => site.fileFor(folder + ENTRY_FILE))).not.toContain(undefined);
    }
  });

  it('can be walked: every page but the error pages, the notices of withdrawn stories and the editors’ guide is linked from another', () => {
    const leadsOn = new Set(site.redirects.map(({ path }) => path));
    const linked = new Set(
      references
        .filter(({ from }) => !from.endsWith('.xml') && !leadsOn.has(from))
        .flatMap(({ from, address }) => {
          const url = resolved(address, from);
          return url && url.pathname !== from ? [url.pathname] : [];
        }),
    );
    const guides = LOCALES.map(editorsGuideUrl);
    const lost = site.pages
      .filter(({ document }) => metaContent(document, 'story-status') === undefined)
      .map(({ path }) => path)
      .filter((path) => !path.endsWith('404.html') && !guides.includes(path) && !linked.has(path));
    expect(lost).toEqual([]);
  });
});

describe('the search for broken links', () => {
  const site = builtSite('sample');
  const reference = (address: string): Reference => ({ from: '/articles/', address, isLoaded: false });

  it('sees a missing page, a missing file and a path without its last slash', () => {
    for (const address of ['/articles/no-such-story/', '/no.webp', '/latest', `${ORIGIN}nowhere/`]) {
      expect(leadsNowhere(site, reference(address)), address).toBe(true);
    }
    for (const address of [
      '/latest/',
      '/rss.xml',
      `${ORIGIN}es/`,
      'https://elsewhere.example/',
      'mailto:a@b.example',
    ]) {
      expect(leadsNowhere(site, reference(address)), address).toBe(false);
    }
  });

  it('sees a missing part of a page', () => {
    expect(namesNoPart(site, reference('/latest/#content'))).toBe(false);
    expect(namesNoPart(site, reference('/latest/#elsewhere'))).toBe(true);
  });

  it('finds addresses of every kind in the sample', () => {
    const [page] = site.pages.filter(({ path }) => path.includes('sheinbaum-rules-out'));
    const addresses = page ? referencesOf(page).map(({ address }) => address) : [];
    expect(addresses).toContain('#content');
    expect(addresses).toContain('/search/');
    expect(
      addresses.filter((address) => /\/_pictures\/senate-chamber\..*\.webp$/.test(address)).length,
    ).toBeGreaterThan(3);
    expect(addresses.some((address) => address.startsWith(ORIGIN) && address.endsWith('.jpeg'))).toBe(true);
    expect(addresses.some((address) => address.endsWith('.woff2'))).toBe(true);
    expect(addresses.some((address) => address.endsWith('.css'))).toBe(true);
  });
});

/** Every address in a page: attributes, source sets, styles, cards for other sites. */
function referencesOf({ path, document }: BuiltPage): Reference[] {
  const elements = elementsOf(document, { withTemplates: true });
  const at = (address: string, isLoaded: boolean): Reference => ({ from: path, address, isLoaded });
  return [
    ...elements.flatMap((element) => {
      const loads = isLoadedBy(element);
      const plain = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'background'].flatMap(
        (name) => attribute(element, name) ?? [],
      );
      const sets = ['srcset', 'imagesrcset'].flatMap((name) => candidates(attribute(element, name) ?? ''));
      return [...plain.map((address) => at(address, loads)), ...sets.map((address) => at(address, true))];
    }),
    ...elements.flatMap((element) => {
      const style = [attribute(element, 'style') ?? '', element.tagName === 'style' ? cssText(element) : ''];
      return style.flatMap((css) => cssReferences(css, path));
    }),
    ...['og:image', 'og:url', 'twitter:image'].flatMap((name) => {
      const address = metaContent(document, name);
      return address === undefined ? [] : [at(address, false)];
    }),
  ];
}

function isLoadedBy(element: Element): boolean {
  if (element.tagName === 'a' || element.tagName === 'form') return false;
  const relations = attribute(element, 'rel')?.split(/\s+/) ?? [];
  return element.tagName !== 'link' || !relations.some((relation) => TELLING_RELATIONS.includes(relation));
}

/** The addresses of a source set; a comma ends each, and none of ours holds one. */
function candidates(sourceSet: string): string[] {
  return sourceSet.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
}

function cssText(style: Element): string {
  return style.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function cssReferences(css: string, from: string): Reference[] {
  return [...css.matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g)]
    .map(([, , address, , imported]) => address ?? imported ?? '')
    .map((address) => ({ from, address, isLoaded: true }));
}

function xmlReferences(xml: string, from: string): Reference[] {
  const inElements = [...xml.matchAll(/<(?:loc|link)>([^<]*)<\//g)].map(([, address = '']) => address);
  const inAttributes = [...xml.matchAll(/\shref="([^"]*)"/g)].map(([, address = '']) => address);
  return [...inElements, ...inAttributes].map((address) => ({
    from,
    address: address.replaceAll('&amp;', '&'),
    isLoaded: false,
  }));
}

function resolved(address: string, from: string): URL | undefined {
  const url = new URL(address, new URL(from, ORIGIN));
  return url.origin === new URL(ORIGIN).origin ? url : undefined;
}

/** Whether an address is on the site itself; data: carries its own content. */
function isOwn(address: string, from: string): boolean {
  return resolved(address, from) !== undefined || address.startsWith('data:');
}

function leadsNowhere(site: BuiltSite, { address, from }: Reference): boolean {
  const url = resolved(address, from);
  return url !== undefined && site.fileFor(url.pathname) === undefined;
}

function namesNoPart(site: BuiltSite, { address, from }: Reference): boolean {
  const url = resolved(address, from);
  if (!url || url.hash.length < 2) return false;
  const page = site.pages.find(({ path }) => path === url.pathname);
  const id = decodeURIComponent(url.hash.slice(1));
  return !page || !elementsOf(page.document).some((element) => attribute(element, 'id') === id);
}

const told = ({ from, address }: Reference) => `${from} → ${address}`;
