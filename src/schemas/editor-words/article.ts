import type { z } from 'zod';
import type { articleSchema } from '../article.ts';
import type { PlainImageFile } from '../field-tools.ts';
import { oldAddressWords, pictureWords } from './shared.ts';
import type { WordsOf } from './words.ts';

/** The words of a story's fields, in the order in which a form asks for them. */
export const articleWords: WordsOf<z.input<ReturnType<typeof articleSchema<PlainImageFile>>>> = {
  title: {
    label: { en: 'Headline', es: 'Título' },
    hint: {
      en: 'What happened, in the words of a reader. Sentence case, no full stop.',
      es: 'Qué pasó, con las palabras de quien lee. Sin punto final.',
    },
  },
  description: {
    label: { en: 'Standfirst', es: 'Entradilla' },
    hint: {
      en: 'What the story tells, in a sentence or two. Lists, feeds and search engines show it under the headline.',
      es: 'De qué trata la nota, en una o dos frases. Aparece bajo el título en listas, canales RSS y buscadores.',
    },
  },
  authors: {
    label: { en: 'Byline', es: 'Firma' },
    hint: {
      en: 'Who signs the story, in the order of the byline.',
      es: 'Quién firma la nota, en el orden de la firma.',
    },
    names: 'authors',
  },
  categories: {
    label: { en: 'Sections', es: 'Secciones' },
    hint: {
      en: 'The first is the story’s section; the others list it too.',
      es: 'La primera es la sección de la nota; las demás también la listan.',
    },
    names: 'categories',
  },
  pubDate: {
    label: { en: 'Publication', es: 'Publicación' },
    hint: {
      en: 'When the story appears, in Cancún time. A later moment is an embargo: until then nobody sees it.',
      es: 'Cuándo aparece la nota, en hora de Cancún. Un momento futuro es un embargo: hasta entonces nadie la ve.',
    },
    startsNow: true,
  },
  draft: {
    label: { en: 'Draft', es: 'Borrador' },
    hint: {
      en: 'Held back, whatever the date says. Switch it off to publish.',
      es: 'Se retiene, diga lo que diga la fecha. Desactívelo para publicar.',
    },
  },
  picture: {
    label: { en: 'Picture', es: 'Imagen' },
    hint: {
      en: 'Stands over the story and in lists. A picture needs a description and a credit.',
      es: 'Encabeza la nota y aparece en las listas. Toda imagen necesita descripción y crédito.',
    },
    fields: pictureWords,
  },
  tags: {
    label: { en: 'Topics', es: 'Temas' },
    hint: {
      en: 'What the story is about, as topics that other stories share. Two to five are enough.',
      es: 'De qué trata la nota, con temas que otras notas comparten. Bastan de dos a cinco.',
    },
    names: 'tags',
  },
  dateline: {
    label: { en: 'Dateline', es: 'Lugar de origen' },
    hint: {
      en: 'The place from which the story is reported. Leave it out for desk work.',
      es: 'El lugar desde donde se reporta. Omítalo si se escribió en la redacción.',
    },
    names: 'places',
  },
  places: {
    label: { en: 'Places', es: 'Lugares' },
    hint: {
      en: 'The places the story is about; their pages list it.',
      es: 'Los lugares de los que trata la nota; sus páginas la listan.',
    },
    names: 'places',
  },
  featured: {
    label: { en: 'On the front page', es: 'En la portada' },
    hint: {
      en: 'Without it, the story stands on the front page by its date.',
      es: 'Si se omite, la nota aparece en la portada según su fecha.',
    },
    choices: {
      lead: { en: 'Leads the page', es: 'Abre la portada' },
      top: { en: 'Beside the lead', es: 'Junto a la principal' },
    },
  },
  sources: {
    label: { en: 'Sources and further reading', es: 'Fuentes y más información' },
    hint: {
      en: 'Documents and sites on which the story stands, for readers who want to check.',
      es: 'Documentos y sitios en que se apoya la nota, para quien quiera comprobar.',
    },
    item: { en: 'Source', es: 'Fuente' },
    fields: {
      title: {
        label: { en: 'Title', es: 'Título' },
        hint: { en: 'What the source is called.', es: 'Cómo se llama la fuente.' },
      },
      url: {
        label: { en: 'Address', es: 'Dirección' },
        hint: { en: 'Its full address, with https://', es: 'Su dirección completa, con https://' },
      },
    },
  },
  translationKey: {
    label: { en: 'Translation key', es: 'Clave de traducción' },
    hint: {
      en: 'The same word in the English and the Spanish story makes them translations of each other.',
      es: 'La misma palabra en la nota en inglés y en la nota en español las une como traducciones.',
    },
  },
  updatedDate: {
    label: { en: 'Updated', es: 'Actualización' },
    hint: {
      en: 'When the story last changed for the reader. A mended comma is no update.',
      es: 'Cuándo cambió la nota para quien lee. Una coma corregida no es una actualización.',
    },
  },
  corrections: {
    label: { en: 'Corrections', es: 'Correcciones' },
    hint: {
      en: 'What was wrong and is right now. Readers see it at the foot of the story.',
      es: 'Qué estaba mal y cómo queda. Se muestra al pie de la nota.',
    },
    item: { en: 'Correction', es: 'Corrección' },
    fields: {
      date: {
        label: { en: 'Date', es: 'Fecha' },
        hint: { en: 'When it was corrected.', es: 'Cuándo se corrigió.' },
        startsNow: true,
      },
      kind: {
        label: { en: 'Kind', es: 'Tipo' },
        hint: {
          en: 'A correction mends an error of ours; a clarification makes plain what was true but unclear.',
          es: 'Una corrección enmienda un error nuestro; una aclaración precisa lo que era cierto pero confuso.',
        },
        choices: {
          correction: { en: 'Correction', es: 'Corrección' },
          clarification: { en: 'Clarification', es: 'Aclaración' },
          update: { en: 'Update', es: 'Actualización' },
          retraction: { en: 'Retraction', es: 'Retractación' },
        },
      },
      text: {
        label: { en: 'Text', es: 'Texto' },
        hint: { en: 'What was wrong, and what is right.', es: 'Qué estaba mal y qué es lo correcto.' },
      },
    },
  },
  sponsor: {
    label: { en: 'Sponsor', es: 'Patrocinador' },
    hint: {
      en: 'Who paid for the story. It is labelled as sponsored wherever it shows.',
      es: 'Quién pagó por la nota. Se señala como patrocinada dondequiera que aparezca.',
    },
    fields: {
      name: {
        label: { en: 'Name', es: 'Nombre' },
        hint: { en: 'As readers know the sponsor.', es: 'Como los lectores conocen al patrocinador.' },
      },
      url: {
        label: { en: 'Address', es: 'Dirección' },
        hint: { en: 'The sponsor’s own site, with https://', es: 'El sitio del patrocinador, con https://' },
      },
    },
  },
  expiryDate: {
    label: { en: 'Expires', es: 'Caducidad' },
    hint: {
      en: 'From this moment the story is no longer shown. For notices that would mislead later.',
      es: 'Desde este momento la nota deja de mostrarse. Para avisos que después confundirían.',
    },
  },
  withdrawn: {
    label: { en: 'Withdrawn', es: 'Retirada' },
    hint: {
      en: 'Takes the story down everywhere. Its address says that it was withdrawn.',
      es: 'Retira la nota de todas partes. Su dirección dice que fue retirada.',
    },
    fields: {
      date: {
        label: { en: 'Date', es: 'Fecha' },
        hint: { en: 'When it was withdrawn.', es: 'Cuándo se retiró.' },
        startsNow: true,
      },
      reason: {
        label: { en: 'Reason', es: 'Motivo' },
        hint: {
          en: 'Why, in a sentence that may be read in public.',
          es: 'Por qué, en una frase que se pueda publicar.',
        },
      },
    },
  },
  slug: {
    label: { en: 'Address', es: 'Dirección' },
    hint: {
      en: 'The last part of the address, where it is not to be the file’s name. Add the old one to the old addresses.',
      es: 'La última parte de la dirección, si no ha de ser el nombre del archivo. Añada la anterior a las direcciones antiguas.',
    },
  },
  aliases: oldAddressWords,
};
