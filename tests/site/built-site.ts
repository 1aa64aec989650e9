import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parseSite } from '#src/site.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { parsePage } from './html.ts';
import { siteFolder, type SiteName } from './build-sites.ts';

/** The origin the sites under test are built for, with its trailing slash. */
export const ORIGIN = parseSite().url;

/** A page of a built site. */
export interface BuiltPage {
  /** Its address as a path: `/articles/glass/`, `/404.html`. */
  path: string;
  locale: Locale;
  html: string;
  document: Tree.Document;
}

/** A built site as it lies on the disk. */
export interface BuiltSite {
  folder: string;
  /** Every file, relative to the folder, with forward slashes. */
  files: readonly string[];
  pages: readonly BuiltPage[];
  /** Pages that only lead on from an old address: no page of the paper. */
  redirects: readonly BuiltPage[];
  page: (path: string) => BuiltPage;
  read: (file: string) => string;
  /** The file a plain static host answers a path with; undefined where it answers 404. */
  fileFor: (path: string) => string | undefined;
}

const sites = new Map<string, BuiltSite>();

/** A site under test, read once for each test file. */
export function builtSite(name: SiteName): BuiltSite {
  return readSite(siteFolder(name));
}

/** A built site in any folder, as it is when it is first read. Its pages are parsed when they are first asked for. */
export function readSite(folder: string): BuiltSite {
  const known = sites.get(folder);
  if (known) return known;
  const files = filesBelow(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const everyPage = once(() => files.filter((file) => file.endsWith('.html')).map((file) => pageOf(file, read(file))));
  const pages = once(() => everyPage().filter((page) => !isRedirect(page)));
  const byPath = once(() => new Map(pages().map((page) => [page.path, page])));
  const site: BuiltSite = {
    folder,
    files,
    get pages() {
      return pages();
    },
    get redirects() {
      return everyPage().filter(isRedirect);
    },
    page: (path) => {
      const page = byPath().get(path);
      if (!page) throw new Error(`The site in ${folder} has no page ${path}`);
      return page;
    },
    read,
    fileFor: (path) => {
      const file = decodeURIComponent(path).slice(1) + (path.endsWith('/') ? 'index.html' : '');
      const onDisk = join(folder, file);
      return existsSync(onDisk) && statSync(onDisk).isFile() ? file : undefined;
    },
  };
  sites.set(folder, site);
  return site;
}

function pageOf(file: string, html: string): BuiltPage {
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
  return { path, locale: localeOf(path), html, document: parsePage(html) };
}

// With its quotation marks, which no text of an editor can bring: in an attribute they are written as characters.
const isRedirect = ({ html }: BuiltPage) => html.includes('<meta http-equiv="refresh"');

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** All files of a site's sitemap one after another, as its index names them. */
export function sitemapXml(site: BuiltSite): string {
  const addresses = [...site.read('sitemap-index.xml').matchAll(/<loc>([^<]*)<\/loc>/g)];
  return addresses.map(([, address = '']) => site.read(new URL(address).pathname.slice(1))).join('\n');
}

/** Every file below a folder, dot-files included: what is uploaded is what is looked at. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function localeOf(path: string): Locale {
  return LOCALES.find((locale) => path.startsWith(`/${locale}/`)) ?? 'en';
}
