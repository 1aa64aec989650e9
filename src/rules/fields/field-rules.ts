import type { MessageKey, RuleId } from '#src/schemas/message.ts';
import type { FieldIssue, FieldRule } from '../rule.ts';

const fieldRule = (id: RuleId, matches: FieldRule['matches']): FieldRule => ({ id, severity: 'error', matches });

/** Names what a schema reports with one of these messages. */
const byMessage = (id: RuleId, ...keys: readonly MessageKey[]) => fieldRule(id, ({ key }) => keys.includes(key));

const isAbsent = ({ value }: FieldIssue) => value === undefined || value === null;
const isOutOfLimits = ({ issue }: FieldIssue) => issue.code === 'too_big' || issue.code === 'too_small';

/** Names for what the schemas find. The first that matches counts: from the special to the general. */
export const FIELD_RULES: readonly FieldRule[] = [
  fieldRule('unknown-field', ({ issue }) => issue.code === 'unrecognized_keys'),
  fieldRule('correction-without-date', (found) => {
    const [field, , part] = found.issue.path;
    return isAbsent(found) && field === 'corrections' && part === 'date';
  }),
  fieldRule('sponsor-without-label', (found) => isAbsent(found) && found.issue.path.join('.') === 'sponsor.name'),
  fieldRule('missing-field', ({ value }) => value === undefined),
  fieldRule('empty-field', ({ key, value }) => value === null || key === 'empty-text'),
  byMessage('bad-date', 'date', 'not-a-date', 'event-time', 'not-an-event-time', 'event-time.near'),
  byMessage('date-order', 'updated-too-early', 'expires-too-early', 'notice-ends'),
  byMessage('bad-duration', 'duration', 'not-a-duration'),
  byMessage('bad-zone', 'zone', 'not-a-zone'),
  byMessage(
    'event-end',
    'end-and-duration',
    'end-with-time',
    'end-without-time',
    'ends-before-start',
    'lasts-too-long',
    'duration-without-time',
  ),
  byMessage(
    'bad-rule',
    ...([
      'until-and-count',
      'day-without-month',
      'day-and-on',
      'day-twice',
      'on-with-day',
      'on-in-week',
      'on-in-month',
    ] as const),
  ),
  byMessage('bad-price', 'price', 'currency', 'amount'),
  byMessage('reserved-slug', 'reserved-slug'),
  byMessage('bad-slug', 'slug', 'slug-unquoted', 'slug-characters', 'slug-too-long', 'bilingual-slug'),
  byMessage(
    'named-twice',
    'author-twice',
    'category-twice',
    'tag-twice',
    'place-twice',
    'event-kind-twice',
    'article-twice',
  ),
  byMessage('several-lines', 'several-lines'),
  byMessage('escaped-control-character', 'escaped-control-character'),
  byMessage('bad-web-address', 'full-web-address', 'user-in-address'),
  fieldRule('bad-email', ({ issue }) => issue.code === 'invalid_format' && issue.format === 'email'),
  byMessage('bad-picture-path', 'picture-path-form', 'picture-path-space', 'picture-path-signs'),
  byMessage('bad-focus', 'focus', 'not-a-focus', 'focus.near'),
  fieldRule('bad-alias', ({ key, issue }) => key === 'old-address' && issue.code === 'custom'),
  fieldRule('unknown-choice', ({ issue }) => issue.code === 'invalid_value'),
  byMessage('too-long', 'too-long'),
  byMessage(
    'list-length',
    'no-author',
    'no-category',
    'too-many-categories',
    'no-event-kind',
    'too-many-event-kinds',
    'too-many-dates',
  ),
  fieldRule('out-of-range', isOutOfLimits),
  fieldRule('wrong-kind', () => true),
];
