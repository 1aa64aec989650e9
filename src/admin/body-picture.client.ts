import type CMS from '@sveltia/cms';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import type { Locale } from '#src/schemas/locale.ts';

type EditorComponent = Parameters<typeof CMS.registerEditorComponent>[0];

/** A picture on a line of its own: `![what it shows](/pictures/name.webp "caption and credit")`. */
const PICTURE = /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^\s)]+)(?:\s+"(?<title>[^"\n]*)")?\)$/;

/** A picture within a text. Unlike the CMS's own component, it requires a description. */
export function bodyPicture(locale: Locale): EditorComponent {
  const { bodyPicture: words, shared } = EDITOR_WORDS[locale];
  const { src, alt } = shared.picture;
  return {
    id: 'picture',
    label: words.label,
    icon: 'image',
    trigger: 'button',
    pattern: PICTURE,
    fields: [
      { name: 'src', ...src, widget: 'image', choose_url: false },
      { name: 'alt', ...alt, widget: 'string' },
      { name: 'title', label: words.caption, widget: 'string', required: false },
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

const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');
