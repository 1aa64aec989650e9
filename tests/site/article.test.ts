import { describe, expect, it } from 'vitest';
import { builtSite, ORIGIN, type BuiltPage } from './built-site.ts';
import { expectedPath, isOut, newsroomOf } from './expected-stories.ts';
import { attribute, canonicals, classed, hrefs, metaContent, named, textOf, theOne } from './html.ts';

const sample = builtSite('sample');
const three = builtSite('three');

const ENGLISH = '/articles/sheinbaum-rules-out-us-troops-after-cartel-order/';
const SPANISH = '/es/articulos/sheinbaum-descarta-tropas-de-ee-uu-tras-orden-contra-carteles/';

const inClass = ({ document }: BuiltPage, name: string) => theOne(classed(document, name), `.${name}`);

describe.each([
  {
    path: ENGLISH,
    pair: SPANISH,
    headline: 'Sheinbaum rules out US troops after report of secret order against cartels',
    dateline: 'MEXICO CITY —',
    byline: 'By RMNE Newsroom',
    author: '/authors/newsroom-desk/',
    section: '/sections/mexico/',
    publishedAt: '2025-08-09T08:20:00-05:00',
    published: '9 August 2025, 08:20',
    correction: /^Clarification 10 August 2025 An earlier version of this story/,
    switchText: 'Español',
    language: 'es-MX',
    sources: ['https://www.nytimes.com/', 'https://www.gob.mx/presidencia', 'https://www.dof.gob.mx/'],
  },
  {
    path: SPANISH,
    pair: ENGLISH,
    headline: 'Sheinbaum descarta tropas de EE. UU. tras reporte de una orden secreta contra los cárteles',
    dateline: 'CIUDAD DE MÉXICO —',
    byline: 'Por Redacción RMNE',
    author: '/es/autores/newsroom-desk/',
    section: '/es/secciones/mexico/',
    publishedAt: '2025-08-09T12:40:00-05:00',
    published: '9 de agosto de 2025, 12:40',
    correction: /^Aclaración 10 de agosto de 2025 /,
    switchText: 'English',
    language: 'en',
    sources: ['https://www.nytimes.com/', 'https://www.gob.mx/presidencia', 'https://www.dof.gob.mx/'],
  },
])('the story of Sheinbaum and Trump at $path', (expected) => {
  const page = sample.page(expected.path);

  it('has its headline, its section and five headings in its text', () => {
    expect(named(page.document, 'h1').map(textOf)).toEqual([expected.headline]);
    expect(hrefs(inClass(page, 'story-head'))).toContain(expected.section);
    const headings = named(inClass(page, 'prose'), 'h2');
    expect(headings).toHaveLength(5);
    for (const heading of headings) expect(attribute(heading, 'id')).toMatch(/^s-[a-z0-9-]+$/);
  });

  it('opens with its dateline', () => {
    const [paragraph] = named(inClass(page, 'prose'), 'p');
    expect(paragraph && textOf(paragraph).startsWith(`${expected.dateline} `)).toBe(true);
  });

  it('is signed, with a link to all that its author wrote', () => {
    const names = inClass(page, 'byline-names');
    expect(textOf(names)).toBe(expected.byline);
    expect(hrefs(names)).toEqual([expected.author]);
  });

  it('says when it was published and updated, in Cancún time', () => {
    const times = named(inClass(page, 'byline-dates'), 'time');
    expect(times.map((time) => attribute(time, 'datetime'))).toEqual([
      expected.publishedAt,
      '2025-08-10T10:15:00-05:00',
    ]);
    expect(times.map(textOf)[0]).toBe(expected.published);
    expect(metaContent(page.document, 'article:published_time')).toBe(expected.publishedAt);
    expect(metaContent(page.document, 'article:modified_time')).toBe('2025-08-10T10:15:00-05:00');
  });

  it('leads to its other language from the masthead and the byline', () => {
    const [link, ...more] = named(inClass(page, 'edition-switch'), 'a');
    expect(more).toEqual([]);
    expect(link && [attribute(link, 'href'), attribute(link, 'hreflang'), textOf(link)]).toEqual([
      expected.pair,
      expected.language,
      expected.switchText,
    ]);
    expect(hrefs(inClass(page, 'byline-dates'))).toEqual([expected.pair]);
  });

  it('shows its clarification after the text', () => {
    const box = inClass(page, 'corrections');
    expect(textOf(box)).toMatch(expected.correction);
    expect(named(box, 'time').map((time) => attribute(time, 'datetime'))).toEqual(['2025-08-10T00:00:00-05:00']);
    const order = named(page.document, 'div', 'aside').map((element) => attribute(element, 'class'));
    expect(order.indexOf('corrections')).toBeGreaterThan(order.indexOf('prose'));
  });

  it('names its sources and its topics', () => {
    expect(hrefs(inClass(page, 'sources'))).toEqual(expected.sources);
    const tags = named(inClass(page, 'story-tags'), 'a');
    expect(tags.map((tag) => attribute(tag, 'rel'))).toEqual(Array.from({ length: 5 }, () => 'tag'));
  });

  it('is shared by plain links that carry its own address', () => {
    const links = named(inClass(page, 'share'), 'a');
    const own = new URL(expected.path, ORIGIN).href;
    expect(links.map((link) => new URL(attribute(link, 'href') ?? '').host)).toEqual([
      '',
      'wa.me',
      'www.facebook.com',
      'x.com',
    ]);
    for (const link of links) expect(decodeURIComponent(attribute(link, 'href') ?? '')).toContain(own);
  });

  it('has a card for other sites, cut to 1.91 to 1', () => {
    const card = metaContent(page.document, 'og:image') ?? '';
    expect(card).toMatch(new RegExp(`^${ORIGIN}_pictures/senate-chamber\\.[0-9a-f]{16}\\.1200x630\\.jpeg$`));
    expect(metaContent(page.document, 'og:url')).toBe(new URL(expected.path, ORIGIN).href);
    expect(canonicals(page.document)).toHaveLength(1);
  });
});

describe('the stories that every story leads on to', () => {
  const stories = newsroomOf('sample').articles.filter(isOut);
  const storyPages = sample.pages.filter(({ path }) => stories.some((story) => expectedPath(story) === path));

  it('are four, each once, in its own language', () => {
    for (const page of storyPages) {
      const related = relatedPaths(page);
      expect(new Set(related).size, page.path).toBe(4);
      for (const path of related) expect(sample.page(path).locale, page.path).toBe(page.locale);
    }
    expect(storyPages.length).toBeGreaterThan(60);
  });

  it('are never the story itself nor its translation', () => {
    for (const page of storyPages) {
      const story = stories.find((candidate) => expectedPath(candidate) === page.path);
      const versions = stories
        .filter(
          ({ id, translationKey }) => id === story?.id || (translationKey && translationKey === story?.translationKey),
        )
        .map(expectedPath);
      expect(
        relatedPaths(page).filter((path) => versions.includes(path)),
        page.path,
      ).toEqual([]);
    }
  });
});

describe('a story that is no report', () => {
  const stories = newsroomOf('sample').articles.filter(({ genre }) => genre);
  const LABELS = {
    en: { opinion: 'Opinion', analysis: 'Analysis', background: 'Background' },
    es: { analysis: 'Análisis' },
  };

  it('is labelled beside its section, and in every list that shows it, in its language', () => {
    expect(stories.length).toBeGreaterThan(3);
    for (const story of stories) {
      const label = (LABELS[story.locale] as Record<string, string>)[story.genre ?? ''] ?? '';
      const page = sample.page(expectedPath(story));
      expect(textOf(inClass(page, 'kicker')), page.path).toContain(label);
      const items = sample.pages.flatMap(({ document }) =>
        named(document, 'li').filter(
          (item) =>
            // Lists of corrections show what was corrected, and no story.
            classed(item, 'correction-kind').length === 0 &&
            named(item, 'h2', 'h3').some((heading) => hrefs(heading).includes(page.path)),
        ),
      );
      expect(items.length, page.path).toBeGreaterThan(3);
      expect(items.filter((item) => !classed(item, 'genre-label').some((mark) => textOf(mark) === label))).toEqual([]);
    }
  });
});

describe('a sponsored story', () => {
  const story = newsroomOf('sample').articles.find(({ sponsor }) => sponsor);
  const page = sample.page(story ? expectedPath(story) : '');

  it('says who paid, at its top, with a link that tells search engines so', () => {
    const [link] = named(inClass(page, 'sponsor-note'), 'a');
    expect(link && attribute(link, 'rel')).toBe('sponsored noopener');
    expect(link && attribute(link, 'href')).toBe(story?.sponsor?.url);
    expect(textOf(inClass(page, 'sponsor-note'))).toContain(story?.sponsor?.name);
  });

  it('is labelled in every list that shows it', () => {
    const shown = sample.pages.flatMap(({ path, document }) =>
      named(document, 'li')
        .filter((item) => named(item, 'h2', 'h3').some((heading) => hrefs(heading).includes(page.path)))
        .map((item) => ({ path, labels: classed(item, 'sponsor-label').length })),
    );
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter(({ labels }) => labels !== 1)).toEqual([]);
  });
});

describe('a story of the small newsroom', () => {
  it('joins five names with commas and “and”', () => {
    const names = inClass(three.page('/articles/rain/'), 'byline-names');
    expect(textOf(names)).toBe('By Abril Iglesias, Bruno Ich, Carmen O’Neill, Daniel Ek and Irma Hidalgo');
    expect(hrefs(names)).toHaveLength(5);
  });

  it('joins two Spanish names with “e” before an i', () => {
    const names = inClass(three.page('/es/articulos/anticonstitucional/'), 'byline-names');
    expect(textOf(names)).toBe('Por Daniel Ek e Irma Hidalgo');
  });

  it('keeps a headline of 140 characters, and a word of 28 letters, whole', () => {
    const [long] = named(three.page('/articles/the-longest-headline/').document, 'h1').map(textOf);
    expect(long).toHaveLength(140);
    const [spanish] = named(three.page('/es/articulos/anticonstitucional/').document, 'h1').map(textOf);
    expect(spanish).toContain('anticonstitucionalísimamente');
  });

  it('shows a picture that lies beside it, at its head and with a caption in its text', () => {
    const page = three.page('/articles/rain/');
    const sources = named(page.document, 'img').map((image) => attribute(image, 'src') ?? '');
    expect(sources.filter((source) => source.startsWith('/_pictures/rain.'))).toHaveLength(2);
    const figure = theOne(named(inClass(page, 'prose'), 'figure'), 'figure');
    expect(named(figure, 'figcaption').map(textOf)).toEqual(['A puddle, later in the day.']);
  });

  it('shows a correction before the text and an update after it', () => {
    const page = three.page('/articles/the-longest-headline/');
    const order = named(page.document, 'div', 'aside')
      .filter((element) => ['corrections', 'prose'].includes(attribute(element, 'class') ?? ''))
      .map((element) => (attribute(element, 'class') === 'prose' ? 'text' : textOf(element).split(' ')[0]));
    expect(order).toEqual(['Correction', 'text', 'Update']);
  });

  it('escapes the name and the address of a sponsor', () => {
    const page = three.page('/articles/the-longest-headline/');
    expect(page.html).toContain('href="https://choir.example/?a=1&amp;b=2"');
    expect(textOf(inClass(page, 'sponsor-note'))).toContain('Choir & Sons');
    expect(page.html).not.toContain('Choir & Sons');
  });

  it('titles a topic without a file from its slug', () => {
    expect(named(three.page('/topics/choirs/').document, 'h1').map(textOf)).toEqual(['Choirs']);
  });
});

/** Where the stories under “Discover more” lead. */
function relatedPaths(page: BuiltPage): string[] {
  return named(inClass(page, 'discover-more'), 'h3').flatMap(hrefs);
}
