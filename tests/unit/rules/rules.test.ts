import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { readPictures } from '#src/reading/read-pictures.ts';
import { ALL_RULES } from '#src/rules/all-rules.ts';
import { messageText, ruleText } from '#src/schemas/message.ts';
import { formatProblem } from '#src/schemas/problem.ts';
import { NOW } from '../../factories.ts';
import { ALL_DEFECTS } from '../../scripts/lint-content/defects/all-defects.ts';
import { Draft } from '../../scripts/lint-content/defects/draft.ts';
import { AROUND, STORY, temporaryFolder } from '../../temporary-folder.ts';

/** What no story alone can bring about: see the tests of what can be published, of pictures and of refusals. */
const TRIED_ELSEWHERE = ['depends-on-broken', 'no-edition', 'picture-elsewhere', 'unreadable-file'];

/** A newsroom without a mistake, with a few stories to corrupt. */
function goodNewsroom(): { folder: string; stories: string[] } {
  const stories = [1, 2, 3].map((number) => `articles/en/2026/story-${number}.md`);
  const folder = temporaryFolder({
    ...AROUND,
    'articles/en/2026/untouched.md': STORY,
    ...Object.fromEntries(stories.map((file, index) => [file, STORY.replace('quiet', `quiet, ${index}th`)])),
  });
  return { folder, stories };
}

async function problemsIn(folder: string) {
  const { newsroom, problems } = readNewsroom(folder, { now: NOW });
  return [...problems, ...(await readPictures({ contentRoot: folder }, newsroom)).problems];
}

describe('every rule', () => {
  it('finds nothing in a good newsroom', async () => {
    expect(await problemsIn(goodNewsroom().folder)).toEqual([]);
  });

  it.each(ALL_DEFECTS.map((defect) => [defect.rule, defect.says, defect] as const))(
    '%s finds its mistake in its place and nothing else: %s',
    async (rule, says, defect) => {
      const { folder, stories } = goodNewsroom();
      const expected = [defect.seed(new Draft(folder, stories))].flat();
      const found = await problemsIn(folder);
      expect(
        found.map(({ rule: id, file, line }) => ({ rule: id, file, line })),
        found.map(formatProblem).join('\n'),
      ).toEqual(expected.map(({ file, line }) => ({ rule, file, line })));
      for (const { message } of found) {
        const { reason, remedy } = messageText(message, 'en');
        expect(`${reason} — ${remedy}`.slice(0, says.length)).toBe(says);
      }
    },
  );

  it('has a mistake that tries it', () => {
    const tried = new Set([...ALL_DEFECTS.map(({ rule }) => rule), ...TRIED_ELSEWHERE]);
    expect(ALL_RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it('has an id of its own, and a title and a reason in both languages', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      const [en, es] = [ruleText(id, 'en'), ruleText(id, 'es')];
      expect(en.title, id).not.toBe(es.title);
      expect(en.explanation, id).not.toBe(es.explanation);
      for (const { title, explanation } of [en, es]) {
        expect(title, id).toMatch(/^.{8,100}[^.]$/);
        expect(explanation, id).toMatch(/\.$/);
      }
    }
  });
});

describe('columns', () => {
  const at = (text: string, files: Record<string, string> = {}) => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/2026/reef.md': text, ...files });
    return readNewsroom(folder, { now: NOW }).problems.map(formatProblem);
  };

  it('are those of the address of a link, of a heading, of a character, of a tag', () => {
    expect(at(`${STORY}\nSee [it](/articles/gone-for-ever/).\n\n#### Deep\n`)).toEqual([
      'articles/en/2026/reef.md:10:10  error  body ("/articles/gone-for-ever/")  leads nowhere on this site — correct the address, or remove the link',
      'articles/en/2026/reef.md:12:1  warning  body (####)  is a heading that skips a level — write ## in its place',
    ]);
    expect(at(STORY.replace('Nobody', 'No\u202ebody'))).toEqual([
      'articles/en/2026/reef.md:8:3  error  (U+202E)  contains a character that changes the direction of writing — delete it, and retype the text around it',
    ]);
    expect(at(STORY.replace('authors', 'slug: !!binary aGk=\nauthors'))).toEqual([
      'articles/en/2026/reef.md:5:7  error  cannot be read as YAML: tags (!) are not allowed — remove the tag, or put quotation marks around the text',
    ]);
  });

  it('are reported of a link that others have, with what was meant', () => {
    const other = STORY.replace('quiet', 'second');
    expect(at(`${STORY}\n[One](/articles/secnd-story/)\n`, { 'articles/en/2026/second-story.md': other })).toEqual([
      'articles/en/2026/reef.md:10:7  error  body ("/articles/secnd-story/")  leads nowhere on this site — did you mean “/articles/second-story/”?',
    ]);
  });
});

describe('links', () => {
  const said = (from: string, others: Record<string, string> = {}, now = NOW) => {
    const folder = temporaryFolder({ ...AROUND, 'articles/en/2026/reef.md': from, ...others });
    return readNewsroom(folder, { now }).problems.map(({ rule }) => rule);
  };
  const linkTo = (address: string) => `${STORY}\n[There](${address})\n`;

  it.each(
    `/ /es/ /articles/reef/ #top ?q=reef /search/?q=reef /es/buscar/ /sections/environment/
    /es/secciones/environment/ /authors/ana-pech/ /latest/ /archive/2026/ /archive/2026/11/ /rss.xml /favicon.svg
    /latest/#content /rss.xml#any ../reef/
    //elsewhere.example/articles/gone/ mailto:desk@example.org https://elsewhere.example/articles/gone/`.split(/\s+/),
  )('may lead to %s', (address) => {
    expect(said(linkTo(address))).toEqual([]);
  });

  it.each(
    `/articles/ /sections/sport/ /authors/nobody/ /archive/2019/ /topics/reef/ /es/articulos/reef/
    /page/2/ /search/page/2/ /es/ultimas/page/2/ ../gone/ /Articles/reef/ /articles/reef.html
    /authors/ana-pech/page/1/ /es/ultimas/pagina/2/ /guide.pdf /_astro/style.css /maps/tulum.svg /places/tulum/`.split(
      /\s+/,
    ),
  )('may not lead to %s', (address) => {
    expect(said(linkTo(address))).toEqual(['dead-link']);
  });

  const due = (instant: string, text = STORY) => text.replace('2026-11-20T09:00', instant);

  it('may join two stories that come out together, and not lead to one that comes later', () => {
    const later = { 'articles/en/2026/later.md': due('2031-01-02T06:00') };
    expect(said(due('2031-01-02T06:00', linkTo('/articles/later/')), later)).toEqual([]);
    expect(said(due('2031-01-01T06:00', linkTo('/articles/later/')), later)).toEqual(['withheld-link']);
    expect(said(linkTo('/articles/later/'), later)).toEqual(['withheld-link']);
    expect(said(linkTo('/articles/later/'), later, new Date('2031-02-01'))).toEqual([]);
  });

  it('know a heading by its words, its number and its accents, as the page has it', () => {
    const headings = `${linkTo('#s-el-agua')}\n## El agua\n\n## Él agua\n\nA\n[x](#s-el-agua-2) [y](#s-el-agua-3)\n`;
    expect(said(headings)).toEqual(['dead-anchor']);
  });

  it('know an id written by hand, on its own page as it was written', () => {
    const byHand = `${STORY}\n<p id="map">Here</p>\n\n<h3 id="deep">Deep</h3>\n\n[a](#map) [b](#s-map) [c](#deep) [d](#nowhere)\n`;
    expect(said(byHand)).toEqual(['dead-anchor']);
  });

  it('in a draft are no errors, whatever they lead to', () => {
    const draft = (address: string) => linkTo(address).replace('authors', 'draft: true\nauthors');
    expect(said(draft('#s-nowhere'))).toEqual(['unready-link']);
    expect(said(draft('/articles/nowhere/'))).toEqual(['unready-link']);
  });

  it('are judged when their story appears, with the lists that it brings', () => {
    const later = due('2031-01-02T06:00', linkTo('/topics/carnival/')).replace('authors', 'tags: [carnival]\nauthors');
    expect(said(later)).toEqual([]);
    expect(said(due('2031-01-02T06:00', linkTo('/archive/2031/01/')))).toEqual([]);
    expect(said(linkTo('/archive/2031/01/'))).toEqual(['dead-link']);
  });

  it('that are written as HTML are judged as well', () => {
    expect(said(`${STORY}\nA <a href="/articles/nowhere/">link</a>.\n`)).toEqual(['dead-link']);
    expect(said(`${STORY}\nA <a href="javascript:alert(1)">link</a>.\n`)).toEqual(['unsafe-address']);
    expect(said(`${STORY}\n<img src="/pictures/nowhere.webp" alt="A reef">\n`)).toEqual(['missing-picture']);
  });

  it('may have spaces in them, within brackets', () => {
    expect(said(linkTo('</search/?q=two words>'))).toEqual([]);
  });

  it('to a page or section that could not be read are not reported', () => {
    const page = { 'pages/en/about.md': 'Only words.' };
    expect(said(linkTo('/about/'), page)).toEqual(['no-front-matter']);
  });

  it('to an article that could not be read are not reported: that one is', () => {
    expect(said(linkTo('/articles/broken/'), { 'articles/en/2026/broken.md': 'Only words.' })).toEqual([
      'no-front-matter',
    ]);
  });
});

describe('a file that could not be read', () => {
  it('takes no blame on other files: its pictures are not unused, its translation is not alone', () => {
    const folder = temporaryFolder({
      ...AROUND,
      'pictures/reef.webp': '',
      'articles/en/2026/reef.md': STORY.replace('authors', 'translationKey: reef\nauthors'),
      'articles/es/2026/arrecife.md': STORY.replace('title:', 'titel:').replace(
        'authors',
        'translationKey: reef\npicture: { src: /pictures/reef.webp, alt: A, credit: B }\nauthors',
      ),
    });
    expect(new Set(readNewsroom(folder, { now: NOW }).problems.map(({ file }) => file))).toEqual(
      new Set(['articles/es/2026/arrecife.md']),
    );
  });

  it('is reported for all that is wrong with it at once, also what only the whole newsroom shows', () => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/2026/reef.md': `${STORY.replace('[ana-pech]', '[nobody]')}\n![A turtle](/pictures/gone.webp) [x](/nowhere/)\n`,
    });
    expect(readNewsroom(folder, { now: NOW }).problems.map(({ rule }) => rule)).toEqual([
      'dangling-name',
      'missing-picture',
      'dead-link',
    ]);
  });

  it('is reported for its body as well as for its fields', () => {
    const folder = temporaryFolder({
      ...AROUND,
      'articles/en/2026/reef.md': `${STORY.replace('title:', 'tittle:')}\n#### Deep\n`,
    });
    expect(readNewsroom(folder, { now: NOW }).problems.map(({ rule }) => rule)).toEqual([
      'missing-field',
      'unknown-field',
      'heading-skip',
    ]);
  });
});

describe('a field that is plain text', () => {
  const titled = (title: string) => {
    const text = STORY.replace('The reef has a quiet morning', title);
    const folder = temporaryFolder({ ...AROUND, 'articles/en/2026/reef.md': text });
    return readNewsroom(folder, { now: NOW }).problems.map(({ rule, line }) => `${rule} ${line}`);
  };

  it.each([
    'See [the reef](/reef/)',
    'A **quiet** morning',
    'A __quiet__ morning',
    '![Reef](./a.jpg)',
    '# Reef',
    'A <b>quiet</b> morning',
    'The reef<br/>today',
    'H<SUB>2</SUB>O',
  ])('may not have Markdown or HTML, which readers would see: %s', (title) => {
    expect(titled(title)).toEqual(['raw-markdown 2']);
  });

  it.each([
    '[Video] (2026) The reef',
    'Five ** stars ** and **',
    '2**3**4',
    'snake__case__name',
    '*Quiet*, they say',
    '<your name> & 3 < 4, a < b > c',
    '#1 reef, # 1 in Mexico',
    '$a[0](b)',
    'Sears <S> and Phillips <P> raise prices',
  ])('may have signs that mean themselves: %s', (title) => {
    expect(titled(title)).toEqual([]);
  });
});
