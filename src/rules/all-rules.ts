import { FIELD_RULES } from './fields/field-rules.ts';
import { FILE_RULES, UNREADABLE_RULE } from './files/file-rules.ts';
import { SHAPE_RULES, WRITTEN_RULES } from './files/shape-rules.ts';
import { LINK_RULES } from './links/link-rules.ts';
import { NAME_RULES } from './names/name-rules.ts';
import { NEWSROOM_RULES } from './newsroom/newsroom-rules.ts';
import { PICTURE_RULES, REFUSED_PICTURE_RULES } from './pictures/picture-rules.ts';
import type { Rule } from './rule.ts';
import { TEXT_RULES } from './texts/text-rules.ts';

/** What a publish cannot show as it is, because it leaves out something else. */
export const DEPENDENCE_RULE = { id: 'depends-on-broken', severity: 'error' } as const satisfies Rule;

/** Every rule, in the order in which they are listed. */
export const ALL_RULES: readonly Rule[] = [
  ...NAME_RULES,
  UNREADABLE_RULE,
  ...FILE_RULES,
  ...Object.values(SHAPE_RULES),
  ...Object.values(WRITTEN_RULES),
  ...FIELD_RULES,
  ...TEXT_RULES,
  ...NEWSROOM_RULES,
  ...LINK_RULES,
  ...PICTURE_RULES,
  ...Object.values(REFUSED_PICTURE_RULES),
  DEPENDENCE_RULE,
];
