import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { latestAddress } from '#src/newsroom/list-addresses.ts';
import type { Article, Category } from '#src/newsroom/newsroom.ts';
import { relatedArticles } from '#src/newsroom/related.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import { fullOrganizationNode } from '#src/seo/json-ld/organization-node.ts';
import { fullWebSiteNode } from '#src/seo/json-ld/web-site-node.ts';
import { frontUrl, listUrl, localeParam } from '#src/urls.ts';
import { cardOf, type Card } from './card.ts';
import { comingUp, todayStrip, type ComingUp, type TodayStrip } from './today.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import type { Link } from './link.ts';
import { categoryLink, mainCategory } from './names.ts';
import { shownDay, type ShownDate } from './shown-date.ts';
import { pageProps, staticPath } from './static-path.ts';
import { translationsIn } from './translation.ts';

/**
 * A category's articles on the front page. A `wide` block takes a row of its own; three `column` blocks share one. Only the first
 * article may have its picture.
 */
export interface CategoryBlock {
  category: Link;
  shape: 'wide' | 'column';
  lead: Card;
  others: readonly Card[];
}

/** What the front page shows. Only front pages depend on the date of the build. */
export interface FrontPage {
  head: Head;
  chrome: PageChrome;
  dateLine: { place: string; date: ShownDate };
  today: TodayStrip;
  lead: { card: Card; related: readonly Card[] } | undefined;
  top: readonly Card[];
  latest: readonly Card[];
  latestLink: Link;
  blocks: readonly CategoryBlock[];
  /** Of the categories that have too little for a block. */
  briefs: readonly Card[];
  comingUp: ComingUp | undefined;
  /** Nothing is published yet. A site with only sponsored articles has no lead, but is not empty. */
  isEmpty: boolean;
}

/** Articles in a category's block: what has fewer goes to the briefs. */
const BLOCK_SIZE = { most: 4, least: 3 } as const;
/** Columns in a row. */
const COLUMNS = 3;
/** Related articles under the lead. */
const LEAD_RELATED = 2;

/** The front page's route. @param now the instant of the build, for the date under the masthead */
export function frontPath(edition: Edition, editions: readonly Edition[], now: Date) {
  return staticPath({ locale: localeParam(edition.locale) }, frontPage(edition, editions, now), pageProps);
}

/**
 * What the front page shows, each article and each picture once: the newest article marked as lead (or the newest of all), the
 * newest marked as top (filled up with the newest), the most recent of the others, and a block for each category that has articles
 * left which are not old. Sponsored articles appear only in their category's block.
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
  related.forEach((article) => used.add(article));
  const latest = news.filter((article) => !used.has(article)).slice(0, latestOnFront);
  latest.forEach((article) => used.add(article));

  const left = edition.categories.flatMap((category): CategoryArticles[] => {
    const [first, ...others] = leftFor(edition, category, used);
    return first ? [{ category, articles: [first, ...others] }] : [];
  });
  const blocks = left.filter(({ articles }) => articles.length >= BLOCK_SIZE.least);
  const briefs = left.filter(({ articles }) => articles.length < BLOCK_SIZE.least);
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
      root: [fullOrganizationNode(edition), fullWebSiteNode(site, locale)],
    }),
    chrome: chromeOf(edition),
    dateLine: { place: site.home, date: shownDay(locale, now, 'weekday') },
    today: todayStrip(edition, now),
    comingUp: comingUp(edition, now),
    lead: lead && { card: card(lead), related: related.map(card) },
    top: top.map(card),
    latest: latest.map(card),
    latestLink: { text: t('allLatest'), href: listUrl(latestAddress(edition)) },
    blocks: categoryBlocks(locale, blocks, lead),
    briefs: briefs.flatMap(({ articles }) => articles.map(card)),
    isEmpty: edition.articles.length === 0,
  };
}

interface CategoryArticles {
  category: Category;
  articles: readonly [Article, ...Article[]];
}

/** A category's newest articles that are shown nowhere else and are not old. */
function leftFor(edition: Edition, { id }: Category, used: ReadonlySet<Article>): Article[] {
  const left: Article[] = [];
  for (const article of edition.byCategory.get(id) ?? []) {
    if (article.pubDate < edition.oldBefore || left.length === BLOCK_SIZE.most) break;
    if (!used.has(article) && article.categories[0] === id) left.push(article);
  }
  return left;
}

/** The blocks in the publisher's order: a wide one and a row of columns in turns, so that every row is full. */
function categoryBlocks(
  locale: Locale,
  categories: readonly CategoryArticles[],
  lead: Article | undefined,
): CategoryBlock[] {
  const pictures = new Set([lead && pictureOf(lead)]);
  // What does not fill a row of columns is wide: the first block, and the one after a row of columns or at the end.
  const wide = [0, Math.min(COLUMNS + 1, categories.length - 1)].slice(0, categories.length % COLUMNS);
  return categories.map(({ category, articles }, at): CategoryBlock => {
    const withPicture = articles.find((article) => article.picture && !pictures.has(pictureOf(article)));
    if (withPicture) pictures.add(pictureOf(withPicture));
    const first = withPicture ?? articles[0];
    const others = articles.filter((article) => article !== first);
    return {
      category: categoryLink(locale, category),
      shape: wide.includes(at) ? 'wide' : 'column',
      lead: { ...cardOf(category, first), ...(!withPicture && { picture: undefined }) },
      others: others.map((article) => cardOf(category, article)),
    };
  });
}

/** What tells an article's picture from others. */
function pictureOf({ picture }: Article): string | undefined {
  return typeof picture?.src === 'string' ? picture.src : picture?.src.digest;
}
