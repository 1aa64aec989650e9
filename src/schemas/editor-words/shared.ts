import type { z } from 'zod';
import type { pictureField, picturePath } from '../shared-fields.ts';
import type { FieldWords, WordsOf } from './words.ts';

/** A picture's parts, wherever a picture stands. */
export const pictureWords: WordsOf<z.input<ReturnType<typeof pictureField<typeof picturePath>>>> = {
  src: {
    label: { en: 'File', es: 'Archivo' },
    hint: {
      en: 'A jpg, png, webp or avif; readers get it in the sizes they need. Name it with letters a–z, digits and hyphens.',
      es: 'En jpg, png, webp o avif; cada lector recibe el tamaño que necesita. Nómbrelo con letras a–z, cifras y guiones.',
    },
  },
  alt: {
    label: { en: 'Description for those who cannot see it', es: 'Descripción para quien no la ve' },
    hint: {
      en: 'What the picture shows, in a sentence. Not the caption again.',
      es: 'Lo que se ve en la imagen, en una frase. Sin repetir el pie de foto.',
    },
  },
  caption: {
    label: { en: 'Caption', es: 'Pie de foto' },
    hint: {
      en: 'Who, where, when: what the picture alone does not tell. May be left out.',
      es: 'Quién, dónde, cuándo: lo que la imagen no dice por sí sola. Puede omitirse.',
    },
  },
  credit: {
    label: { en: 'Credit', es: 'Crédito' },
    hint: {
      en: 'Who made the picture and, where it is not ours, under which licence.',
      es: 'Quién hizo la imagen y, si no es nuestra, con qué licencia.',
    },
  },
};

/** The last part of an address that speaks both languages. */
export const bilingualSlugWords: FieldWords = {
  label: { en: 'Address', es: 'Dirección' },
  hint: {
    en: 'The last part of its address in each language. Without it, the file’s name is used. Changing it breaks links.',
    es: 'La última parte de su dirección en cada idioma. Si falta, se usa el nombre del archivo. Cambiarla rompe enlaces.',
  },
};

/** The addresses at which something stood before. */
export const oldAddressWords: FieldWords = {
  label: { en: 'Old addresses', es: 'Direcciones antiguas' },
  hint: {
    en: 'Paths under which it stood before, such as /2024/05/old-story/: they lead here.',
    es: 'Rutas en las que estuvo antes, como /2024/05/nota-vieja/: llevan hasta aquí.',
  },
};
