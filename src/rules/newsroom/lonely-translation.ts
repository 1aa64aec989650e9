import type { Article, Event, Page } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type FileFinding } from '../rule.ts';

/** Texts whose translation key pairs with no text in another language; of a paper in one language none. */
export function lonelyTranslations({ newsroom, unreadKeys }: NewsroomView): readonly FileFinding[] {
  if (LOCALES.length < 2) return [];
  return [
    ...lonely(newsroom.articles, unreadKeys),
    ...lonely(newsroom.events, unreadKeys),
    // Every page must have a key, also in a paper of one language: only a typing mistake is reported.
    ...lonely(newsroom.pages, unreadKeys).filter(({ message }) => message.key === 'lonely-translation.near'),
  ];
}

/** @param unreadKeys those in files that could not be read: the other half exists, and was reported already */
function lonely(entries: readonly (Article | Event | Page)[], unreadKeys: ReadonlySet<string>): FileFinding[] {
  const uses = new Map<string, number>();
  for (const { translationKey: key } of entries) if (key) uses.set(key, (uses.get(key) ?? 0) + 1);
  const alone = entries.filter(({ translationKey: key }) => key && uses.get(key) === 1 && !unreadKeys.has(key));
  return alone.map(({ file, locale, translationKey = '' }) => {
    const others = alone.filter((other) => other.locale !== locale).map((other) => other.translationKey ?? '');
    const meant = suggest(translationKey, others);
    return {
      file,
      path: ['translationKey'],
      value: showValue(translationKey),
      ...(meant ? finding('lonely-translation.near', { meant }) : finding('lonely-translation')),
    };
  });
}
