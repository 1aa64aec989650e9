import type { Locale } from '#src/schemas/locale.ts';
import {
  articleUrl,
  editorsGuideUrl,
  eventListUrl,
  eventUrl,
  frontUrl,
  issueUrl,
  listPageUrl,
  listUrl,
  pageUrl,
  searchUrl,
  subscribeUrl,
} from '#src/urls.ts';

/** One page of the sample newsroom for a test. */
export interface PageKind {
  locale: Locale;
  kind: string;
  path: string;
  /** The HTTP status it answers with. */
  status: number;
}

const list = (locale: Locale, kind: Parameters<typeof listUrl>[0]['kind'], slug = '') =>
  listUrl({ locale, kind, slug });

/** One page of every kind of the sample newsroom, in both editions. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...ofEdition('en', {
    front: frontUrl('en'),
    article: articleUrl({ locale: 'en', slug: 'hurricane-season-how-to-read-the-cone' }),
    'corrected article': articleUrl({ locale: 'en', slug: 'sargassum-why-it-comes-and-what-barriers-do' }),
    'sponsored article': articleUrl({ locale: 'en', slug: 'spanish-verbs-by-bus' }),
    section: list('en', 'categories', 'culture'),
    'numbered page': listPageUrl({ locale: 'en', kind: 'latest', slug: '' }, 1),
    topic: list('en', 'tags', 'reef'),
    place: list('en', 'places', 'cancun'),
    'index of topics': list('en', 'tags'),
    author: list('en', 'authors', 'june-seagrape'),
    archive: list('en', 'archive'),
    'archive month': list('en', 'archive', '2026/11'),
    corrections: list('en', 'corrections'),
    'withdrawn article': articleUrl({ locale: 'en', slug: 'cozumel-pier-closure-report' }),
    search: searchUrl('en'),
    'editors’ guide': editorsGuideUrl('en'),
    'search results': `${searchUrl('en')}?q=cancun&section=Transport`,
    events: eventListUrl({ locale: 'en', kind: 'coming', slug: '' }),
    'month of events': eventListUrl({ locale: 'en', kind: 'month', slug: '2026/12' }),
    event: eventUrl({ locale: 'en', slug: 'friday-trova-in-the-park-tulum' }),
    newsletter: list('en', 'newsletter'),
    issue: issueUrl({ locale: 'en', slug: '2026-11-22-weekly' }),
    'breaking issue': issueUrl({ locale: 'en', slug: '2026-11-21-breaking' }),
    'standing page': pageUrl({ locale: 'en', slug: 'about' }),
    'sign-up': subscribeUrl('en'),
    'not found': `${frontUrl('en')}no-such-page/`,
  }),
  ...ofEdition('es', {
    front: frontUrl('es'),
    article: articleUrl({ locale: 'es', slug: 'temporada-de-huracanes-como-leer-el-cono' }),
    'corrected article': articleUrl({ locale: 'es', slug: 'sargazo-por-que-llega-y-que-hacen-las-barreras' }),
    section: list('es', 'categories', 'medio-ambiente'),
    latest: list('es', 'latest'),
    topic: list('es', 'tags', 'arrecife'),
    place: list('es', 'places', 'playa-del-carmen'),
    'index of places': list('es', 'places'),
    author: list('es', 'authors', 'ximena-coral'),
    archive: list('es', 'archive'),
    'archive year': list('es', 'archive', '2026'),
    corrections: list('es', 'corrections'),
    search: searchUrl('es'),
    'editors’ guide': editorsGuideUrl('es'),
    'search results': `${searchUrl('es')}?q=m%C3%BAsica&kind=events`,
    issue: issueUrl({ locale: 'es', slug: '2026-11-22-weekly' }),
    'standing page': pageUrl({ locale: 'es', slug: 'acerca-de' }),
    'sign-up': subscribeUrl('es'),
    'not found': `${frontUrl('es')}no-such-page/`,
  }),
];

function ofEdition(locale: Locale, pages: Record<string, string>): PageKind[] {
  return Object.entries(pages).map(([kind, path]) => ({
    locale,
    kind,
    path,
    status: kind === 'not found' ? 404 : 200,
  }));
}
