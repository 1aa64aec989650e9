import type { ValueKind } from '../field-facts.ts';
import type { Words } from './words.ts';

/** What a form says where a text is not of its kind. The schema's own sentence is for those who write files by hand. */
export const MISTAKES = {
  line: { en: 'On one line: take out the line breaks.', es: 'En una sola línea: quite los saltos de línea.' },
  slug: {
    en: 'Lower-case letters a–z, digits and single hyphens, and no word that the site keeps for itself, such as “page”.',
    es: 'Minúsculas a–z, cifras y guiones sencillos, y ninguna palabra que el sitio se reserva, como «page».',
  },
  address: {
    en: 'A full address that starts with https:// or http://',
    es: 'Una dirección completa que empiece con https:// o http://',
  },
  oldPath: {
    en: 'An old path on this site, such as /2024/05/old-story/',
    es: 'Una ruta antigua de este sitio, como /2024/05/nota-vieja/',
  },
} as const satisfies Partial<Record<ValueKind, Words>>;

/** The text of a story or page, which is no field of the schema: it stands below the front matter. */
export const BODY_WORDS: Readonly<Record<'label' | 'hint', Words>> = {
  label: { en: 'Text', es: 'Texto' },
  hint: {
    en: 'Headings begin at level two; the headline is the first.',
    es: 'Los intertítulos empiezan en el nivel dos; el primero es el título.',
  },
};

/** A picture within a text: Markdown has it as one, with its caption and credit in one line. */
export const BODY_PICTURE_WORDS: Readonly<Record<'label' | 'caption', Words>> = {
  label: { en: 'Picture', es: 'Imagen' },
  caption: { en: 'Caption and credit', es: 'Pie de foto y crédito' },
};
