import { markdownToHtml } from 'satteri';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { alignCells } from './cell-alignment.ts';
import { embeds, mayHoldEmbed } from './embeds.ts';
import { levelHeadings } from './heading-levels.ts';
import { element, parseHtml, type HtmlRoot } from './html-tree.ts';
import { showPictures, type BodyPicture } from './picture-figures.ts';
import { isPlainProse } from './plain-prose.ts';
import { rawHtml } from './raw-html.ts';
import { sanitise } from './sanitise.ts';
import { frameTables } from './scrollable-tables.ts';
import { writeHtml } from './write-html.ts';

/** What a body needs to know of its surroundings. */
export interface BodyContext {
  locale: Locale;
  /** The body's pictures by the path written there, ready to show. A path that is not here is not shown. */
  pictures?: ReadonlyMap<string, BodyPicture>;
  /** Printed at the head of the first paragraph: “MEXICO CITY”. */
  dateline?: string | undefined;
  /** Whether somebody paid for the text. */
  isSponsored?: boolean;
}

/**
 * The steps on Markdown's own tree, in order; each its own file, name and test. They come first, since Markdown alone knows
 * where a paragraph begins: what was written as an embed becomes one, and HTML by hand is kept within its paragraphs.
 */
const markdownSteps = (markdown: string, { locale }: BodyContext) => [
  ...(mayHoldEmbed(markdown) ? [embeds(locale)] : []),
  ...(markdown.includes('<') ? [rawHtml()] : []),
];

/** The steps on the page's tree, in order, which shape it for the page. What follows them is the sanitiser. */
const pageSteps = ({ pictures = new Map() }: BodyContext): readonly ((root: HtmlRoot) => void)[] => [
  levelHeadings,
  showPictures(pictures),
  frameTables,
  alignCells,
];

/**
 * Renders a story's Markdown (CommonMark with tables, footnotes and strikethrough; curly quotes and dashes).
 *
 * Sätteri's HTML is read as a browser would read it, shaped, sanitised and written anew: nothing reaches a page, feed, mail or
 * search excerpt that the sanitiser does not list. Plain prose has nothing for these steps and skips them, as most of an
 * archive does: they take ten times as long as all else a body needs.
 * @returns HTML of listed elements and attributes alone
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
  return isPlain ? dated : harmless(dated, context);
}

function harmless(html: string, context: BodyContext): string {
  const root = parseHtml(html);
  for (const step of pageSteps(context)) step(root);
  const { pictures, isSponsored = false } = context;
  return writeHtml(sanitise(root, { pictures: pictures?.values() ?? [], isSponsored }));
}

/** The dateline opens the first paragraph; where the body opens with something else, it stands alone before it. */
function withDateline(html: string, dateline: string | undefined): string {
  if (!dateline) return html;
  const span = element('span', { className: ['dateline'] }, [{ type: 'text', value: typeset(dateline) }]);
  const mark = `${writeHtml(span)} — `;
  return html.startsWith('<p>') ? `<p>${mark}${html.slice(3)}` : `<p>${mark}</p>\n${html}`;
}
