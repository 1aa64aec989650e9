import { formatDate, isoInstant } from '#src/i18n/format.ts';
import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { latestAddress, sectionAddress } from '#src/newsroom/list-addresses.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { relatedArticles } from '#src/newsroom/related.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { frontUrl, listUrl, localeParam } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Link, ShownDate } from './link.ts';
import { sectionOf } from './names.ts';
import { pageProps, staticPath } from './static-path.ts';

/** How a section's block on the front page is set: by what it holds. */
export type BlockShape = 'picture' | 'row' | 'briefs';

export interface SectionBlock {
  section: Link;
  shape: BlockShape;
  cards: readonly Card[];
}

/** What the front page shows. The only page that knows the date it was made. */
export interface FrontPage {
  head: Head;
  frame: Frame;
  dateLine: { place: string; date: ShownDate };
  lead: { card: Card; related: readonly Card[] } | undefined;
  top: readonly Card[];
  latest: readonly Card[];
  latestLink: Link;
  blocks: readonly SectionBlock[];
  /** Nothing is published yet. A paper whose only stories are paid for has no lead, but is not empty. */
  isEmpty: boolean;
}

/** Stories in a section's block. */
const BLOCK_SIZE = 4;
/** Related stories under the lead. */
const LEAD_RELATED = 2;

/** The front page's route. @param now the instant of the build, for the date under the masthead */
export function frontPath(edition: Edition, editions: readonly Edition[], now: Date) {
  return staticPath({ locale: localeParam(edition.locale) }, frontPage(edition, editions, now), pageProps);
}

/**
 * What the front page shows, all from data: the newest story marked as lead (else the newest of all), the newest marked
 * as top (filled up with the newest), the most recent of the others, and a block for each section that has stories left.
 * Sponsored stories stand in their section alone.
 */
export function frontPage(edition: Edition, editions: readonly Edition[], now: Date): FrontPage {
  const { locale, site } = edition;
  const t = translator(locale);
  const { topStoriesOnFront, latestOnFront } = site.lists;
  const news = edition.articles.filter((article) => !article.sponsor);
  const lead = news.find((article) => article.featured === 'lead') ?? news[0];
  const used = new Set<Article>(lead ? [lead] : []);

  const marked = news.filter((article) => article.featured && !used.has(article)).slice(0, topStoriesOnFront);
  const fill = news.filter((article) => !used.has(article) && !marked.includes(article));
  const top = [...marked, ...fill.slice(0, topStoriesOnFront - marked.length)];
  top.forEach((article) => used.add(article));

  const related = lead
    ? relatedArticles(edition, lead, Infinity)
        .filter((article) => !used.has(article) && !article.sponsor)
        .slice(0, LEAD_RELATED)
    : [];
  const latest = news.filter((article) => !used.has(article) && !related.includes(article)).slice(0, latestOnFront);

  const card = (article: Article) => cardOf(sectionOf(edition, article), article);
  return {
    head: makeHead({
      site,
      locale,
      title: `${site.name}: ${site.tagline[locale]}`,
      description: site.description[locale],
      url: frontUrl(locale),
      translations: editions
        .filter((other) => other.locale !== locale)
        .map((other) => ({ locale: other.locale, url: frontUrl(other.locale) })),
      isFront: true,
    }),
    frame: frameOf(edition),
    dateLine: {
      place: site.home,
      date: { iso: isoInstant(now).slice(0, 10), text: formatDate(locale, now, 'weekday') },
    },
    lead: lead && {
      card: card(lead),
      related: related.map(card),
    },
    top: top.map(card),
    latest: latest.map(card),
    latestLink: { text: t('allLatest'), href: listUrl(latestAddress(edition)) },
    blocks: sectionBlocks(edition, used),
    isEmpty: edition.articles.length === 0,
  };
}

function sectionBlocks(edition: Edition, used: ReadonlySet<Article>): SectionBlock[] {
  return edition.categories.flatMap((category): SectionBlock[] => {
    const articles = (edition.byCategory.get(category.id) ?? []).filter(
      (article) => !used.has(article) && article.categories[0] === category.id,
    );
    if (articles.length === 0) return [];
    const section = {
      text: category.title[edition.locale],
      href: listUrl(sectionAddress(edition, category)),
    };
    const shown = articles.slice(0, BLOCK_SIZE);
    return [{ section, shape: shapeFor(shown), cards: shown.map((article) => cardOf(category, article)) }];
  });
}

/** A picture to lead with makes a picture block; three or more make a row; fewer are briefs. */
function shapeFor(articles: readonly Article[]): BlockShape {
  if (articles.length > 1 && articles.some((article) => article.picture)) return 'picture';
  return articles.length >= 3 ? 'row' : 'briefs';
}
