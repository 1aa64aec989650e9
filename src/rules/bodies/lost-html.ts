import type { TextRule } from '../rule.ts';

export const lostHtml: TextRule = {
  id: 'lost-html',
  severity: 'warning',
  scope: 'text',
  title: { en: 'HTML that no page shows', es: 'HTML que ninguna página muestra' },
  explanation: {
    en: 'Scripts, frames, forms and their like leave a body with all they hold, and nobody would know why.',
    es: 'Scripts, marcos, formularios y similares salen del texto con todo lo que contienen, y nadie sabría por qué.',
  },
  // Each kind of element is told of once, where it is first written.
  check: ({ facts }) =>
    facts.lostTags
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
      .map(({ name, offset }) => ({
        offset,
        reason: `holds <${name}>, which is not shown, with what is in it`,
        remedy: 'remove it; a video, map, post or document is written ::video{url="https://…" title="…"}',
      })),
};
