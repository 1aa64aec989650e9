import { codePoint } from '#src/schemas/false-space.ts';
import type { Message, MessageKey, RuleId } from '#src/schemas/message.ts';
import { showValue } from '#src/schemas/problem.ts';
import { finding, type Finding, type Rule, type ShapeFault, type WrittenFault } from '../rule.ts';

const shapeRule = <Id extends RuleId & MessageKey>(id: Id) => ({ id, severity: 'error' }) as const satisfies Rule;

/** The ways in which front matter cannot be read as fields. */
export const SHAPE_RULES = {
  fence: shapeRule('no-front-matter'),
  fields: shapeRule('no-fields'),
  anchor: shapeRule('yaml-anchor'),
  'merge-key': shapeRule('yaml-merge-key'),
  tag: shapeRule('yaml-tag'),
  'duplicate-key': shapeRule('yaml-duplicate-key'),
  documents: shapeRule('yaml-documents'),
  tab: shapeRule('yaml-tab'),
  syntax: shapeRule('yaml-syntax'),
} as const satisfies Record<ShapeFault, Rule>;

/** What is written so that YAML takes it for something else: the rest of the file is read as it was meant. */
export const WRITTEN_RULES = {
  comment: shapeRule('comment-in-text'),
  space: shapeRule('false-space'),
} as const satisfies Partial<Record<WrittenFault['fault'], Rule>>;

/** The words for what cannot be read, and for what would be cut off. */
export function writtenFinding(found: WrittenFault): Finding & { id: RuleId; field: string } {
  const { line, column } = found;
  if (found.fault === 'space') {
    const { id } = WRITTEN_RULES.space;
    return { id, line, column, field: '', value: codePoint(found.character), ...finding(id) };
  }
  const { fault, field, rest } = found;
  const what: Message = { key: field === 'title' ? 'headline' : 'that-text' };
  const { id, key } = CUTTING[fault];
  return {
    id,
    line,
    column,
    field,
    value: fault.endsWith('comment') ? showValue(rest) : undefined,
    ...finding(key, { what, sign: rest ?? '' }),
  };
}

const CUTTING: Readonly<Record<Exclude<WrittenFault['fault'], 'space'>, { id: RuleId; key: MessageKey }>> = {
  comment: { id: WRITTEN_RULES.comment.id, key: 'comment-in-text' },
  'late-comment': { id: WRITTEN_RULES.comment.id, key: 'comment-after-text' },
  'slug-comment': { id: WRITTEN_RULES.comment.id, key: 'comment-after-slug' },
  colon: { id: SHAPE_RULES.syntax.id, key: 'colon-in-text' },
  entity: { id: SHAPE_RULES.anchor.id, key: 'entity-first' },
  sign: { id: SHAPE_RULES.syntax.id, key: 'sign-first' },
  'single-quote': { id: SHAPE_RULES.syntax.id, key: 'single-quote-in-text' },
  'double-quote': { id: SHAPE_RULES.syntax.id, key: 'double-quote-in-text' },
  'open-single-quote': { id: SHAPE_RULES.syntax.id, key: 'open-single-quote' },
  'open-double-quote': { id: SHAPE_RULES.syntax.id, key: 'open-double-quote' },
  backslash: { id: SHAPE_RULES.syntax.id, key: 'backslash-in-text' },
  'colon-without-space': { id: SHAPE_RULES.syntax.id, key: 'colon-without-space' },
};

/** Messages for what js-yaml says. Its words tell its faults apart, because it has no codes for them. */
const PARSER_MESSAGES: Readonly<Record<string, MessageKey>> = {
  'bad indentation of a mapping entry': 'yaml.field-indentation',
  'bad indentation of a sequence entry': 'yaml.item-indentation',
  'can not read a block mapping entry; a multiline key may not be an implicit key': 'yaml.not-a-field',
  "expected ':' after a mapping key": 'yaml.not-a-field',
  "expected the node content, but found ','": 'yaml.empty-item',
  'name of an alias node must contain at least one character': 'yaml.star',
  'name of an anchor node must contain at least one character': 'yaml.ampersand',
  'deficient indentation': 'yaml.little-indentation',
  'end of the stream or a document separator is expected': 'yaml.text-after-end',
  'missed comma between flow collection entries': 'yaml.list-comma',
  'unexpected end of the stream within a double quoted scalar': 'yaml.double-quotes',
  'unexpected end of the stream within a single quoted scalar': 'yaml.single-quotes',
  'unexpected end of the stream within a flow collection': 'yaml.bracket',
  'unknown escape sequence': 'yaml.escape',
  'expected hexadecimal character': 'yaml.escape',
};

/** @param words of the YAML parser, if it was the one that found the fault */
export function shapeMessage(fault: ShapeFault, words: string): Message {
  if (fault !== 'syntax') return { key: SHAPE_RULES[fault].id };
  const key = PARSER_MESSAGES[words];
  return { key: 'yaml-syntax', values: { why: key ? { key } : { key: 'yaml.other', values: { words } } } };
}
