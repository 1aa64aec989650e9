/** A preview of the article beside the form: the site's styles, and the same order of parts. */
import type { CustomPreviewTemplate, CustomPreviewTemplateProps } from '@sveltia/cms';
import { formatDate, formatMoment } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { parseInstant } from '#src/schemas/shared-fields.ts';
import { formWord } from './form-words.ts';
import { showPicture } from './open-draft.client.ts';

type Shown = ReturnType<CustomPreviewTemplate> | string | undefined | false;

/** React's `createElement`, which the CMS provides as a global. */
type MakeElement = (tag: string, attributes: Record<string, unknown> | null, ...children: Shown[]) => Shown;

declare global {
  interface Window {
    h: MakeElement;
  }
}

/**
 * The preview of articles in one language.
 * @param language the edition's: dates and words as its readers see them
 * @param labels the form's language, for what is still missing
 */
export function articlePreview(language: Locale, labels: Locale): CustomPreviewTemplate {
  const t = translator(language);
  return (props: CustomPreviewTemplateProps) => {
    const h = window.h;
    const text = (...path: string[]): string | undefined => {
      const value = props.entry.getIn(['data', ...path]);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const published = parseInstant(text('pubDate') ?? '');
    const updated = parseInstant(text('updatedDate') ?? '');
    const src = text('picture', 'src');
    const category = named(props, 'categories', 'title', language)[0];
    const byline = named(props, 'authors', 'name', language);
    const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(byline);
    return h(
      'article',
      { className: 'story' },
      h(
        'header',
        { className: 'story-head' },
        category && h('p', { className: 'kicker' }, category),
        h('h1', text('title') ? null : { className: 'preview-empty' }, text('title') ?? formWord('untitled', labels)),
        h('p', { className: 'standfirst' }, text('description')),
        h(
          'div',
          { className: 'byline' },
          byline.length > 0 && h('p', { className: 'byline-names' }, t('by', { names })),
          h(
            'p',
            { className: 'byline-dates' },
            published && h('time', null, formatMoment(language, published, 'long')),
            updated && h('span', null, t('updated', { date: formatDate(language, updated, 'long') })),
          ),
        ),
      ),
      src !== undefined &&
        h(
          'figure',
          { className: 'story-picture' },
          h('img', {
            ref: (image: HTMLImageElement | null) => image && showPicture(image, src),
            alt: text('picture', 'alt') ?? '',
          }),
          h(
            'figcaption',
            null,
            text('picture', 'caption'),
            ' ',
            h('span', { className: 'credit' }, text('picture', 'credit')),
          ),
        ),
      h('div', { className: 'prose' }, props.widgetFor('body')),
    ) as ReturnType<CustomPreviewTemplate>;
  };
}

/** The titles of the entries that a field names, in its order. */
function named(
  { entry, fieldsMetaData }: CustomPreviewTemplateProps,
  field: string,
  title: string,
  language: Locale,
): string[] {
  const slugs: unknown = entry.getIn(['data', field]);
  const list = isList(slugs) ? slugs.toArray() : [];
  return list.map((slug) => {
    // The field has the name of the collection; entries are flat.
    const name = fieldsMetaData.getIn([field, field, String(slug), `${title}.${language}`]);
    return typeof name === 'string' ? name : String(slug);
  });
}

function isList(value: unknown): value is { toArray: () => unknown[] } {
  return typeof value === 'object' && value !== null && 'toArray' in value;
}
