import type { Genre } from '#src/schemas/article.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { translator, type MessageKey } from './translate.ts';

const LABELS = {
  opinion: 'genreOpinion',
  analysis: 'genreAnalysis',
  review: 'genreReview',
  background: 'genreBackground',
  'press-release': 'genrePressRelease',
} as const satisfies Record<Exclude<Genre, 'report'>, MessageKey>;

/** “Opinion”: what readers are told of an article's genre; nothing of a report. */
export function genreLabel(locale: Locale, genre: Genre | undefined): string | undefined {
  return genre === undefined || genre === 'report' ? undefined : translator(locale)(LABELS[genre]);
}
