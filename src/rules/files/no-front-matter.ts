import type { ShapeRule } from '../rule.ts';

export const noFrontMatter: ShapeRule = {
  id: 'no-front-matter',
  severity: 'error',
  scope: 'shape',
  fault: 'fence',
  title: { en: 'A text without front matter', es: 'Un texto sin cabecera de campos (front matter)' },
  explanation: {
    en: 'Headline, date and author stand between two lines --- at the top.',
    es: 'El título, la fecha y el autor van entre dos líneas --- al principio.',
  },
  tell: () => ({
    reason: 'has no front matter',
    remedy: 'begin the file with a line ---, the fields, and another line ---',
  }),
};
