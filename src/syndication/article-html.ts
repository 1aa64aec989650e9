import { escapeUTF8 } from 'entities/escape';
import { formatDate, typeset } from '#src/i18n/format.ts';
import { genreLabel } from '#src/i18n/genre-label.ts';
import { translator, type MessageKey } from '#src/i18n/translate.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { portableHtml } from '#src/markdown/portable-html.ts';
import { isBeforeText } from '#src/newsroom/corrections.ts';
import { datelineText } from '#src/newsroom/dateline.ts';
import type { Article, PictureSource, Place } from '#src/newsroom/newsroom.ts';
import { pictureSet } from '#src/pictures/renditions.ts';
import type { Focus } from '#src/schemas/focus.ts';
import type { Site } from '#src/schemas/site.ts';
import { absoluteUrl, articleUrl } from '#src/urls.ts';

/**
 * The pictures of each kind of reader. Feed readers get files that the article's own page has too. Outlook for Windows reads no WebP
 * (caniemail.com, “WebP”); mail shows pictures at half their width, so that they are sharp on phones.
 */
const PICTURES = {
  feed: { width: 800, format: 'webp' },
  mail: { width: 1104, format: 'jpeg' },
  /** The copy of a mail on the site: the same pictures, at their paths. */
  copy: { width: 1104, format: 'jpeg' },
} as const;

/** What an article's text for readers elsewhere is made from. */
export interface ArticleText {
  site: Site;
  article: Article;
  /** The place that it was filed from. */
  dateline: Place | undefined;
  /** The Markdown of an article's body. */
  readBody: (article: Article) => string;
  /** Whose pictures it has. */
  reader?: keyof typeof PICTURES;
}

/** The texts that were made last: an article is in several feeds, and in each in three formats. */
const recent = new Map<Article, { site: Site; dateline: Place | undefined; html: string }>();
const MOST_RECENT = 2_000;

/**
 * An article as HTML for readers elsewhere: its genre unless it is a report, sponsor's label, corrections, main picture, text. Nothing
 * that is in it needs the page's styles or scripts, and all addresses are full, but in a copy on the site.
 * @returns '' if the article has none of these
 */
export function articleHtml(text: ArticleText): string {
  const { site, article, dateline, reader = 'feed' } = text;
  // Mail tells a story once.
  if (reader !== 'feed') return render(text);
  const known = recent.get(article);
  if (known?.site === site && known.dateline === dateline) return known.html;
  if (recent.size >= MOST_RECENT) recent.clear();
  const html = render(text);
  recent.set(article, { site, dateline, html });
  return html;
}

function render({ site, article, dateline, readBody, reader = 'feed' }: ArticleText): string {
  const { locale, sponsor, picture, deadLinks } = article;
  const t = translator(locale);
  const genre = genreLabel(locale, article.genre);
  const page = absoluteUrl(site.url, articleUrl(article));
  const html = renderBody(readBody(article), {
    locale,
    dateline: datelineText(locale, dateline),
    pictures: new Map(article.bodyPictures.map(({ path, image }) => [path, pictureOf(image, reader)])),
    isSponsored: sponsor !== undefined,
    page,
    site: site.url,
    deadLinks,
  });
  const corrections = article.corrections.map((correction) => ({
    ...correction,
    html: `<p><strong>${inHtml(t(correction.kind satisfies MessageKey))}</strong> (${formatDate(locale, correction.date, 'long')}): ${inHtml(correction.text)}</p>`,
  }));
  return [
    ...(genre === undefined ? [] : [`<p><strong>${inHtml(genre)}</strong></p>`]),
    ...(sponsor ? [`<p><strong>${inHtml(t('sponsoredBy', { name: sponsor.name }))}</strong></p>`] : []),
    ...corrections.filter(isBeforeText).map((correction) => correction.html),
    ...(picture ? [figure(site, picture, reader)] : []),
    portableHtml(html, { page, site: reader === 'copy' ? undefined : site.url }).trim(),
    ...corrections.filter((correction) => !isBeforeText(correction)).map((correction) => correction.html),
  ].join('\n');
}

function figure(
  site: Site,
  { src, focus, alt, caption, credit }: NonNullable<Article['picture']>,
  reader: keyof typeof PICTURES,
): string {
  const { src: path, width, height } = pictureOf(src, reader, 16 / 9, focus);
  const words = [...(caption ? [inHtml(caption)] : []), `<small>${inHtml(credit)}</small>`].join(' ');
  const image = `<img src="${reader === 'copy' ? path : absoluteUrl(site.url, path)}" alt="${inHtml(alt)}" width="${width}" height="${height}">`;
  return `<figure>${image}<figcaption>${words}</figcaption></figure>`;
}

const pictureOf = (image: PictureSource, reader: keyof typeof PICTURES, ratio?: number, focus?: Focus) =>
  pictureSet(image, [PICTURES[reader].width], ratio, focus, PICTURES[reader].format);
const inHtml = (text: string) => escapeUTF8(typeset(text));
