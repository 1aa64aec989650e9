import type { Locale } from '#src/schemas/locale.ts';
import { formatProblemAs, type Problem } from '#src/schemas/problem.ts';
import { COMMAND_MESSAGES, OTHER_YAML_MESSAGE, RULE_MESSAGES, YAML_MESSAGES } from './spanish/rule-messages.ts';
import { SCHEMA_MESSAGES } from './spanish/schema-messages.ts';

/** Tells of problems in one language. */
export interface Speaker {
  /** A sentence of a rule, a schema or a command. */
  say: (sentence: string) => string;
  /** A problem with its sentences in the language. */
  translate: <Told extends Problem>(problem: Told) => Told;
  /** A problem as a line for people. */
  tell: (problem: Problem) => string;
}

const SEVERITIES: Record<Locale, Record<Problem['severity'], string>> = {
  en: { error: 'error', warning: 'warning' },
  es: { error: 'error', warning: 'aviso' },
};

/** Who tells of problems in a language. */
export function speaker(locale: Locale): Speaker {
  const say = locale === 'es' ? (sentence: string) => inSpanish(sentence) ?? sentence : (sentence: string) => sentence;
  const translate = <Told extends Problem>(problem: Told): Told => {
    return { ...problem, reason: say(problem.reason), remedy: say(problem.remedy) };
  };
  const tell = (problem: Problem) => formatProblemAs(translate(problem), SEVERITIES[locale][problem.severity]);
  return { say, translate, tell };
}

/** A form with places for what differs: `{word}` stays as it is, `{=words}` is a form itself. */
interface Form {
  key: string;
  pattern: RegExp;
  /** Whether each place, in order, is to be translated. */
  isForm: boolean[];
  names: string[];
}

const PLACE = /\{(=?)(\w+)\}/g;

/** All Spanish forms by their English ones. */
export const SPANISH_FORMS: ReadonlyMap<string, string> = new Map(
  [SCHEMA_MESSAGES, RULE_MESSAGES, YAML_MESSAGES, COMMAND_MESSAGES].flatMap((messages) => Object.entries(messages)),
);

/** Forms with places, the most telling first: with the most letters of their own. */
const FORMS: readonly Form[] = [...SPANISH_FORMS.keys()]
  .filter((key) => key.search(PLACE) >= 0)
  .sort((a, b) => b.replace(PLACE, '').length - a.replace(PLACE, '').length)
  .map((key) => {
    const places = [...key.matchAll(PLACE)];
    const literals = key.split(/\{=?\w+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return {
      key,
      pattern: new RegExp(`^${literals.join('([^]+?)')}$`),
      isForm: places.map(([, mark]) => mark === '='),
      names: places.map(([, , name = '']) => name),
    };
  });

/**
 * A sentence in Spanish. The English sentence is the key, as with gettext: rules and schemas are written once, in plain
 * sentences, and neither they nor what is kept of a file's warnings need know of languages.
 * @param onForm told each form that was used, for who counts them
 * @returns undefined where a sentence, or a part of it that is one, has no Spanish form
 */
export function inSpanish(sentence: string, onForm?: (key: string) => void): string | undefined {
  const whole = SPANISH_FORMS.get(sentence);
  if (whole !== undefined) {
    onForm?.(sentence);
    return whole;
  }
  for (const form of FORMS) {
    const parts = form.pattern.exec(sentence)?.slice(1);
    const told = parts && filled(form, parts, onForm);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** A form's Spanish with its places filled. */
function filled({ key, isForm, names }: Form, parts: readonly string[], onForm?: (key: string) => void) {
  const used: string[] = [];
  const values = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? '';
    const isYaml = key.startsWith('cannot be read as YAML');
    const told = isForm[index]
      ? (inSpanish(part, (inner) => used.push(inner)) ?? (isYaml ? OTHER_YAML_MESSAGE : undefined))
      : part;
    // The same name twice is the same value.
    if (told === undefined || (values.has(name) && values.get(name) !== told)) return undefined;
    values.set(name, told);
  }
  for (const inner of [key, ...used]) onForm?.(inner);
  return SPANISH_FORMS.get(key)?.replace(PLACE, (_, _mark, name: string) => values.get(name) ?? '');
}
