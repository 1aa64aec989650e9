import type { Category, Newsroom, Tag } from '#src/newsroom/newsroom.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import type { NewsroomRule } from '../rule.ts';
import { addressClaim, claimedTwice, type Claim } from './claims.ts';

export const addressTwice: NewsroomRule = {
  id: 'address-twice',
  severity: 'error',
  scope: 'newsroom',
  title: {
    en: 'An address that two stories, pages, sections or topics claim',
    es: 'Una dirección que reclaman dos notas, páginas, secciones o temas',
  },
  explanation: {
    en: 'One of the two would take the other’s place, and nobody would know which.',
    es: 'Una de las dos ocuparía el lugar de la otra, y nadie sabría cuál.',
  },
  check: ({ newsroom }) => [
    ...claimedTwice('address', newsroom.articles.map(addressClaim)),
    ...claimedTwice('address', newsroom.pages.map(addressClaim)),
    ...claimedTwice(
      'address',
      newsroom.categories.flatMap((category) => topicClaims('categories', category)),
    ),
    ...claimedTwice('address', tagClaims(newsroom)),
  ],
};

function topicClaims(folder: 'categories' | 'tags', { id, slug }: Category | Tag): Claim[] {
  const file = `${folder}/${id}.yaml`;
  return LOCALES.map((locale) => ({ locale, claimed: slug?.[locale] ?? id, file, path: ['slug', locale] }));
}

/** The claims of tags with a file, and of those without one at the first story of a language that uses them. */
function tagClaims({ tags, articles }: Newsroom): Claim[] {
  const withFile = new Set(tags.map(({ id }) => id));
  const bare = new Map<string, Claim>();
  for (const { locale, file, tags: used } of articles) {
    used.forEach((tag, index) => {
      const key = `${locale} ${tag}`;
      if (!withFile.has(tag) && !bare.has(key)) bare.set(key, { locale, claimed: tag, file, path: ['tags', index] });
    });
  }
  return [...tags.flatMap((tag) => topicClaims('tags', tag)), ...bare.values()];
}
