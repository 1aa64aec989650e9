import { slugIn } from '#src/newsroom/list-addresses.ts';
import type { Article, Category, Event, EventKind, Issue, Newsroom, Page, Tag } from '#src/newsroom/newsroom.ts';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, type FileFinding } from '../rule.ts';

/** Something only one file of a language may have. */
interface Claim {
  locale: Locale;
  claimed: string;
  file: string;
  path: readonly PropertyKey[];
}

/** A finding for each claim after the first. */
export function claimedTwice(
  key: 'address-twice' | 'translation-twice',
  claims: readonly Claim[],
): readonly FileFinding[] {
  const holders = new Map<string, Claim>();
  return claims.flatMap((claim): FileFinding[] => {
    const { locale, claimed, file, path } = claim;
    const holder = holders.get(`${locale} ${claimed}`);
    if (holder) return [{ file, path, value: showValue(claimed), ...finding(key, { file: holder.file }) }];
    holders.set(`${locale} ${claimed}`, claim);
    return [];
  });
}

/** What claims addresses, in groups whose addresses cannot meet. */
export function addressClaims({
  articles,
  events,
  newsletters,
  pages,
  categories,
  tags,
  'event-kinds': kinds,
}: Newsroom): readonly (readonly Claim[])[] {
  const ofText = ({ locale, slug, file }: Article | Event | Issue | Page) => ({
    locale,
    claimed: slug,
    file,
    path: ['slug'],
  });
  return [
    articles.map(ofText),
    events.map(ofText),
    newsletters.map(ofText),
    pages.map(ofText),
    categories.flatMap((category) => listClaims('categories', category)),
    kinds.flatMap((kind) => listClaims('event-kinds', kind)),
    [...tags.flatMap((tag) => listClaims('tags', tag)), ...bareTagClaims(tags, articles)],
  ];
}

/** The claim of a text on its translation key, if it has one. */
export function translationClaims({ locale, translationKey, file }: Article | Event | Page): readonly Claim[] {
  return translationKey ? [{ locale, claimed: translationKey, file, path: ['translationKey'] }] : [];
}

function listClaims(folder: 'categories' | 'event-kinds' | 'tags', named: Category | EventKind | Tag): Claim[] {
  const file = `${folder}/${named.id}.yaml`;
  return LOCALES.map((locale) => ({ locale, claimed: slugIn(locale, named), file, path: ['slug', locale] }));
}

/** The claims of tags without a file, at the first article of a language that uses them. */
function bareTagClaims(tags: readonly Tag[], articles: readonly Article[]): Iterable<Claim> {
  const withFile = new Set(tags.map(({ id }) => id));
  const bare = new Map<string, Claim>();
  for (const { locale, file, tags: used } of articles) {
    used.forEach((tag, index) => {
      const key = `${locale} ${tag}`;
      if (!withFile.has(tag) && !bare.has(key)) bare.set(key, { locale, claimed: tag, file, path: ['tags', index] });
    });
  }
  return bare.values();
}
