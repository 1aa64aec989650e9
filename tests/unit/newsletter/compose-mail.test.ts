import { describe, expect, it } from 'vitest';
import { composeMail, MOST_BYTES } from '#src/newsletter/compose-mail.ts';
import { UNSUBSCRIBE_MARK } from '#src/newsletter/issue-mail.ts';
import { siteSchema } from '#src/schemas/site.ts';
import { hostileStrings } from '../../hostile-strings.ts';
import { makeArticle, makeArticles, makeEdition, makeEvent, makeIssue, NEWSLETTER, SITE } from '../../factories.ts';
import { attributeOf, elementsOf, mailOf, textBelow } from './mails.ts';

const PICTURE = { src: '/pictures/reef.webp', alt: 'A "quiet" reef', credit: 'Photo: Ana Pech' };
const SPONSOR = { name: 'A & B Bank', url: 'https://bank.example/' };

const stories = (count: number) =>
  makeArticles(count).map((article) => ({ ...article, title: `Story ${article.slug}` }));
const issueOf = (articles: readonly { slug: string }[], more: Parameters<typeof makeIssue>[0] = {}) =>
  makeIssue({ articles: articles.map(({ slug }) => slug), ...more });

const named = (html: string, name: string) => elementsOf(html).filter(({ tagName }) => tagName === name);
const headings = (html: string) =>
  elementsOf(html)
    .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
    .map((element) => `${element.tagName} ${textBelow(element)}`);

describe('the mail of an issue', () => {
  it('has a name for ever, its subject, its language and the address of its copy', () => {
    const { mail } = mailOf(makeEdition([makeArticle()]), makeIssue());
    expect(mail).toMatchObject({
      id: 'en/2026-11-23-daily',
      kind: 'daily',
      locale: 'en',
      subject: 'A quiet morning on the reef',
      preheader: 'And what the sea brought.',
      webAddress: 'https://paper.example/newsletter/2026-11-23-daily/',
    });
    expect(named(mail.html, 'html').map((root) => attributeOf(root, 'lang'))).toEqual(['en']);
  });

  it('tells the lead, three top stories, and the others under their sections', () => {
    const articles = stories(6);
    const { mail } = mailOf(makeEdition(articles), issueOf(articles));
    expect(headings(mail.html)).toEqual([
      'h1 Coast News & Events',
      'h2 Story story-0',
      'h2 Story story-1',
      'h2 Story story-2',
      'h2 Story story-3',
      'h2 Environment',
      'h3 Story story-4',
      'h3 Story story-5',
    ]);
  });

  it('tells nothing that is withheld, kept out or gone since the issue was written', () => {
    const shown = makeArticle({ stem: 'shown', title: 'Shown to all' });
    const hidden = [
      makeArticle({ stem: 'a', title: 'canary', draft: true }),
      makeArticle({ stem: 'b', title: 'canary', withdrawn: { date: '2026-11-22', reason: 'It was wrong.' } }),
      makeArticle({ stem: 'c', title: 'canary', pubDate: '2026-12-01' }),
      makeArticle({ stem: 'd', title: 'canary', newsletter: false }),
    ];
    const { mail } = mailOf(makeEdition([...hidden, shown]), issueOf([...hidden, shown]));
    expect(mail.html).toContain('Shown to all');
    expect(mail.html + mail.text).not.toContain('canary');
    expect(composeMail(makeEdition(hidden), issueOf(hidden), () => '')).toBeUndefined();
  });

  it('has one picture, the lead’s, as JPEG with its words and its credit', () => {
    const articles = [makeArticle({ stem: 'a', picture: PICTURE }), makeArticle({ stem: 'b', picture: PICTURE })];
    const { mail } = mailOf(makeEdition(articles), issueOf(articles));
    const pictures = named(mail.html, 'img');
    expect(pictures.map((picture) => attributeOf(picture, 'src'))).toEqual([
      'https://paper.example/_pictures/reef.0123456789abcdef.1200x630.jpeg',
    ]);
    expect(pictures.map((picture) => attributeOf(picture, 'alt'))).toEqual(['A “quiet” reef']);
    expect(pictures.map((picture) => attributeOf(picture, 'width'))).toEqual(['552']);
    expect(mail.html).toContain('Photo: Ana Pech');
  });

  it('labels what is paid for in both parts', () => {
    const articles = [makeArticle({ stem: 'a' }), makeArticle({ stem: 'b', sponsor: SPONSOR })];
    const { mail } = mailOf(makeEdition(articles), issueOf(articles));
    expect(mail.html).toContain('Paid for by A &amp; B Bank');
    expect(mail.text).toContain('Paid for by A & B Bank\n');
  });

  it('says which events come, on their own clock, and what was corrected since the last issue', () => {
    const correction = { date: '2026-11-22', kind: 'correction' as const, text: 'It was "twelve", not two.' };
    const corrections = [
      { ...correction, date: '2026-11-19', text: 'Too early.' },
      correction,
      { ...correction, kind: 'update' as const, text: 'No mistake.' },
    ];
    const articles = [makeArticle({ stem: 'a', title: 'The count', corrections }), makeArticle({ stem: 'b' })];
    const edition = makeEdition(articles, { newsroom: { events: [makeEvent({ venue: { name: 'Dos Aguas' } })] } });
    const issue = makeIssue({ articles: ['b'], events: ['trova'], since: '2026-11-20' });
    const { mail } = mailOf(edition, issue);
    expect(mail.text).toContain(
      [
        '== Events ahead ==',
        '',
        'Saturday, 5 December 2026, 20:00–22:30',
        'A night of trova',
        'Dos Aguas, Tulum',
        'https://paper.example/events/trova/',
        '',
        '== Corrections and clarifications ==',
        '',
        'Correction (22 November 2026)',
        'The count',
        'It was “twelve”, not two.',
        'https://paper.example/articles/a/',
      ].join('\n'),
    );
    expect(mail.html).toContain('It was “twelve”, not two.');
    expect(mail.html + mail.text).not.toMatch(/Too early|No mistake/);
  });

  it('tells who sends it, why, where its copy is and how to leave, in both parts and both languages', () => {
    const newsletter = { ...NEWSLETTER, postalAddress: '5a Avenida 10, 77710 Playa del Carmen' };
    const site = siteSchema.parse({ ...SITE, newsletter });
    const wishes = { site };
    const parts = (['en', 'es'] as const).flatMap((locale) => {
      const edition = makeEdition([makeArticle({ locale })], wishes);
      const { mail } = mailOf(
        locale === 'en' ? edition : { ...edition, locale, articles: [makeArticle({ locale })] },
        makeIssue({ locale, kind: 'weekly' }),
      );
      return [mail.html, mail.text];
    });
    for (const part of parts) {
      expect(part).toContain(UNSUBSCRIBE_MARK);
      expect(part).toContain('newsroom@paper.example');
      expect(part).toContain('5a Avenida 10, 77710 Playa del Carmen');
      expect(part).toMatch(/\/(?:newsletter|boletin)\/2026-11-23-daily\//);
    }
    expect(parts[1]).toContain('because you signed up for the weekly newsletter of Coast News & Events');
    expect(parts[3]).toContain('porque se suscribió al boletín semanal de Coast News & Events');
  });

  it('begins with the editor’s introduction', () => {
    const bodies = {
      'newsletters/en/2026/2026-11-23-daily.md': 'Good *morning*. See [the sea](/articles/sea/).\n\n- One\n- Two',
    };
    const { mail } = mailOf(makeEdition([makeArticle()]), makeIssue(), bodies);
    expect(mail.html).toMatch(/Good <em>morning<\/em>\. See <a href="https:\/\/paper\.example\/articles\/sea\/"/);
    expect(mail.text).toContain(
      '\n\nGood morning. See the sea.\nhttps://paper.example/articles/sea/\n\n- One\n- Two\n\n',
    );
  });

  it('tells what breaks whole, with its dateline, its pictures as JPEG and its own headings below', () => {
    const article = makeArticle({ stem: 'storm', dateline: 'tulum', picture: PICTURE });
    const { mail } = mailOf(makeEdition([article]), makeIssue({ kind: 'breaking', articles: ['storm'] }), {
      'articles/en/2026/storm.md': 'The port is closed.\n\n## What to do\n\nStay in.',
    });
    expect(headings(mail.html)).toEqual(['h1 Coast News & Events', 'h2 The reef has a quiet morning', 'h3 What to do']);
    expect(mail.html).toContain('.1104x621.jpeg');
    expect(mail.html).not.toContain('.webp');
    expect(mail.text).toContain('The port is closed.\n\nWhat to do\n\nStay in.\n');
    expect(mail.text).toContain('TULUM');
  });
});

describe('a breaking story without a text', () => {
  it('is told by its standfirst', () => {
    const { mail } = mailOf(makeEdition([makeArticle()]), makeIssue({ kind: 'breaking' }), {});
    for (const part of [mail.html, mail.text])
      expect(part).toContain('Divers counted fish where the sargassum did not come.');
  });
});

describe('the size of a mail', () => {
  const long = { description: 'ñandú '.repeat(50).trim(), sponsor: { ...SPONSOR, name: 'ñ'.repeat(120) } };

  it('stays below what Gmail shows: stories are left out from the end, whole, and the mail says how many', () => {
    const articles = Array.from({ length: 60 }, (_, index) =>
      makeArticle({ stem: `story-${index}`, title: `Story ${index} ${'ñ'.repeat(120)}`, ...long }),
    );
    const { mail, bytes, leftOut } = mailOf(makeEdition(articles), issueOf(articles));
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes).toBe(Buffer.byteLength(mail.html));
    expect(leftOut.length).toBeGreaterThan(0);
    const kept = articles.length - leftOut.length;
    expect(leftOut[0]).toMatch(/^Story 59 /);
    expect(mail.html).toContain(`Story ${kept - 1} `);
    expect(mail.html).not.toContain(`Story ${kept} `);
    expect(mail.html).toContain(`${leftOut.length} more stories are in the copy on the site.`);
    expect(mail.text).not.toContain(`Story ${kept} `);
    expect(mail.html).toContain('</html>');
  });

  it('has all that there is room for', () => {
    const articles = stories(20);
    const { leftOut, mail } = mailOf(makeEdition(articles), issueOf(articles));
    expect(leftOut).toEqual([]);
    expect(mail.html).not.toContain('in the copy on the site');
  });

  it('tells a breaking story that is too long by its standfirst, and says so', () => {
    const bodies = { 'articles/en/2026/quiet-morning.md': 'A long story. '.repeat(8000) };
    const { mail, bytes, isShortened } = mailOf(makeEdition([makeArticle()]), makeIssue({ kind: 'breaking' }), bodies);
    expect(isShortened).toBe(true);
    expect(bytes).toBeLessThan(20_000);
    expect(mail.html).toContain('Divers counted fish where the sargassum did not come.');
    expect(mail.html).toContain('Read the whole story');
    expect(mail.text).not.toContain('A long story.');
  });
});

describe('hostile texts in a mail', () => {
  const words = hostileStrings().filter((text) => text.trim() !== '' && !text.includes('\n') && text.length <= 120);
  const texts = words.filter((text) => /[\u0021-\uffff]/.test(text) && !/[\u0000-\u001f\u007f]/.test(text));

  it('are shown as they are and make no element, in headlines, standfirsts, names and subjects', () => {
    const usual = elementsOf(everywhere('Words').html).map(({ tagName }) => tagName);
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) {
      const mail = everywhere(text);
      expect(
        elementsOf(mail.html).map(({ tagName }) => tagName),
        text,
      ).toEqual(usual);
      expect(attributesOf(mail.html), text).toEqual([]);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });

  it('run nothing in a body or an introduction', () => {
    for (const text of hostileStrings()) {
      const bodies = { 'articles/en/2026/quiet-morning.md': text, 'newsletters/en/2026/2026-11-23-daily.md': text };
      const { mail } = mailOf(makeEdition([makeArticle()]), makeIssue({ kind: 'breaking' }), bodies);
      expect(attributesOf(mail.html), text).toEqual([]);
      expect(
        elementsOf(mail.html).map(({ tagName }) => tagName),
        text,
      ).not.toContain('script');
    }
  });
});

function everywhere(text: string) {
  const article = makeArticle({
    title: text,
    description: text,
    sponsor: { ...SPONSOR, name: text },
    picture: { ...PICTURE, alt: text, credit: text },
    corrections: [{ date: '2026-11-22', kind: 'correction', text }],
  });
  const edition = makeEdition([article], { newsroom: { events: [makeEvent({ title: text, venue: { name: text } })] } });
  const issue = makeIssue({ subject: text, preheader: text, events: ['trova'], since: '2026-11-20' });
  return mailOf(edition, issue).mail;
}

/** Attributes that run something, and addresses that are none of the web. */
function attributesOf(html: string): string[] {
  return elementsOf(html).flatMap(({ attrs }) =>
    attrs
      .filter(
        ({ name, value }) =>
          name.startsWith('on') || (/^(?:href|src)$/.test(name) && !/^(?:https?|mailto|tel):/.test(value)),
      )
      .map(({ name, value }) => `${name}=${value}`),
  );
}
