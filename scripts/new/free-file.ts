import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { factsOf, TEXT_COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { messageOf, messageText } from '#src/schemas/message.ts';
import { slugField } from '#src/schemas/shared-fields.ts';
import { isTakenByEvents, takenSegments } from '#src/urls.ts';
import { LONGEST_SLUG, usableSlug } from '#src/writing/slugify.ts';
import type { Kind, DraftRequest } from './options.ts';

export const COLLECTION_OF = {
  article: 'articles',
  event: 'events',
  notice: 'notices',
  page: 'pages',
  author: 'authors',
  category: 'categories',
  tag: 'tags',
  place: 'places',
  'event-kind': 'event-kinds',
} as const satisfies Record<Kind, Collection>;

/**
 * A file that does not exist yet, and its slug.
 * @param year the folder of an article or event
 * @returns the path within the content root
 * @throws UsageError if the title gives no slug, or the address is taken; the message then names a free one
 */
export function freeFile(request: DraftRequest, newsroom: Newsroom, year: string): { file: string; slug: string } {
  const { kind, title, locale, contentRoot } = request;
  const slug = request.slug ?? usableSlug(title, kind, LONGEST_SLUG);
  const [issue] = slugField.safeParse(slug).error?.issues ?? [];
  const problem = issue && messageText(messageOf(issue), 'en').reason;
  if (request.slug !== undefined && problem) throw new UsageError(`--slug ${slug}: ${problem}`);
  if (problem) throw new UsageError(`“${title}” gives no address: ${problem}. Choose one with --slug`);
  const fileOf = (name: string) =>
    `${COLLECTION_OF[kind]}/${folderOf(kind, locale, year)}${name}${isText(kind) ? '.md' : '.yaml'}`;
  const ownerOf = (name: string) => {
    if (existsSync(join(contentRoot, fileOf(name)))) return fileOf(name);
    return ownerOfAddress(kind, locale, name, newsroom);
  };
  const owner = ownerOf(slug);
  if (owner === undefined) return { file: fileOf(slug), slug };
  let number = 2;
  while (ownerOf(`${slug}-${number}`) !== undefined) number += 1;
  throw new UsageError(
    `${owner} already has the address “${slug}”. Choose another title, or add --slug ${slug}-${number}`,
  );
}

const isText = (kind: Kind) => TEXT_COLLECTIONS.has(COLLECTION_OF[kind]);

function folderOf(kind: Kind, locale: Locale, year: string): string {
  if (!isText(kind)) return '';
  return factsOf(COLLECTION_OF[kind]).inYears ? `${locale}/${year}/` : `${locale}/`;
}

/** What readers find at an address; undefined if it is free. */
function ownerOfAddress(kind: Kind, locale: Locale, slug: string, newsroom: Newsroom): string | undefined {
  const holder = (texts: readonly { locale: Locale; slug: string; file: string }[]) =>
    texts.find((text) => text.locale === locale && text.slug === slug)?.file;
  if (kind === 'article') return holder(newsroom.articles);
  if (kind === 'event') return isTakenByEvents(locale, slug) ? 'The site itself' : holder(newsroom.events);
  if (kind === 'page') return takenSegments(locale).includes(slug) ? 'The site itself' : holder(newsroom.pages);
  if (kind !== 'tag' && kind !== 'category' && kind !== 'event-kind') return undefined;
  const collection = COLLECTION_OF[kind];
  const entry = newsroom[collection].find(({ slug: own }) => own && Object.values(own).includes(slug));
  return entry && `${collection}/${entry.id}.yaml`;
}
