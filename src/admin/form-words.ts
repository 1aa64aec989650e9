import type { Words } from '#src/schemas/editor-fields.ts';

/** What the form calls collections, lists and views: its editors' words. `{year}` is replaced. */
export const FORM_WORDS = {
  articlesEn: { en: 'English stories, {year}', es: 'Notas {year}, inglés' },
  articlesEs: { en: 'Spanish stories, {year}', es: 'Notas {year}, español' },
  article: { en: 'story', es: 'nota' },
  pagesEn: { en: 'English pages', es: 'Páginas en inglés' },
  pagesEs: { en: 'Spanish pages', es: 'Páginas en español' },
  page: { en: 'page', es: 'página' },
  authors: { en: 'Authors', es: 'Firmas' },
  author: { en: 'author', es: 'firma' },
  categories: { en: 'Sections', es: 'Secciones' },
  category: { en: 'section', es: 'sección' },
  tags: { en: 'Topics', es: 'Temas' },
  tag: { en: 'topic', es: 'tema' },
  places: { en: 'Places', es: 'Lugares' },
  place: { en: 'place', es: 'lugar' },
  drafts: { en: 'Drafts', es: 'Borradores' },
  onFront: { en: 'On the front page', es: 'En la portada' },
  embargoed: { en: 'Not yet due', es: 'Con fecha futura' },
  corrected: { en: 'Corrected', es: 'Con correcciones' },
  slugHint: {
    en: 'The file’s name and the last part of the address. If you change it later, the old address leads to the new one.',
    es: 'El nombre del archivo y la última parte de la dirección. Si la cambia después, la anterior lleva a la nueva.',
  },
  notSaved: {
    en: 'Not saved. The site would not take this file:',
    es: 'No se guardó. El sitio no aceptaría este archivo:',
  },
  untitled: { en: 'Headline', es: 'Título' },
} as const satisfies Record<string, Words>;

/** Commit messages, in the language of the repository's history. */
export const COMMIT_MESSAGES = {
  create: 'Add {{slug}}',
  update: 'Edit {{slug}}',
  delete: 'Delete {{slug}}',
  uploadMedia: 'Add {{path}}',
  deleteMedia: 'Delete {{path}}',
} as const;
