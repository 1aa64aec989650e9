/**
 * Messages for editors, as keys and values. A finding is cached and passed on like that, and gets its words when it is reported.
 * The words of a language are one catalogue, `src/i18n/mistakes/<language>.json`.
 */
import en from '#src/i18n/mistakes/en.json' with { type: 'json' };
import es from '#src/i18n/mistakes/es.json' with { type: 'json' };
import type { Locale } from './locale.ts';

/** The name of a message. A key that a catalogue lacks does not compile. */
export type MessageKey = keyof typeof en.messages & keyof typeof es.messages;

/** The id of a rule: its title and explanation are in the catalogues. */
export type RuleId = keyof typeof en.rules & keyof typeof es.rules;

/** What commands print about mistakes. */
export type CommandKey = keyof typeof en.commands & keyof typeof es.commands;

/** A message with the values of its places (`{file}`); a value may be a message itself. Serialises as JSON. */
export interface Message {
  key: MessageKey;
  values?: Values;
}

export type Values = Readonly<Record<string, string | number | Message>>;

/** A message in words: what is wrong and why, and what to do. */
export interface MessageText {
  reason: string;
  remedy: string;
}

/**
 * A message as a catalogue has it. What a field should hold is a noun phrase (`expected`), because three sentences are made
 * of it: it is missing, it is empty, it is something else.
 */
interface Entry {
  reason?: string;
  expected?: string;
  remedy?: string;
}

interface Catalogue {
  rules: Readonly<Record<RuleId, { title: string; explanation: string }>>;
  messages: Readonly<Record<MessageKey, Entry>>;
  commands: Readonly<Record<CommandKey, string>>;
}

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, es };

/** A message in a language. */
export function messageText({ key, values = {} }: Message, locale: Locale): MessageText {
  const { messages } = CATALOGUES[locale];
  const { reason, expected, remedy } = messages[key];
  const { wrong } = messages;
  return {
    reason:
      reason === undefined
        ? fill(wrong.reason ?? '', { expected: fill(expected ?? '', values, locale) }, locale)
        : fill(reason, values, locale),
    remedy: fill(remedy ?? wrong.remedy ?? '', values, locale),
  };
}

/** The title of a rule, and why what it finds is a mistake. */
export function ruleText(id: RuleId, locale: Locale): { title: string; explanation: string } {
  return CATALOGUES[locale].rules[id];
}

/** What a command prints about mistakes. */
export function commandText(locale: Locale, key: CommandKey, values: Values = {}): string {
  return fill(CATALOGUES[locale].commands[key], values, locale);
}

/** Keys that exist as `<key>_one` and `<key>_other`. */
type CountedKey = CommandKey extends infer Key ? (Key extends `${infer Stem}_one` ? Stem : never) : never;

/** “1 file”, “19,042 files”. */
export function commandCount(locale: Locale, key: CountedKey, count: number): string {
  return commandText(locale, `${key}_${count === 1 ? 'one' : 'other'}`, { count: count.toLocaleString('en') });
}

function fill(text: string, values: Values, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (typeof value !== 'object') return String(value ?? place);
    const { reason, expected } = CATALOGUES[locale].messages[value.key];
    return fill(reason ?? expected ?? '', value.values ?? {}, locale);
  });
}

/** A message as Zod carries it: its own messages are text. {@link messageOf} reads it back. */
export function zodMessage(key: MessageKey, values?: Values): string {
  return JSON.stringify({ key, values } satisfies { key: MessageKey; values: Values | undefined });
}

/** A schema's options: what it says of anything else. */
export const withError = (key: MessageKey, values?: Values) => ({ error: zodMessage(key, values) });

/** The message of a schema's issue. */
export function messageOf({ message: text }: { message: string }): Message {
  // What a schema says without a key of ours is better than nothing.
  return text.startsWith('{"key":') ? (JSON.parse(text) as Message) : { key: 'verbatim', values: { text } };
}
