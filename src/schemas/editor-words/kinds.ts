import type { Collection } from '../collections.ts';
import type { ValueKind } from '../field-facts.ts';
import type { Words } from './words.ts';

/** What a value is, as the guide for editors says it. */
export const KIND_WORDS: Readonly<Record<ValueKind, Words>> = {
  line: { en: 'text on one line', es: 'texto en una línea' },
  slug: { en: 'slug: a–z, digits, hyphens', es: 'slug: a–z, cifras, guiones' },
  address: { en: 'address with https://', es: 'dirección con https://' },
  oldPath: { en: 'old path on this site', es: 'ruta antigua de este sitio' },
  email: { en: 'e-mail address', es: 'correo electrónico' },
  pictureFile: { en: 'path of a picture', es: 'ruta de una imagen' },
  instant: { en: 'date, or date and time: `2026-11-20T07:30`', es: 'fecha, o fecha y hora: `2026-11-20T07:30`' },
  choice: { en: 'one of', es: 'uno de' },
  switch: { en: '`true` or `false`', es: '`true` o `false`' },
  whole: { en: 'whole number', es: 'número entero' },
  decimal: { en: 'number', es: 'número' },
  bilingual: { en: 'text in both languages: `{ en: …, es: … }`', es: 'texto en los dos idiomas: `{ en: …, es: … }`' },
  nameOrNames: {
    en: 'a name, or one in each language: `{ en: …, es: … }`',
    es: 'un nombre, o uno en cada idioma: `{ en: …, es: … }`',
  },
  group: { en: 'fields of its own', es: 'campos propios' },
  list: { en: 'list', es: 'lista' },
};

/** What stands round them. */
export const TABLE_WORDS = {
  field: { en: 'Field', es: 'Campo' },
  meaning: { en: 'What it is for, and what may stand there', es: 'Para qué sirve y qué se escribe' },
  required: { en: 'required', es: 'obligatorio' },
  nameIn: { en: 'the name of a file in `{folder}/`', es: 'el nombre de un archivo de `{folder}/`' },
  upTo: { en: 'up to {most} characters', es: 'hasta {most} caracteres' },
  between: { en: 'from {least} to {most}', es: 'de {least} a {most}' },
  items: { en: 'list, {least} to {most}', es: 'lista, de {least} a {most}' },
  itemsFrom: { en: 'list, at least {least}', es: 'lista, al menos {least}' },
  listOf: { en: 'list', es: 'lista' },
} as const satisfies Readonly<Record<string, Words>>;

/** What files of a collection are, over the table of their fields. */
export const FILE_WORDS: Readonly<Record<Collection, { title: Words; place: Words }>> = {
  articles: {
    title: { en: 'A story', es: 'Una nota' },
    place: {
      en: '`articles/en/2026/name.md` and `articles/es/2026/name.md`: the fields, and below them the text.',
      es: '`articles/es/2026/nombre.md` y `articles/en/2026/name.md`: los campos y, debajo, el texto.',
    },
  },
  pages: {
    title: { en: 'A standing page', es: 'Una página fija' },
    place: {
      en: '`pages/en/name.md` and `pages/es/name.md`: about us, how we correct, legal notices.',
      es: '`pages/es/nombre.md` y `pages/en/name.md`: quiénes somos, cómo corregimos, avisos legales.',
    },
  },
  authors: {
    title: { en: 'An author', es: 'Un autor' },
    place: {
      en: '`authors/first-last.yaml`: a person who signs, or a desk.',
      es: '`authors/nombre-apellido.yaml`: una persona que firma, o una mesa de redacción.',
    },
  },
  categories: {
    title: { en: 'A section', es: 'Una sección' },
    place: {
      en: '`categories/name.yaml`. The order of sections in the navigation is theirs.',
      es: '`categories/nombre.yaml`. De ellas depende el orden de la navegación.',
    },
  },
  tags: {
    title: { en: 'A topic', es: 'Un tema' },
    place: {
      en: '`tags/name.yaml`. A topic needs no file; with one it has a title in each language and a description.',
      es: '`tags/nombre.yaml`. Un tema no necesita archivo; con él tiene título en cada idioma y descripción.',
    },
  },
  places: {
    title: { en: 'A place', es: 'Un lugar' },
    place: {
      en: '`places/name.yaml`: where stories happen, with its place on the map.',
      es: '`places/nombre.yaml`: dónde ocurren las notas, con su sitio en el mapa.',
    },
  },
};
