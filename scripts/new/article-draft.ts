import type { Article, Newsroom } from '#src/newsroom/newsroom.ts';
import { UsageError } from '#src/publish/usage-error.ts';
import { focusText } from '#src/schemas/focus.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { compareText } from '#src/schemas/problem.ts';
import type { ContentFields } from '#src/writing/content-file.ts';
import { requireKnown, suggestion } from '../shared/require-known.ts';
import { PLACEHOLDERS, type Draft } from './draft.ts';
import type { DraftRequest } from './options.ts';

/** @throws UsageError if an option names something that the newsroom does not have, or the newsroom has no author */
export function articleDraft(request: DraftRequest, newsroom: Newsroom): Draft {
  const { title, locale, now, author, category, translates } = request;
  const original = translates === undefined ? undefined : originalOf(translates, request, newsroom);
  if (author !== undefined) requireKnown('author', author, 'authors', newsroom);
  if (category !== undefined) requireKnown('category', category, 'categories', newsroom);
  const authors = author === undefined ? (original?.authors ?? [usualAuthor(newsroom)]) : [author];
  const categories = category === undefined ? (original?.categories ?? [firstCategory(newsroom)]) : [category];
  const fields: ContentFields = {
    title,
    description: PLACEHOLDERS[locale].article,
    pubDate: now,
    authors,
    categories,
    ...(original && sharedFields(original)),
    draft: true,
  };
  const toDo = [
    'description: what the article is about, in a sentence or two',
    'the text, below the second ---',
    ...pictureToDo(original),
    `authors: ${authors.join(', ')}${author || original ? '' : ', for now'}`,
    `categories: ${categories.join(', ')}${category || original ? '' : ', for now'}`,
    'draft: remove the line to publish',
  ];
  return { fields, body: '', toDo };
}

/** What a translation takes over from its original. */
function sharedFields({ tags, dateline, places, picture, translationKey }: Article): ContentFields {
  return {
    tags: tags.length > 0 ? tags : undefined,
    dateline,
    places: places.length > 0 ? places : undefined,
    // A picture in the original's folder cannot be named from another folder.
    picture: picture && !isBeside(picture) ? pictureAsWritten(picture) : undefined,
    translationKey,
  };
}

/** A picture's fields as a file has them. */
const pictureAsWritten = ({ src, focus, ...texts }: NonNullable<Article['picture']>) => ({
  src: String(src),
  ...(focus && { focus: focusText(focus) }),
  ...texts,
});

const isBeside = ({ src }: { src: unknown }) => String(src).startsWith('./');

function pictureToDo(original: Article | undefined): string[] {
  if (!original?.picture) return [];
  return isBeside(original.picture)
    ? ['picture: it is in the original’s folder; move it to /pictures/ to show it in both']
    : ['picture: its description and caption are still in the other language'];
}

/** The article to translate, which must have a key that the two can share. */
function originalOf(slug: string, { locale }: DraftRequest, { articles }: Newsroom): Article {
  const others = articles.filter((article) => article.locale !== locale);
  const original = others.find((article) => article.slug === slug);
  if (!original) {
    const language =
      LOCALES.filter((candidate) => candidate !== locale).join(' or ') || 'another language: the paper has one edition';
    const slugs = others.map((other) => other.slug);
    throw new UsageError(`--translates ${slug}: there is no such article in ${language}${suggestion(slug, slugs)}`);
  }
  if (!original.translationKey) {
    throw new UsageError(
      `--translates ${slug}: ${original.file} has no translationKey yet. Add one there, such as translationKey: ${slug}, and try again`,
    );
  }
  const rival = articles.find((other) => other.locale === locale && other.translationKey === original.translationKey);
  if (rival) throw new UsageError(`--translates ${slug}: ${rival.file} is already its translation`);
  return original;
}

/** The desk that signs most articles; the author who does, if there is no desk. */
function usualAuthor({ authors, articles }: Newsroom): string {
  const counts = new Map(authors.map(({ id }) => [id, 0]));
  for (const article of articles) for (const id of article.authors) counts.set(id, (counts.get(id) ?? 0) + 1);
  const desks = authors.filter(({ kind }) => kind === 'desk');
  const [usual] = (desks.length > 0 ? desks : authors)
    .map(({ id }) => ({ id, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
  if (usual) return usual.id;
  throw new UsageError(`The newsroom has no author yet: write one with npm run new -- author "A name"`);
}

function firstCategory({ categories }: Newsroom): string {
  const [first] = [...categories].sort((a, b) => a.order - b.order || compareText(a.id, b.id));
  if (first) return first.id;
  throw new UsageError('The newsroom has no category yet: write one, such as categories/region.yaml, or use the form');
}
