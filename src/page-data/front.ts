import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { latestAddress } from '#src/newsroom/list-addresses.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { relatedArticles } from '#src/newsroom/related.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { frontUrl, listUrl, localeParam } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { categoryLink, mainCategory } from './names.ts';
import { shownDay, type ShownDate } from './shown-date.ts';
import { pageProps, staticPath } from './static-path.ts';
import { translationsIn } from './translation.ts';

/** How a category's block on the front page is laid out. */
type BlockShape = 'picture' | 'row' | 'briefs';

export interface CategoryBlock {
  category: Link;
  shape: BlockShape;
  cards: readonly Card[];
}

/** What the front page shows. Only front pages depend on the date of the build. */
export interface FrontPage {
  head: Head;
  chrome: PageChrome;
  dateLine: { place: string; date: ShownDate };
  lead: { card: Card; related: readonly Card[] } | undefined;
  top: readonly Card[];
  latest: readonly Card[];
  latestLink: Link;
  blocks: readonly CategoryBlock[];
  /** Nothing is published yet. A site with only sponsored articles has no lead, but is not empty. */
  isEmpty: boolean;
}

/** Articles in a category's block. */
const BLOCK_SIZE = 4;
/** Related articles under the lead. */
const LEAD_RELATED = 2;

/** The front page's route. @param now the instant of the build, for the date under the masthead */
export function frontPath(edition: Edition, editions: readonly Edition[], now: Date) {
  return staticPath({ locale: localeParam(edition.locale) }, frontPage(edition, editions, now), pageProps);
}

/**
 * What the front page shows: the newest article marked as lead (or the newest of all), the newest marked as top (filled up
 * with the newest), the most recent of the others, and a block for each category that has articles left. Sponsored articles
 * appear only in their category's block.
 */
export function frontPage(edition: Edition, editions: readonly Edition[], now: Date): FrontPage {
  const { locale, site } = edition;
  const t = translator(locale);
  const { topArticlesOnFront, latestOnFront } = site.lists;
  const news = edition.articles.filter((article) => !article.sponsor);
  const lead = news.find((article) => article.featured === 'lead') ?? news[0];
  const used = new Set<Article>(lead ? [lead] : []);

  const marked = news.filter((article) => article.featured && !used.has(article)).slice(0, topArticlesOnFront);
  const fill = news.filter((article) => !used.has(article) && !marked.includes(article));
  const top = [...marked, ...fill.slice(0, topArticlesOnFront - marked.length)];
  top.forEach((article) => used.add(article));

  const related = lead
    ? relatedArticles(edition, lead, Infinity)
        .filter((article) => !used.has(article) && !article.sponsor)
        .slice(0, LEAD_RELATED)
    : [];
  const latest = news.filter((article) => !used.has(article) && !related.includes(article)).slice(0, latestOnFront);

  const card = (article: Article) => cardOf(mainCategory(edition, article), article);
  return {
    head: makeHead({
      site,
      locale,
      title: `${site.name}: ${site.tagline[locale]}`,
      description: site.description[locale],
      url: frontUrl(locale),
      translations: translationsIn(editions, locale, frontUrl),
      isFront: true,
    }),
    chrome: chromeOf(edition),
    dateLine: { place: site.home, date: shownDay(locale, now, 'weekday') },
    lead: lead && { card: card(lead), related: related.map(card) },
    top: top.map(card),
    latest: latest.map(card),
    latestLink: { text: t('allLatest'), href: listUrl(latestAddress(edition)) },
    blocks: categoryBlocks(edition, used),
    isEmpty: edition.articles.length === 0,
  };
}

function categoryBlocks(edition: Edition, used: ReadonlySet<Article>): CategoryBlock[] {
  return edition.categories.flatMap((category): CategoryBlock[] => {
    const articles = (edition.byCategory.get(category.id) ?? []).filter(
      (article) => !used.has(article) && article.categories[0] === category.id,
    );
    if (articles.length === 0) return [];
    const shown = articles.slice(0, BLOCK_SIZE);
    const cards = shown.map((article) => cardOf(category, article));
    return [{ category: categoryLink(edition.locale, category), shape: shapeFor(shown), cards }];
  });
}

/** Several articles, one with a picture, make a picture block; otherwise three or more make a row; fewer are briefs. */
function shapeFor(articles: readonly Article[]): BlockShape {
  if (articles.length > 1 && articles.some((article) => article.picture)) return 'picture';
  return articles.length >= 3 ? 'row' : 'briefs';
}
