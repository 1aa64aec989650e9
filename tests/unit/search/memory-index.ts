import { articleFile, ENTRY_FILE } from '#src/search/index-format.ts';
import { encodeEvents, type IndexedEvent } from '#src/search/event-format.ts';
import { readChunk } from '#src/search/chunk-words.ts';
import { indexWords } from '#src/search/index-words.ts';
import { makeIndex } from '#src/search/make-index.ts';
import { openIndex, type OpenIndex } from '#src/search/open-index.ts';
import type { SearchRecord } from '#src/search/search-record.ts';

/** A story to be found; whatever is left out is of no interest to the test. */
export type Story = Partial<SearchRecord> & Pick<SearchRecord, 'title'>;

export function searchRecordOf(story: Story, at: number): SearchRecord {
  return {
    url: `/articles/${at}/`,
    date: `2026-11-${String((at % 28) + 1).padStart(2, '0')}T08:00:00-05:00`,
    section: 'Region',
    names: [],
    text: `A text of its own, number ${at}.`,
    standfirst: 0,
    facets: { section: ['Region'], place: [] },
    ...story,
  };
}

/** The files of an index of some stories, oldest first, made as a site's are. @param chunk how many are read together @param events when some of them are */
export function indexFiles(
  stories: readonly Story[],
  language = 'en',
  chunk = 3,
  events: readonly IndexedEvent[] = [],
): ReadonlyMap<string, Uint8Array> {
  const records = stories.map(searchRecordOf);
  const files = new Map<string, Uint8Array>();
  const chunks = [];
  for (let start = 0; start < records.length; start += chunk) {
    const some = records.slice(start, start + chunk);
    const version = `v${start}`;
    chunks.push({ version, words: readChunk(some) });
    some.forEach((record, at) => files.set(articleFile(version, at), encoded(record)));
  }
  const dates = events.length > 0 ? encodeEvents('America/Cancun', events) : undefined;
  const index = makeIndex(indexWords(chunks, language), undefined, dates);
  for (const [name, content] of index.files) if (content) files.set(name, content);
  return files.set(ENTRY_FILE, encoded(index.entry));
}

/** Opens an index as a page does. @param onLoad called with the name of each file that it loads */
export function openFiles(
  files: ReadonlyMap<string, Uint8Array>,
  language: string,
  onLoad: (name: string) => void = () => undefined,
): Promise<OpenIndex> {
  return openIndex((name) => {
    onLoad(name);
    const file = files.get(name);
    return file ? Promise.resolve(file) : Promise.reject(new Error(`there is no ${name}`));
  }, language);
}

/** An index of some stories, opened. */
export async function indexOf(
  stories: readonly Story[],
  language = 'en',
  chunk?: number,
  events?: readonly IndexedEvent[],
): Promise<OpenIndex> {
  return openFiles(indexFiles(stories, language, chunk, events), language);
}

const encoded = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
