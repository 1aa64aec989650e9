import { DESKS, SECTIONS } from './sections.ts';

/** A file that every made newsroom has; `body` is there for pages alone. */
export interface StandingFile {
  /** The path within the content root. */
  file: string;
  fields: Readonly<Record<string, unknown>>;
  body?: string;
}

/**
 * Sections, desks and pages.
 * @param updated the date of the pages
 */
export function standingFiles(updated: Date): StandingFile[] {
  const sections = Object.entries(SECTIONS).map(([id, { desk: _, ...section }], index) => ({
    file: `categories/${id}.yaml`,
    fields: { ...section, order: (index + 1) * 10 },
  }));
  const desks = Object.entries(DESKS).map(([id, { name, ...desk }]) => ({
    file: `authors/${id}.yaml`,
    fields: { name, kind: 'desk', ...desk },
  }));
  return [
    ...sections,
    ...desks,
    ...ABOUT.map(({ file, title, description, body }) => ({
      file,
      fields: { title, description, translationKey: 'about', updatedDate: updated, order: 10 },
      body,
    })),
  ];
}

const ABOUT = [
  {
    file: 'pages/en/about.md',
    title: 'About this newsroom',
    description: 'A newsroom made by a program, to see how the site carries a large archive.',
    body: [
      'This newsroom was written by a program, to try the site with as many stories as a paper gathers in years.',
      '',
      '## What is true here, and what is not',
      '',
      'The stories were handed to the program or made up by it. Their dates are not those on which anything happened: they are spread evenly, so that the archive has the shape of a real one. A story may appear more than once.',
      '',
      'The desks that sign the stories were invented with the newsroom.',
    ].join('\n'),
  },
  {
    file: 'pages/es/acerca-de.md',
    title: 'Acerca de esta redacción',
    description: 'Una redacción hecha por un programa, para ver cómo lleva el sitio un archivo grande.',
    body: [
      'Esta redacción la escribió un programa, para probar el sitio con tantas notas como reúne un periódico en años.',
      '',
      '## Qué es cierto aquí y qué no',
      '',
      'Las notas se le entregaron al programa o las inventó él. Sus fechas no son las de los hechos: están repartidas por igual, para que el archivo tenga la forma de uno verdadero. Una nota puede aparecer más de una vez.',
      '',
      'Las mesas que firman las notas se inventaron junto con la redacción.',
    ].join('\n'),
  },
] as const;
