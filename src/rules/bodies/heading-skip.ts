import type { TextRule } from '../rule.ts';

export const headingSkip: TextRule = {
  id: 'heading-skip',
  severity: 'warning',
  scope: 'text',
  title: { en: 'Headings that skip a level', es: 'Subtítulos que se saltan un nivel' },
  explanation: {
    en: 'Screen readers move by levels: a subheading of nothing seems to have lost its heading (WCAG 2.2, 1.3.1).',
    es: 'Los lectores de pantalla se mueven por niveles: un subtítulo de nada parece haber perdido el suyo (WCAG 2.2, 1.3.1).',
  },
  check: ({ facts }) =>
    facts.headings.flatMap(({ level, offset }, index) => {
      const before = facts.headings[index - 1]?.level ?? 1;
      if (level <= before + 1) return [];
      return [
        {
          offset,
          value: '#'.repeat(level),
          reason: 'is a heading that skips a level',
          remedy: `write ${'#'.repeat(before + 1)} in place of it`,
        },
      ];
    }),
};
