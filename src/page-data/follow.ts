import { translator } from '#src/i18n/translate.ts';
import type { Edition } from '#src/newsroom/edition.ts';
import { comingEvents, correctionsAddress } from '#src/newsroom/list-addresses.ts';
import type { Site } from '#src/schemas/site.ts';
import { makeHead, type Head } from '#src/seo/head.ts';
import {
  calendarUrl,
  eventListUrl,
  followUrl,
  frontUrl,
  listUrl,
  localeParam,
  pageFeedUrl,
  segment,
  WHOLE_FEED_FORMATS,
} from '#src/urls.ts';
import type { Link } from './link.ts';
import { chromeOf, type PageChrome } from './page-chrome.ts';
import { staticPath } from './static-path.ts';
import { translationsIn, type Translation } from './translation.ts';

/** What the page on following the paper shows. */
export interface FollowPage {
  head: Head;
  chrome: PageChrome;
  title: string;
  description: string;
  markdown: string;
  translations: readonly Translation[];
}

interface FollowSources {
  site: Site;
  chrome: PageChrome;
  translations: readonly Translation[];
}

const FORMAT_NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** The page that says in plain words how to follow the paper. */
export function followPath(edition: Edition, editions: readonly Edition[]) {
  const { locale, site } = edition;
  const translations = translationsIn(editions, locale, followUrl);
  const sources: FollowSources = { site, chrome: chromeOf(edition), translations };
  return staticPath({ locale: localeParam(locale), follow: segment(locale, 'follow') }, sources, followProps);
}

function followProps({ site, chrome, translations }: FollowSources): { page: FollowPage } {
  const { locale } = chrome;
  const t = translator(locale);
  const title = t('followTitle');
  const description = t('followDescription');
  const head = makeHead({ site, locale, title, description, url: followUrl(locale), translations, parents: [] });
  return { page: { head, chrome, title, description, markdown: followMarkdown(chrome), translations } };
}

function followMarkdown({ locale, categories, events, indexes, corrections, latest, newsletter }: PageChrome): string {
  const t = translator(locale);
  const feedsOf = (page: string) =>
    WHOLE_FEED_FORMATS.map((format) => link({ text: FORMAT_NAMES[format], href: pageFeedUrl(page, format) }));
  const row = (name: string, links: readonly string[]) => `- **${escape(name)}**: ${links.join(' · ')}`;
  const calendar = { text: t('followCalendar'), href: calendarUrl(eventListUrl(comingEvents({ locale }))) };
  return [
    t('followHow'),
    [
      row(t('followAll'), feedsOf(frontUrl(locale))),
      row(t('followShort'), [link({ text: 'RSS', href: pageFeedUrl(frontUrl(locale), 'short') })]),
      ...(events ? [row(events.text, [...feedsOf(events.href), link(calendar)])] : []),
      ...(newsletter
        ? [row(newsletter.text, [link({ ...newsletter, text: t('allIssues') }), ...feedsOf(newsletter.href)])]
        : []),
      row(corrections.text, feedsOf(listUrl(correctionsAddress({ locale })))),
    ].join('\n'),
    t('followFormats', { latest: latest.text, address: latest.href }),
    `## ${t('sections')}`,
    categories.map(({ text, href }) => row(text, feedsOf(href))).join('\n'),
    `## ${t('followMore')}`,
    t('followMoreHow', { links: indexes.slice(1).map(link).join(', ') }),
  ].join('\n\n');
}

const link = ({ text, href }: Link) => `[${escape(text)}](${href})`;

/** Names are text, not Markdown. */
const escape = (text: string) => text.replace(/[\\`*_{}[\]<>()#+!|&~-]/g, '\\$&');
