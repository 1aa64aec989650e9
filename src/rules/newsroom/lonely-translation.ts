import type { Article, Page } from '#src/newsroom/newsroom.ts';
import { suggest } from '#src/schemas/explain.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { FileFinding, NewsroomRule } from '../rule.ts';

export const lonelyTranslation: NewsroomRule = {
  id: 'lonely-translation',
  severity: 'warning',
  scope: 'newsroom',
  title: { en: 'A translation key that pairs with nothing', es: 'Una clave de traducción que no forma pareja' },
  explanation: {
    en: 'One of the two files has the key misspelt, or is not there: readers are not led from one to the other.',
    es: 'Uno de los dos archivos tiene mal la clave, o no está: a los lectores no se les lleva de uno a otro.',
  },
  check: ({ newsroom: { articles, pages }, unreadKeys }) => [
    ...lonely(articles, unreadKeys),
    // Every page must have a key, also in a paper of one language: only a slip is told of.
    ...lonely(pages, unreadKeys).filter(({ remedy }) => remedy.startsWith('did you mean')),
  ],
};

/** @param unreadKeys those in files that could not be read: the other half is there, and has been told of */
function lonely(entries: readonly (Article | Page)[], unreadKeys: ReadonlySet<string>): FileFinding[] {
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
      reason: 'pairs with no text in the other language',
      remedy: meant ? `did you mean “${meant}”?` : 'give the translation the same key, or remove it here',
    };
  });
}
