/** The words of everything that stands for years: authors, sections, topics, places, standing pages. */
import type { z } from 'zod';
import type { authorSchema } from '../author.ts';
import type { categorySchema } from '../category.ts';
import type { PlainImageFile } from '../field-tools.ts';
import type { pageSchema } from '../page.ts';
import type { placeSchema } from '../place.ts';
import type { tagSchema } from '../tag.ts';
import { bilingualSlugWords, oldAddressWords, pictureWords } from './shared.ts';
import type { WordsOf } from './words.ts';

export const authorWords: WordsOf<z.input<ReturnType<typeof authorSchema<PlainImageFile>>>> = {
  name: {
    label: { en: 'Name', es: 'Nombre' },
    hint: {
      en: 'As in the byline. A person has one name, a desk one in each language.',
      es: 'Como en la firma. Una persona tiene un nombre; una mesa, uno en cada idioma.',
    },
  },
  kind: {
    label: { en: 'Person or desk', es: 'Persona o mesa' },
    hint: {
      en: 'A desk signs what no one person wrote.',
      es: 'Una mesa firma lo que no escribió una sola persona.',
    },
    choices: {
      person: { en: 'Person', es: 'Persona' },
      desk: { en: 'Desk', es: 'Mesa de redacción' },
    },
  },
  role: {
    label: { en: 'Role', es: 'Cargo' },
    hint: { en: 'What they do for the paper, in a few words.', es: 'Qué hace en el periódico, en pocas palabras.' },
  },
  biography: {
    label: { en: 'Biography', es: 'Semblanza' },
    hint: {
      en: 'Two or three sentences: what they cover and since when.',
      es: 'Dos o tres frases: qué cubre y desde cuándo.',
    },
  },
  email: {
    label: { en: 'E-mail', es: 'Correo' },
    hint: {
      en: 'Published on the author’s page, so that readers can write.',
      es: 'Se publica en la página de quien firma, para que le escriban.',
    },
  },
  website: {
    label: { en: 'Website', es: 'Sitio web' },
    hint: { en: 'A site of their own, with https://', es: 'Un sitio propio, con https://' },
  },
  picture: {
    label: { en: 'Portrait', es: 'Retrato' },
    hint: { en: 'Stands on the author’s page.', es: 'Aparece en la página de quien firma.' },
    fields: pictureWords,
  },
  aliases: oldAddressWords,
};

export const categoryWords: WordsOf<z.input<typeof categorySchema>> = {
  title: {
    label: { en: 'Name', es: 'Nombre' },
    hint: {
      en: 'One or two words: it stands in the section bar.',
      es: 'Una o dos palabras: va en la barra de secciones.',
    },
  },
  description: {
    label: { en: 'Description', es: 'Descripción' },
    hint: { en: 'What readers find here, in a sentence.', es: 'Qué se encuentra aquí, en una frase.' },
  },
  slug: bilingualSlugWords,
  aliases: oldAddressWords,
  order: {
    label: { en: 'Place in the section bar', es: 'Lugar en la barra de secciones' },
    hint: { en: 'The lowest number comes first.', es: 'El número más bajo va primero.' },
  },
};

export const tagWords: WordsOf<z.input<typeof tagSchema>> = {
  title: {
    label: { en: 'Name', es: 'Nombre' },
    hint: { en: 'As readers would call the topic.', es: 'Como los lectores llamarían al tema.' },
  },
  description: {
    label: { en: 'Description', es: 'Descripción' },
    hint: {
      en: 'What belongs here, in a sentence. May be left out.',
      es: 'Qué cabe aquí, en una frase. Puede omitirse.',
    },
  },
  slug: bilingualSlugWords,
  aliases: oldAddressWords,
};

export const placeWords: WordsOf<z.input<typeof placeSchema>> = {
  name: {
    label: { en: 'Name', es: 'Nombre' },
    hint: { en: 'As it is called in each language.', es: 'Como se le llama en cada idioma.' },
  },
  state: {
    label: { en: 'State', es: 'Estado' },
    hint: { en: 'The state in which it lies.', es: 'El estado en que se encuentra.' },
  },
  country: {
    label: { en: 'Country', es: 'País' },
    hint: { en: 'In Spanish, as on a letter.', es: 'En español, como en una carta.' },
  },
  latitude: {
    label: { en: 'Latitude', es: 'Latitud' },
    hint: {
      en: 'Decimal degrees north, WGS 84: 20.6296 for Playa del Carmen.',
      es: 'Grados decimales al norte, WGS 84: 20.6296 para Playa del Carmen.',
    },
  },
  longitude: {
    label: { en: 'Longitude', es: 'Longitud' },
    hint: {
      en: 'Decimal degrees, west is negative: -87.0739 for Playa del Carmen.',
      es: 'Grados decimales, negativa al oeste: -87.0739 para Playa del Carmen.',
    },
  },
  aliases: {
    label: { en: 'Other names', es: 'Otros nombres' },
    hint: {
      en: 'Names readers search for: Playa, PDC. They are found, and named on the place’s page.',
      es: 'Nombres que los lectores buscan: Playa, PDC. Se encuentran y se citan en la página del lugar.',
    },
  },
  description: {
    label: { en: 'Description', es: 'Descripción' },
    hint: { en: 'What the place is, in a sentence.', es: 'Qué es el lugar, en una frase.' },
  },
};

export const pageWords: WordsOf<z.input<typeof pageSchema>> = {
  title: {
    label: { en: 'Heading', es: 'Título' },
    hint: { en: 'As in the foot of every page.', es: 'Como al pie de cada página.' },
  },
  description: {
    label: { en: 'Description', es: 'Descripción' },
    hint: {
      en: 'What the page is about, in a sentence or two; search engines show it.',
      es: 'De qué trata la página, en una o dos frases; los buscadores la muestran.',
    },
  },
  translationKey: {
    label: { en: 'Translation key', es: 'Clave de traducción' },
    hint: {
      en: 'The same word in both languages’ pages pairs them.',
      es: 'La misma palabra en la página de cada idioma las une.',
    },
  },
  updatedDate: {
    label: { en: 'Updated', es: 'Actualización' },
    hint: { en: 'When its text last changed.', es: 'Cuándo cambió su texto por última vez.' },
    startsNow: true,
  },
  slug: {
    label: { en: 'Address', es: 'Dirección' },
    hint: {
      en: 'The last part of the address, where it is not to be the file’s name.',
      es: 'La última parte de la dirección, si no ha de ser el nombre del archivo.',
    },
  },
  aliases: oldAddressWords,
  order: {
    label: { en: 'Place in the foot', es: 'Lugar al pie' },
    hint: { en: 'The lowest number comes first.', es: 'El número más bajo va primero.' },
  },
};
