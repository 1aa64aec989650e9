import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readChecksummed, writeChecksummed } from '#src/disk/checksummed-file.ts';
import type { ArticleFacts } from '#src/search/chunk-words.ts';
import type { FiledWords } from '#src/search/index-words.ts';

const FORMAT = 'search words 3';

/** Besides those in use, the newest are kept, for other sites and for a site whose build failed at the end. */
const MOST_OTHERS = 4;

const folderIn = (cacheFolder: string) => join(cacheFolder, 'search');

/** Long lists of texts as one text each: they are read in a tenth of the time. */
type Written = Omit<FiledWords, 'forms' | 'stems' | 'articles'> & Record<'forms' | 'stems' | 'articles', string>;

/** @param key of an index */
export function hasCachedWords(cacheFolder: string, key: string): boolean {
  return existsSync(join(folderIn(cacheFolder), key));
}

/** @returns undefined if they are not cached, or damaged */
export function readCachedWords(cacheFolder: string, key: string): FiledWords | undefined {
  const content = readChecksummed(join(folderIn(cacheFolder), key), FORMAT);
  if (!content) return undefined;
  const { forms, stems, articles, ...rows } = deserialize(content) as Written;
  return {
    ...rows,
    forms: lines(forms),
    stems: lines(stems),
    articles: JSON.parse(articles) as ArticleFacts[],
  };
}

/** @param words only what a next index needs of them is written */
export function cacheWords(cacheFolder: string, key: string, words: FiledWords): void {
  const { chunks, ends, article, fields, next, texts, textStarts, files, grams } = words;
  // Named one by one: words of an index made from another hold that one, which holds another, and so on.
  const written: Written = {
    ...{ chunks, ends, article, fields, next, texts, textStarts, files, grams },
    forms: words.forms.join('\n'),
    stems: words.stems.join('\n'),
    articles: JSON.stringify(words.articles),
  };
  mkdirSync(folderIn(cacheFolder), { recursive: true });
  writeChecksummed(join(folderIn(cacheFolder), key), FORMAT, serialize(written));
}

/** No word has a line break in it. */
function lines(text: string): string[] {
  return text ? text.split('\n') : [];
}

/** Forgets damaged words. */
export function forgetWords(cacheFolder: string, key: string): void {
  rmSync(join(folderIn(cacheFolder), key), { force: true });
}

/** Forgets all words but those in use and a few others. */
export function forgetOldWords(cacheFolder: string, used: ReadonlySet<string>): void {
  const folder = folderIn(cacheFolder);
  if (!existsSync(folder)) return;
  const others = readdirSync(folder).filter((key) => !used.has(key));
  const writtenAt = (key: string) => statSync(join(folder, key), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = others.map((key) => ({ key, at: writtenAt(key) })).sort((a, b) => b.at - a.at);
  for (const { key } of newest.slice(MOST_OTHERS)) forgetWords(cacheFolder, key);
}
