import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { ContentFields } from '#src/writing/content-file.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import type { Beginning } from './beginning.ts';
import type { Order } from './options.ts';
import { TO_BE_WRITTEN } from './to-be-written.ts';

/**
 * The fields with which a story is begun.
 * @throws UsageError where an option names what the newsroom does not have, or there is nobody to sign
 */
export function beginStory(order: Order, newsroom: Newsroom): Beginning {
  const { title, locale, now } = order;
  const original = order.translates === undefined ? undefined : originalOf(order.translates, order, newsroom);
  const author = order.author === undefined ? undefined : known('author', order.author, 'authors', newsroom);
  const section = order.section === undefined ? undefined : known('section', order.section, 'categories', newsroom);
  const authors = author ? [author] : (original?.authors ?? [usualAuthor(newsroom)]);
  const categories = section ? [section] : (original?.categories ?? [firstSection(newsroom)]);
  const fields: ContentFields = {
    title,
    description: TO_BE_WRITTEN[locale].story,
    pubDate: now,
    authors,
    categories,
    ...(original && takenOver(original)),
    draft: true,
  };
  return { fields, body: '', toFill: toFill(order, original, { authors, categories }) };
}

function takenOver({ tags, dateline, places, picture, translationKey }: Article): ContentFields {
  return {
    tags: tags.length > 0 ? tags : undefined,
    dateline,
    places: places.length > 0 ? places : undefined,
    // One beside the original cannot be named from another folder.
    picture: picture && !isBeside(picture) ? { ...picture, src: String(picture.src) } : undefined,
    translationKey,
  };
}

const isBeside = ({ src }: { src: unknown }) => String(src).startsWith('./');

function toFill(
  { author, section }: Order,
  original: Article | undefined,
  start: { authors: readonly string[]; categories: readonly string[] },
): string[] {
  const signed = `authors: ${start.authors.join(', ')}${author || original ? '' : ', for now'}`;
  const filed = `categories: ${start.categories.join(', ')}${section || original ? '' : ', for now'}`;
  return [
    'description: what the story tells, in a sentence or two',
    'the text, below the second ---',
    ...pictureToFill(original),
    signed,
    filed,
    'draft: take the line out to publish',
  ];
}

function pictureToFill(original: Article | undefined): string[] {
  if (!original?.picture) return [];
  return isBeside(original.picture)
    ? ['picture: it lies beside the original; move it to /pictures/ to show it in both']
    : ['picture: its description and caption are still in the other language'];
}

/** The story that is translated, which must have a key that the two can share. */
function originalOf(slug: string, { locale }: Order, { articles }: Newsroom): Article {
  const others = articles.filter((article) => article.locale !== locale);
  const original = others.find((article) => article.slug === slug);
  const language = LOCALES.find((candidate) => candidate !== locale);
  if (!original) {
    const meant = suggest(
      slug,
      others.map((article) => article.slug),
    );
    throw new UsageError(
      `--translates ${slug}: there is no such story in ${language}${meant ? `; did you mean “${meant}”?` : ''}`,
    );
  }
  if (!original.translationKey) {
    throw new UsageError(
      `--translates ${slug}: ${original.file} has no translationKey yet. Add one there, such as translationKey: ${slug}, and try again`,
    );
  }
  const rival = articles.find((other) => other.locale === locale && other.translationKey === original.translationKey);
  if (rival) throw new UsageError(`--translates ${slug}: ${rival.file} is its translation already`);
  return original;
}

function known(option: string, id: string, kind: 'authors' | 'categories', newsroom: Newsroom): string {
  const ids = newsroom[kind].map((one) => one.id);
  if (ids.includes(id)) return id;
  const meant = suggest(id, ids);
  throw new UsageError(
    `--${option} ${id}: names nothing in ${kind}/${meant ? `; did you mean “${meant}”?` : `. There are ${ids.join(', ') || 'none'}`}`,
  );
}

/** The desk that signs most stories; where no desk does, whoever does. */
function usualAuthor({ authors, articles }: Newsroom): string {
  const counts = new Map(authors.map(({ id }) => [id, 0]));
  for (const article of articles) for (const id of article.authors) counts.set(id, (counts.get(id) ?? 0) + 1);
  const desks = authors.filter(({ kind }) => kind === 'desk');
  const [usual] = (desks.length > 0 ? desks : authors)
    .map(({ id }) => ({ id, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
  if (usual) return usual.id;
  throw new UsageError(`The newsroom has no author yet: begin one with npm run new -- author "A name"`);
}

function firstSection({ categories }: Newsroom): string {
  const [first] = [...categories].sort((a, b) => a.order - b.order || compareText(a.id, b.id));
  if (first) return first.id;
  throw new UsageError('The newsroom has no section yet: write one, such as categories/region.yaml, or in the form');
}
