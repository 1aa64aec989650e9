import type { Message, MessageKey, RuleId } from '#src/schemas/message.ts';
import type { Rule, ShapeFault } from '../rule.ts';

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

/** Messages for what js-yaml says. Its words tell its faults apart, because it has no codes for them. */
const PARSER_MESSAGES: Readonly<Record<string, MessageKey>> = {
  'bad indentation of a mapping entry': 'yaml.field-indentation',
  'bad indentation of a sequence entry': 'yaml.item-indentation',
  'can not read a block mapping entry; a multiline key may not be an implicit key': 'yaml.not-a-field',
  'deficient indentation': 'yaml.little-indentation',
  'end of the stream or a document separator is expected': 'yaml.text-after-end',
  'missed comma between flow collection entries': 'yaml.list-comma',
  'unexpected end of the stream within a double quoted scalar': 'yaml.double-quotes',
  'unexpected end of the stream within a single quoted scalar': 'yaml.single-quotes',
  'unexpected end of the stream within a flow collection': 'yaml.bracket',
  'unknown escape sequence': 'yaml.escape',
};

/** @param words of the YAML parser, if it was the one that found the fault */
export function shapeMessage(fault: ShapeFault, words: string): Message {
  if (fault !== 'syntax') return { key: SHAPE_RULES[fault].id };
  const key = PARSER_MESSAGES[words];
  return { key: 'yaml-syntax', values: { why: key ? { key } : { key: 'yaml.other', values: { words } } } };
}
