import { showValue } from '#src/schemas/problem.ts';
import type { TextRule } from '../rule.ts';

const PAID =
  /^(?:sponsored|sponsored-content|advertorial|branded-content|paid-content|patrocinado|contenido-patrocinado|publirreportaje|inserción-pagada|insercion-pagada)$/;

export const sponsoredWithoutSponsor: TextRule = {
  id: 'sponsored-without-sponsor',
  severity: 'error',
  scope: 'text',
  title: {
    en: 'A story tagged as paid for, without the label that readers see',
    es: 'Una nota etiquetada como pagada, sin el aviso que ven los lectores',
  },
  explanation: {
    en: 'A topic is no label: readers are told who paid by the field sponsor alone.',
    es: 'Un tema no es un aviso: solo el campo sponsor les dice a los lectores quién pagó.',
  },
  check: ({ article }) => {
    if (!article || article.sponsor) return [];
    const index = article.tags.findIndex((tag) => PAID.test(tag));
    if (index < 0) return [];
    return [
      {
        path: ['tags', index],
        value: showValue(article.tags[index]),
        reason: 'says that the story is paid for, but not by whom',
        remedy: 'add sponsor: { name: "…", url: "https://…" }, or remove the tag',
      },
    ];
  },
};
