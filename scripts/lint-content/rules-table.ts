import { ALL_RULES } from '#src/rules/all-rules.ts';
import type { Rule } from '#src/rules/rule.ts';

export const README = 'README.md';

const START = '<!-- rules: written by “npm run lint:content -- --write-readme” -->';
const END = '<!-- /rules -->';

/** The rules as a table, a row each, in the order in which they are asked. */
export function rulesTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, title }) => `| \`${id}\` | ${severity} | ${title.en.replaceAll('|', '\\|')} |`,
  );
  return ['| Rule | | What it finds |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * A README with the table of today's rules between its two marks.
 * @throws Error where the marks are not there
 */
export function withRulesTable(readme: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${README} has no place for the rules: ${START} … ${END}`);
  return `${readme.slice(0, start + START.length)}\n${rulesTable(ALL_RULES)}\n${readme.slice(end)}`;
}
