import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoInstant } from '#src/i18n/format.ts';
import { monthKey, placesOf, type Edition } from '#src/newsroom/edition.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { readBody } from '#src/reading/read-collection.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';
import { markdownFile } from '../markdown-file.ts';
import type { PeerNewsroom } from './peer.ts';

/** A story as another generator's file holds it. */
export interface StoryFile {
  /** From the generator's folder. */
  file: string;
  /** Front matter; fields that are undefined are left out. */
  fields: Readonly<Record<string, unknown>>;
  body: string;
}

/** How a generator wants its stories. */
export type StoryFormat = (story: Article, edition: Edition, body: string) => StoryFile;

/** Copies a generator's templates, and writes the newsroom's names and every published story into the same folder. */
export function writeSite(
  templates: string,
  folder: string,
  namesFile: string,
  content: PeerNewsroom,
  format: StoryFormat,
): void {
  cpSync(templates, folder, { recursive: true });
  writeText(join(folder, namesFile), JSON.stringify(namesOf(content)));
  for (const edition of Object.values(content.editions)) {
    for (const story of edition.articles) writeStory(folder, content, story, format);
  }
}

/** Writes one story's file. */
export function writeStory(folder: string, content: PeerNewsroom, story: Article, format: StoryFormat): void {
  const body = readBody(content.contentRoot, story.file);
  const { file, fields, body: text } = format(story, content.editions[story.locale], body);
  writeText(join(folder, file), markdownFile(fields, text));
}

/** The facts that every generator's pages show: what it is called, when it appeared, in which lists it stands. */
export function storyFields(story: Article) {
  return {
    title: story.title,
    description: story.description,
    date: isoInstant(story.pubDate),
    sections: story.categories,
    tags: story.tags,
    authors: story.authors,
    places: placesOf(story),
    months: [monthKey(story).replace('/', '-')],
  };
}

/** Addresses, for generators that do not make them from the file's place as ours are. */
export function storyAddresses(story: Article, edition: Edition) {
  const [translation] = edition.translationsOf(story);
  return {
    locale: story.locale,
    address: articleUrl(story),
    translation: translation && articleUrl(translation),
  };
}

/** What lists and sections are called, by language, kind and id; sections are in the publisher's order. */
export function namesOf({ editions, newsroom }: PeerNewsroom) {
  const { site } = editions.en;
  const byLocale = LOCALES.map((locale) => {
    const edition = editions[locale];
    return [
      locale,
      {
        description: site.description[locale],
        sections: Object.fromEntries(edition.categories.map(({ id, title }) => [id, title[locale]])),
        // All of them, used or not: a story may be given another while the benchmark runs.
        tags: Object.fromEntries(newsroom.tags.map(({ id, title }) => [id, title[locale]])),
        authors: Object.fromEntries(newsroom.authors.map(({ id, name }) => [id, name[locale]])),
        places: Object.fromEntries(newsroom.places.map(({ id, name }) => [id, name[locale]])),
      },
    ];
  });
  return { name: site.name, url: site.url, ...Object.fromEntries(byLocale) };
}

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
