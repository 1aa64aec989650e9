import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { monthKey, placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { readBody } from '#src/reading/read-body.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';

/** The newsroom that every generator is given. */
export interface PeerNewsroom {
  newsroom: Newsroom;
  editions: Readonly<Record<Locale, Edition>>;
}

/** How a generator wants an article: its file, from the generator's folder, and front matter without what is undefined. */
export type ArticleFormat = (
  article: Article,
  edition: Edition,
  body: string,
) => { file: string; fields: Readonly<Record<string, unknown>>; body: string };

/** Copies a generator's templates, and writes the newsroom's names and every published article into the same folder. */
export function writeSite(
  templates: string,
  folder: string,
  namesFile: string,
  content: PeerNewsroom,
  contentRoot: string,
  format: ArticleFormat,
): void {
  cpSync(templates, folder, { recursive: true });
  writeText(join(folder, namesFile), JSON.stringify(namesOf(content)));
  for (const edition of Object.values(content.editions)) {
    for (const article of edition.articles) writeArticle(folder, content, contentRoot, article, format);
  }
}

/** Writes one article's file. @param contentRoot where its text is */
export function writeArticle(
  folder: string,
  { editions }: PeerNewsroom,
  contentRoot: string,
  article: Article,
  format: ArticleFormat,
): void {
  const { file, fields, body } = format(article, editions[article.locale], readBody({ contentRoot }, article.file));
  writeText(join(folder, file), markdownFile(fields, body));
}

/** The facts that every generator's pages show: title, date, and the lists the article is in, named as their addresses are. */
export function articleFields(article: Article) {
  return {
    title: article.title,
    description: article.description,
    date: isoInstant(article.pubDate),
    sections: article.categories,
    tags: article.tags,
    authors: article.authors,
    places: placesOf(article),
    months: [monthKey(article).replace('/', '-')],
  };
}

/** Addresses, for generators that do not make them from the file's path as ours are. */
export function articleAddresses(article: Article, edition: Edition) {
  const [translation] = edition.translationsOf(article);
  return {
    locale: article.locale,
    address: articleUrl(article),
    translation: translation && articleUrl(translation),
  };
}

/** What lists are called, by language, kind and id; categories are in the publisher's order. */
function namesOf({ editions, newsroom }: PeerNewsroom) {
  const { site } = editions.en;
  const byLocale = LOCALES.map((locale) => {
    const edition = editions[locale];
    return [
      locale,
      {
        description: site.description[locale],
        sections: Object.fromEntries(edition.categories.map(({ id, title }) => [id, title[locale]])),
        // All of them, used or not: an article may be given another while the benchmark runs.
        tags: Object.fromEntries(newsroom.tags.map(({ id, title }) => [id, title[locale]])),
        authors: Object.fromEntries(newsroom.authors.map(({ id, name }) => [id, name[locale]])),
        places: Object.fromEntries(newsroom.places.map(({ id, name }) => [id, name[locale]])),
      },
    ];
  });
  return { name: site.name, url: site.url, ...Object.fromEntries(byLocale) };
}

/**
 * A Markdown file with front matter, one field a line. Values are written as JSON, which YAML 1.2 includes.
 * @param fields those that are undefined are left out
 */
export function markdownFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [yamlLine(name, value)]));
  return `---\n${lines.join('\n')}\n---\n\n${body.trim()}\n`;
}

/** One field of front matter: `tags: ["grain","wheat"]`. */
export function yamlLine(name: string, value: unknown): string {
  return `${name}: ${JSON.stringify(value)}`;
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
