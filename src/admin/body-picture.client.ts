import type CMS from '@sveltia/cms';
import { BODY_PICTURE_WORDS } from '#src/schemas/editor-words/mistakes.ts';
import { pictureWords } from '#src/schemas/editor-words/shared.ts';
import type { Locale } from '#src/schemas/locale.ts';

type EditorComponent = Parameters<typeof CMS.registerEditorComponent>[0];

/** A picture on a line of its own: `![what it shows](/pictures/name.webp "caption and credit")`. */
const PICTURE = /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^\s)]+)(?:\s+"(?<title>[^"\n]*)")?\)$/;

/** A picture within a text. Unlike the CMS's own, it asks for a description and fails without. */
export function bodyPicture(locale: Locale): EditorComponent {
  return {
    id: 'picture',
    label: BODY_PICTURE_WORDS.label[locale],
    icon: 'image',
    trigger: 'button',
    pattern: PICTURE,
    fields: [
      {
        name: 'src',
        label: pictureWords.src.label[locale],
        hint: pictureWords.src.hint[locale],
        widget: 'image',
        choose_url: false,
      },
      { name: 'alt', label: pictureWords.alt.label[locale], hint: pictureWords.alt.hint[locale], widget: 'string' },
      { name: 'title', label: BODY_PICTURE_WORDS.caption[locale], widget: 'string', required: false },
    ],
    toBlock: ({ src, alt, title }) => {
      const caption = plain(title).replace(/"/g, '”');
      return `![${plain(alt).replace(/[[\]]/g, '')}](${plain(src)}${caption ? ` "${caption}"` : ''})`;
    },
    toPreview: ({ src, alt, title }) => {
      const figure = document.createElement('figure');
      const picture = document.createElement('img');
      picture.src = plain(src);
      picture.alt = plain(alt);
      const caption = document.createElement('figcaption');
      caption.textContent = plain(title);
      figure.append(picture, caption);
      return figure;
    },
  };
}

/** On one line. */
const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');
