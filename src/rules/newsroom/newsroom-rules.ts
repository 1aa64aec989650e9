import { isLanguage } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import { isTakenByEvents, takenSegments } from '#src/urls.ts';
import { finding, rule, type NewsroomRule } from '../rule.ts';
import { ALIAS_RULES } from './alias-rules.ts';
import { danglingNames } from './dangling-name.ts';
import { EVENT_NEWSROOM_RULES } from './event-rules.ts';
import { addressClaims, claimedTwice, translationClaims } from './claims.ts';
import { ISSUE_RULES } from './issue-rules.ts';
import { lonelyTranslations } from './lonely-translation.ts';
import { tagSlips } from './tag-slips.ts';
import { twinNames } from './twin-names.ts';
import { untranslated } from './untranslated.ts';

/** What is wrong with a newsroom that no file shows alone; links have rules of their own. */
export const NEWSROOM_RULES: readonly NewsroomRule[] = [
  rule('dangling-name', 'error', danglingNames),
  rule('address-twice', 'error', ({ newsroom }) =>
    addressClaims(newsroom).flatMap((claims) => claimedTwice('address-twice', claims)),
  ),
  rule('translation-twice', 'error', ({ newsroom: { articles, events, pages } }) =>
    [articles, events, pages].flatMap((texts) => claimedTwice('translation-twice', texts.flatMap(translationClaims))),
  ),
  rule('lonely-translation', 'warning', lonelyTranslations),
  rule('untranslated', 'warning', ({ newsroom }) => untranslated(newsroom)),
  rule('taken-address', 'error', ({ newsroom }) =>
    [
      ...newsroom.pages.filter(({ locale, slug }) => takenSegments(locale).includes(slug) || isLanguage(slug)),
      ...newsroom.events.filter(({ locale, slug }) => isTakenByEvents(locale, slug)),
    ].map(({ file, slug }) => ({ file, path: ['slug'], value: showValue(slug), ...finding('taken-address') })),
  ),
  ...ALIAS_RULES,
  rule('tag-slip', 'warning', ({ newsroom }) =>
    tagSlips(newsroom).map(({ tag, meant, article }) => ({
      file: article.file,
      path: ['tags', article.tags.indexOf(tag)],
      value: showValue(tag),
      ...finding('tag-slip', { meant, file: `tags/${tag}.yaml` }),
    })),
  ),
  ...EVENT_NEWSROOM_RULES,
  ...ISSUE_RULES,
  rule('twin-names', 'error', twinNames),
  rule('unused-picture', 'warning', ({ unusedPictures }) =>
    unusedPictures.map((file) => ({ file, ...finding('unused-picture') })),
  ),
];
