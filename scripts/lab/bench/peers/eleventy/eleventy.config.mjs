import { readFileSync } from 'node:fs';

const LOCALES = ['en', 'es'];
const KINDS = ['sections', 'tags', 'authors', 'places', 'months'];
const PAGE_SIZE = 20;
const names = JSON.parse(readFileSync(new URL('_data/names.json', import.meta.url), 'utf8'));

const root = (locale) => (locale === 'en' ? '/' : `/${locale}/`);

/** A list's pages: `/tags/grain/`, `/tags/grain/page/2/`. */
function pagesOf(list, articles) {
  const count = Math.max(1, Math.ceil(articles.length / PAGE_SIZE));
  const address = (number) => (number === 1 ? list.address : `${list.address}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    ...list,
    number: index + 1,
    address: address(index + 1),
    newer: index > 0 ? address(index) : undefined,
    older: index + 1 < count ? address(index + 2) : undefined,
    articles: articles.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}

function listsOf(locale, articles) {
  const latest = { locale, title: locale === 'en' ? 'Latest' : 'Últimas', address: `${root(locale)}latest/` };
  const pages = pagesOf(latest, articles);
  for (const kind of KINDS) {
    const groups = new Map();
    for (const article of articles) {
      for (const id of article.data[kind]) {
        if (!groups.has(id)) groups.set(id, []);
        groups.get(id).push(article);
      }
    }
    for (const [id, members] of groups) {
      const title = names[locale][kind]?.[id] ?? id;
      pages.push(...pagesOf({ locale, title, address: `${root(locale)}${kind}/${id}/` }, members));
    }
  }
  return pages;
}

/** Articles of a language, newest first. */
const articlesOf = (api, locale) => api.getFilteredByGlob(`articles/${locale}/*.md`).sort((a, b) => b.date - a.date);

export default function (config) {
  for (const locale of LOCALES) config.addCollection(locale, (api) => articlesOf(api, locale));
  config.addCollection('lists', (api) => LOCALES.flatMap((locale) => listsOf(locale, articlesOf(api, locale))));
  config.addFilter('iso', (date) => date.toISOString());
  config.addFilter('rfc822', (date) => date.toUTCString());
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  config.addFilter('first', (items, count) => items.slice(0, count));
  return {
    // An article's text is Markdown alone: no template language reads it first.
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
    dir: { input: '.', output: '_site' },
  };
}
