import type { RSSOptions } from '@astrojs/rss';
import { escapeUTF8 } from 'entities/escape';
import { LANGUAGE_TAGS, typeset } from '#src/i18n/format.ts';
import { articleId } from '#src/newsroom/article-id.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { modifiedAt } from '#src/newsroom/modified-at.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { absoluteUrl, articleUrl, feedUrl, frontUrl } from '#src/urls.ts';

/**
 * An edition's feed, newest first, mapped field by field: front matter is never spread into an item.
 *
 * `dc:creator` has the names (RSS's own `author` is an e-mail address); the guid is a tag URI (RFC 4151) of the
 * article's id. RSS 2.0: www.rssboard.org/rss-specification; self link: RFC 4287 §4.2.7 by the RSS Advisory
 * Board's profile.
 */
export function rssFeed(edition: Edition): RSSOptions {
  const { locale, site } = edition;
  const self = absoluteUrl(site.url, feedUrl(locale));
  const articles = edition.articles.slice(0, site.lists.articlesInFeed);
  const changed = articles.map((article) => modifiedAt(article).getTime());
  return {
    title: locale === 'en' ? site.name : `${site.name} (${locale.toUpperCase()})`,
    description: site.description[locale],
    site: absoluteUrl(site.url, frontUrl(locale)),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${LANGUAGE_TAGS[locale].toLowerCase()}</language>`,
      `<atom:link href="${escapeUTF8(self)}" rel="self" type="application/rss+xml"/>`,
      // The latest change, not the clock's time, so that a build that changes nothing leaves the feed as it was.
      changed.length > 0 ? `<lastBuildDate>${new Date(Math.max(...changed)).toUTCString()}</lastBuildDate>` : '',
    ].join(''),
    items: articles.map((article) => feedItem(edition, article)),
  };
}

function feedItem(edition: Edition, article: Article): Extract<RSSOptions['items'], unknown[]>[number] {
  const { locale, site } = edition;
  const names = article.authors.map((id) => edition.author.get(id)?.name[locale] ?? id);
  return {
    title: typeset(article.title),
    link: absoluteUrl(site.url, articleUrl(article)),
    description: typeset(article.description),
    pubDate: article.pubDate,
    categories: [
      ...article.categories.map((id) => edition.category.get(id)?.title[locale] ?? id),
      ...article.tags.map((id) => edition.tag.get(id)?.title[locale] ?? id),
    ],
    customData: [
      ...names.map((name) => `<dc:creator>${escapeUTF8(name)}</dc:creator>`),
      `<guid isPermaLink="false">${escapeUTF8(`tag:${site.identity},${site.foundingYear}:${articleId(edition, article)}`)}</guid>`,
    ].join(''),
  };
}
