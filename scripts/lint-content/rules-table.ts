import { ALL_RULES } from '#src/rules/all-rules.ts';
import { ruleText } from '#src/schemas/message.ts';

/** Where the list of all rules is written. */
export const RULES_FILE = 'src/rules/RULES.md';

/** The list of all rules, as Markdown. */
export function rulesTable(): string {
  const rows = ALL_RULES.map(({ id, severity }) => {
    const { title } = ruleText(id, 'en');
    return `| \`${id}\` | ${severity} | ${title.replaceAll('|', '\\|')} |`;
  });
  return [
    '# All rules',
    '',
    `Written by \`npm run lint:content -- --write-rules\`; \`--explain <rule>\` says why a rule is there.`,
    '',
    '| Rule | | What it finds |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
