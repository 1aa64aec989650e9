import { markdownToHtml } from 'satteri';
import { typeset } from '#src/i18n/format.ts';
import { mayHaveUnfinishedQuotes } from '#src/i18n/quotation-marks.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { alignCells } from './cell-alignment.ts';
import { deadLinkTest } from './dead-links.ts';
import { embeds, mayHoldEmbed } from './embeds.ts';
import { finishBodyQuotes } from './finish-body-quotes.ts';
import { levelHeadings } from './heading-levels.ts';
import { element, parseHtml, type HtmlRoot } from './html-tree.ts';
import { showPictures, type BodyPicture } from './picture-figures.ts';
import { isPlainProse } from './plain-prose.ts';
import { rawHtml } from './raw-html.ts';
import { sanitise } from './sanitise.ts';
import { frameTables } from './scrollable-tables.ts';
import { writeHtml } from './write-html.ts';

/** What rendering a body depends on besides its Markdown. */
export interface BodyContext {
  locale: Locale;
  /** The body's pictures by the path written there. Others are not shown. */
  pictures?: ReadonlyMap<string, BodyPicture>;
  /** Shown at the start of the first paragraph: “MEXICO CITY”. */
  dateline?: string | undefined;
  /** Whether someone paid for the text. */
  isSponsored?: boolean;
  /** The full address of the page that shows the body: links to it lead to its own parts. */
  page?: string;
  /** The site's address, if it is below a path. */
  site?: string;
  /** Addresses in it, as written, that lead nowhere: their words are shown without a link. Needs `page`. */
  deadLinks?: readonly string[] | undefined;
}

/**
 * The steps on Markdown's tree, in order. Only that tree shows where a paragraph begins and ends, which embeds and HTML written
 * by hand depend on.
 */
const markdownSteps = (markdown: string, { locale }: BodyContext) => [
  ...(mayHoldEmbed(markdown) ? [embeds(locale)] : []),
  ...(markdown.includes('<') ? [rawHtml()] : []),
];

/** The steps on the HTML tree, in order. The sanitiser follows them. */
const pageSteps = ({ pictures = new Map() }: BodyContext): readonly ((root: HtmlRoot) => void)[] => [
  levelHeadings,
  showPictures(pictures),
  frameTables,
  alignCells,
  finishBodyQuotes,
];

/**
 * Renders Markdown: CommonMark with tables, footnotes and strikethrough; curly quotes and dashes.
 *
 * Sätteri's HTML is parsed as a browser would, shaped, sanitised and written again, so that only allowed HTML reaches a page,
 * feed, mail or search excerpt. Plain prose, which is most of an archive, skips these steps: there is nothing for them to do,
 * and they take ten times as long as the rest.
 * @returns HTML with allowed elements and attributes only
 */
export function renderBody(markdown: string, context: BodyContext): string {
  const isPlain = isPlainProse(markdown);
  const translate = translator(context.locale);
  const { html } = markdownToHtml(markdown, {
    features: {
      frontmatter: false,
      smartPunctuation: true,
      gfm: {
        footnotes: {
          label: translate('footnotes'),
          backLabel: translate('backToText', { reference: '{reference}' }),
          clobberPrefix: 'note-',
        },
      },
    },
    mdastPlugins: isPlain ? [] : markdownSteps(markdown, context),
  });
  const dated = withDateline(html, context.dateline);
  return isPlain && !mayHaveUnfinishedQuotes(dated) ? dated : harmless(dated, context);
}

function harmless(html: string, context: BodyContext): string {
  const root = parseHtml(html);
  for (const step of pageSteps(context)) step(root);
  const { pictures, isSponsored = false, page, site, deadLinks = [] } = context;
  const isDead = page === undefined ? () => false : deadLinkTest(deadLinks, page);
  return writeHtml(sanitise(root, { pictures: pictures?.values() ?? [], isSponsored, page, site, isDead }));
}

/** Pictures and embeds at the start of a body. */
const FIRST_PICTURES =
  /^(?:(?:<p>(?:(?:<a [^>]*>)?<img [^>]*>(?:<\/a>)?(?:\s|<br \/>|<br>)*)+<\/p>|<figure[^]*?<\/figure>)\s*)*/;

/** By dateline: an archive has few. */
const datelineMarks = new Map<string, string>();

function datelineMark(dateline: string): string {
  let mark = datelineMarks.get(dateline);
  if (mark === undefined) {
    const span = element('span', { className: ['dateline'] }, [{ type: 'text', value: typeset(dateline) }]);
    datelineMarks.set(dateline, (mark = `${writeHtml(span)} — `));
  }
  return mark;
}

/**
 * Puts the dateline at the start of the first paragraph of text, after pictures; if the text starts with something else, into a
 * paragraph of its own.
 */
function withDateline(html: string, dateline: string | undefined): string {
  if (!dateline) return html;
  const mark = datelineMark(dateline);
  const [pictures] = FIRST_PICTURES.exec(html) ?? [''];
  const text = html.slice(pictures.length);
  return pictures + (text.startsWith('<p>') ? `<p>${mark}${text.slice(3)}` : `<p>${mark}</p>\n${text}`);
}
