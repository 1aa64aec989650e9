import { htmlEntitiesIn } from '#src/markdown/html-entities.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { isWords, valueFactsAt } from '#src/schemas/field-facts.ts';
import type { MessageKey } from '#src/schemas/message.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, rule, type TextRule } from '../rule.ts';
import { BODY_RULES } from './body-rules.ts';
import { EVENT_RULES } from './event-rules.ts';
import { languageOf } from './language-of.ts';
import { SHOWN_PICTURE_RULES } from './shown-picture-rules.ts';

const DAY_MS = 86_400_000;

const PAID_TAG =
  /^(?:sponsored|sponsored-content|advertorial|branded-content|paid-content|patrocinado|contenido-patrocinado|publirreportaje|inserción-pagada|insercion-pagada)$/;

/** What is wrong with one text that its schema cannot see. */
export const TEXT_RULES: readonly TextRule[] = [
  ...SHOWN_PICTURE_RULES,
  rule('correction-too-early', 'warning', ({ article }) =>
    (article?.corrections ?? []).flatMap(({ date }, index) => {
      // A bare date is its midnight: a correction of the same day is not too early.
      if (!article || date.getTime() + DAY_MS > article.pubDate.getTime()) return [];
      return [{ path: ['corrections', index, 'date'], value: showValue(date), ...finding('correction-too-early') }];
    }),
  ),
  rule('sponsored-without-sponsor', 'error', ({ article }) => {
    if (!article || article.sponsor) return [];
    const index = article.tags.findIndex((tag) => PAID_TAG.test(tag));
    if (index < 0) return [];
    const value = showValue(article.tags[index]);
    return [{ path: ['tags', index], value, ...finding('sponsored-without-sponsor') }];
  }),
  rule('other-language', 'warning', ({ locale, title, description, body }) => {
    const folder = locale && languageOf(`${title}. ${description} ${body}`);
    if (!folder || folder === locale) return [];
    return [{ path: ['title'], ...finding('other-language', { folder, language: { key: `language.${folder}` } }) }];
  }),
  rule(
    // No one reads a draft or a withdrawn article; an issue of the newsletter needs no introduction.
    'empty-body',
    'warning',
    ({ collection, locale, body, article }) =>
      locale && collection !== 'newsletters' && !article?.draft && !article?.withdrawn && body.trim() === ''
        ? [{ offset: 0, ...finding('empty-body') }]
        : [],
  ),
  rule('html-entity', 'warning', ({ collection, fields }) =>
    wordsIn(collection, fields).flatMap(({ path, words }) => {
      const entities = htmlEntitiesIn(words);
      return entities
        .filter(({ written }, index) => entities.findIndex((other) => other.written === written) === index)
        .map(({ written, character }) => {
          const key = ENTITY_MESSAGES[character] ?? 'html-entity';
          return { path, value: showValue(written), ...finding(key, { entity: written, character }) };
        });
    }),
  ),
  ...EVENT_RULES,
  ...BODY_RULES,
];

const ENTITY_MESSAGES: Readonly<Record<string, MessageKey>> = { ' ': 'html-entity.space', '': 'html-entity.nothing' };

/** The texts for readers among the fields of a file, with their paths. */
function wordsIn(
  collection: Collection,
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; words: string }[] {
  if (typeof value === 'string')
    return value.includes('&') && isWords(valueFactsAt(collection, path)) ? [{ path, words: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => wordsIn(collection, part, [...path, key]));
}
