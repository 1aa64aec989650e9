import type { Article, Page } from '#src/newsroom/newsroom.ts';
import type { NewsroomRule } from '../rule.ts';
import { claimedTwice, type Claim } from './claims.ts';

export const translationTwice: NewsroomRule = {
  id: 'translation-twice',
  severity: 'error',
  scope: 'newsroom',
  title: {
    en: 'A translation key that two texts of one language have',
    es: 'Una clave de traducción que tienen dos textos de un mismo idioma',
  },
  explanation: {
    en: 'A text has one translation: readers would be led to either.',
    es: 'Un texto tiene una traducción: los lectores acabarían en cualquiera de las dos.',
  },
  check: ({ newsroom: { articles, pages } }) => [
    ...claimedTwice('translation key', articles.flatMap(translationClaim)),
    ...claimedTwice('translation key', pages.flatMap(translationClaim)),
  ],
};

function translationClaim({ locale, translationKey, file }: Article | Page): Claim[] {
  return translationKey ? [{ locale, claimed: translationKey, file, path: ['translationKey'] }] : [];
}
