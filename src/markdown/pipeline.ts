import { markdownToHtml } from 'satteri';
import { typeset } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { cellAlignment } from './cell-alignment.ts';
import { bodyPictures, type BodyPicture } from './picture-figures.ts';
import { escapeRawHtml } from './escape-raw-html.ts';
import { headingLevels } from './heading-levels.ts';
import { isPlainProse } from './plain-prose.ts';
import { safeAddresses } from './safe-addresses.ts';
import { scrollableTables } from './scrollable-tables.ts';

/** What a body needs to know of its surroundings. */
export interface BodyContext {
  locale: Locale;
  /** The body's pictures by the path written there, ready to show. A path that is not here is not shown. */
  pictures?: ReadonlyMap<string, BodyPicture>;
  /** Printed at the head of the first paragraph: “MEXICO CITY”. */
  dateline?: string | undefined;
}

/**
 * The steps every body goes through, in order; each its own file, name and test.
 * 1. Raw HTML becomes text first, so that no later step sees markup an editor (or an attacker) wrote by hand.
 * 2. Addresses are checked before anything copies them.
 * 3. Headings, pictures and tables are then shaped for the page.
 * Plain prose has none of these, and skips the steps: they take seven times as long as all else a body needs.
 */
const steps = (context: BodyContext) => [
  escapeRawHtml,
  safeAddresses,
  headingLevels(),
  bodyPictures(context.pictures ?? new Map()),
  scrollableTables,
  cellAlignment,
];

/**
 * Renders a story's Markdown (CommonMark with tables, footnotes and strikethrough; curly quotes and dashes).
 * @returns HTML in which every tag was made here: raw HTML in the source appears as text
 */
export function renderBody(markdown: string, context: BodyContext): string {
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
    hastPlugins: isPlainProse(markdown) ? [] : steps(context),
  });
  return withDateline(html, context.dateline);
}

/** The dateline opens the first paragraph; where the body opens with something else, it stands alone before it. */
function withDateline(html: string, dateline: string | undefined): string {
  if (!dateline) return html;
  const mark = `<span class="dateline">${escapeText(typeset(dateline))}</span> — `;
  return html.startsWith('<p>') ? `<p>${mark}${html.slice(3)}` : `<p>${mark}</p>\n${html}`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
