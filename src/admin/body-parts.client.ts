/** The parts of a text that have a button of their own in the form, and what they are in Markdown. */
import type CMS from '@sveltia/cms';
import { titleParts, titleOf } from '#src/markdown/picture-title.ts';
import { EDITOR_WORDS } from '#src/schemas/editor-words.ts';
import { EMBED_KINDS } from '#src/schemas/embed.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { EMBED_LINE, embedFields, embedLine } from './embed-markdown.ts';
import { NOTE_IN_PLACE } from './footnotes.ts';
import type { BodyPart } from './form-fields.ts';
import { formWord } from './form-words.ts';
import type { KnownNewsroom } from './known-newsroom.ts';
import { make } from './make-element.client.ts';
import { showPicture } from './open-draft.client.ts';
import { plainValue as plain } from './plain-value.ts';
import { STORY_FIELD } from './story-picker.client.ts';
import { tableMarkdown } from './table-markdown.ts';

type EditorComponent = Parameters<typeof CMS.registerEditorComponent>[0] & { id: BodyPart };

/** Of parts that are only put in: when the text is opened again they are what Markdown makes of them. */
const NEVER = /(?!)/;
const NEVER_A_BLOCK = /(?!)/m;

/** All of them. @param locale the form's language */
export const bodyParts = (locale: Locale, known: KnownNewsroom): EditorComponent[] => [
  bodyPicture(locale),
  storyLink(locale, known),
  footnote(locale),
  table(locale),
  embed(locale),
];

/** A picture on a line of its own: `![what it shows](/pictures/name.webp "caption | credit")`. */
const PICTURE = /^!\[(?<alt>[^\]\n]*)\]\((?<src>[^\s)]+)(?:\s+"(?<title>[^"\n]*)")?\)$/m;

/** A picture within a text. Unlike the CMS's own component, it requires a description. */
function bodyPicture(locale: Locale): EditorComponent {
  const { bodyPicture: words, shared } = EDITOR_WORDS[locale];
  const { src, alt, caption, credit } = shared.picture;
  return {
    id: 'picture',
    label: words.label,
    icon: 'image',
    trigger: 'button',
    pattern: PICTURE,
    fields: [
      { name: 'src', ...src, widget: 'image', choose_url: false },
      { name: 'alt', ...alt, widget: 'string' },
      { name: 'caption', ...caption, widget: 'string', required: false },
      { name: 'credit', ...credit, widget: 'string', required: false },
    ],
    fromBlock: ({ groups = {} }) => ({ src: groups['src'], alt: groups['alt'], ...titleParts(groups['title'] ?? '') }),
    toBlock: ({ src, alt, caption, credit }) => {
      const title = titleOf({ caption: plain(caption), credit: plain(credit) }).replace(/"/g, '”');
      return `![${plain(alt).replace(/[[\]]/g, '')}](${plain(src)}${title ? ` "${title}"` : ''})`;
    },
    toPreview: ({ src, alt, caption, credit }) => {
      const picture = make('img', { alt: plain(alt) });
      if (src) showPicture(picture, plain(src));
      const below = [plain(caption), plain(credit)].filter(Boolean).join(' ');
      return make('figure', {}, picture, make('figcaption', {}, below));
    },
  };
}

/** A link to a story, found by its headline. */
function storyLink(locale: Locale, known: KnownNewsroom): EditorComponent {
  const linkOf = ({ story, words }: Record<string, unknown>) => {
    const url = plain(story);
    const title = known.stories(new Date()).find((candidate) => candidate.url === url)?.title;
    return { url, words: plain(words) || title || url };
  };
  return {
    id: 'story-link',
    label: formWord('link.label', locale),
    icon: 'article_shortcut',
    trigger: 'button',
    mode: 'dialog',
    pattern: NEVER,
    summary: '{{words}}',
    fields: [
      { name: 'story', label: formWord('link.story', locale), widget: STORY_FIELD },
      {
        name: 'words',
        label: formWord('link.words', locale),
        hint: formWord('link.wordsHint', locale),
        widget: 'string',
        required: false,
      },
    ],
    toBlock: (values) => {
      const { url, words } = linkOf(values);
      return url ? `[${words.replace(/[[\]]/g, '\\$&')}](${url})` : words;
    },
    toPreview: (values) => {
      const { url, words } = linkOf(values);
      return make('a', { href: url }, words);
    },
  };
}

/** A footnote: its words are written where its mark will be. */
function footnote(locale: Locale): EditorComponent {
  return {
    id: 'footnote',
    label: formWord('footnote.label', locale),
    icon: 'superscript',
    trigger: 'button',
    mode: 'dialog',
    pattern: NOTE_IN_PLACE,
    fields: [
      {
        name: 'text',
        label: formWord('footnote.text', locale),
        hint: formWord('footnote.hint', locale),
        widget: 'text',
      },
    ],
    toBlock: ({ text }) => (plain(text) ? `^[${plain(text)}]` : ''),
    toPreview: ({ text }) => make('sup', { title: plain(text) }, '*'),
  };
}

function table(locale: Locale): EditorComponent {
  const markdown = ({ cells }: Record<string, unknown>) => tableMarkdown(typeof cells === 'string' ? cells : '');
  return {
    id: 'table',
    label: formWord('table.label', locale),
    icon: 'table',
    trigger: 'button',
    mode: 'dialog',
    pattern: NEVER_A_BLOCK,
    fields: [
      {
        name: 'cells',
        label: formWord('table.cells', locale),
        hint: formWord('table.hint', locale),
        widget: 'text',
      },
    ],
    toBlock: markdown,
    toPreview: markdown,
  };
}

/** A video, a map, a post or a document: `::video{url="…" title="…"}`. */
function embed(locale: Locale): EditorComponent {
  const { src, alt, credit } = EDITOR_WORDS[locale].shared.picture;
  const textsOf = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
  return {
    id: 'embed',
    label: formWord('embed.label', locale),
    icon: 'smart_display',
    trigger: 'button',
    mode: 'dialog',
    summary: '{{title}}',
    pattern: EMBED_LINE,
    fields: [
      {
        name: 'kind',
        label: formWord('embed.kind', locale),
        widget: 'select',
        default: EMBED_KINDS[0],
        options: EMBED_KINDS.map((kind) => ({ value: kind, label: formWord(`embed.${kind}`, locale) })),
      },
      { name: 'url', label: formWord('embed.url', locale), widget: 'string', type: 'url' },
      {
        name: 'title',
        label: formWord('embed.title', locale),
        hint: formWord('embed.titleHint', locale),
        widget: 'string',
      },
      { name: 'picture', ...src, widget: 'image', choose_url: false, required: false },
      { name: 'alt', ...alt, widget: 'string', required: false },
      { name: 'credit', ...credit, widget: 'string', required: false },
    ],
    fromBlock: ({ groups = {} }) => ({ kind: groups['kind'], ...embedFields(groups['attributes'] ?? '') }),
    toBlock: (values) => embedLine(textsOf(values)),
    toPreview: (values) => {
      const { kind = '', title = '', url = '' } = textsOf(values);
      const link = make('a', { className: 'embed-link' }, title || url);
      return make('figure', { className: `embed embed-${kind}` }, link);
    },
  };
}
