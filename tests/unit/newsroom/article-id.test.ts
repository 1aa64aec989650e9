import { describe, expect, it } from 'vitest';
import { articleId, firstSlugsOf } from '#src/newsroom/article-id.ts';
import type { Article } from '#src/newsroom/newsroom.ts';
import { makeArticle } from '../../factories.ts';

const ID = 'en/2026/quiet-morning';

/** The id of the first of some articles, which are a whole newsroom. */
const idOf = (article: Article, ...others: Article[]) =>
  articleId({ firstSlugs: firstSlugsOf([article], [article, ...others]) }, article);

/** The article after its file has been moved. */
const movedTo = (folder: string, article: Article): Article => {
  const id = `${folder}/${article.id.split('/').at(-1)}`;
  return { ...article, id, file: `articles/${id}.md` };
};

const story = (stem: string, aliases: string[] = [], fields: Parameters<typeof makeArticle>[0] = {}) =>
  makeArticle({ stem, aliases, ...fields });

describe('the id of an article', () => {
  it('is its language, year and slug as long as it has never been renamed', () => {
    expect(idOf(makeArticle())).toBe(ID);
    expect(idOf(makeArticle({ locale: 'es', stem: 'calma' }))).toBe('es/2026/calma');
  });

  it.each(['en', 'en/2027', 'en/2026/11', 'en/reef', 'en/archive/old'])(
    'stays if the file is moved to %s',
    (folder) => {
      expect(idOf(movedTo(folder, makeArticle()))).toBe(ID);
    },
  );

  it('has the year of publication on the coast, not in London', () => {
    expect(idOf(makeArticle({ pubDate: '2026-12-31T23:30' }))).toBe(ID);
  });

  it.each(['/articles/quiet-morning/', '/articles/quiet-morning', '/articles/quiet-morning/index.html'])(
    'stays if the file gets another name, with %s among the aliases',
    (alias) => {
      expect(idOf(story('loud-evening', [alias]))).toBe(ID);
      expect(idOf(movedTo('en/2027', story('loud-evening', [alias])))).toBe(ID);
    },
  );

  it('stays if a slug is written, and then the file gets another name', () => {
    expect(idOf(story('quiet-morning', [], { slug: 'quiet-morning' }))).toBe(ID);
    expect(idOf(story('2026-11-20-reef', [], { slug: 'quiet-morning' }))).toBe(ID);
    expect(idOf(story('quiet-morning', ['/articles/quiet-morning/'], { slug: 'reef' }))).toBe(ID);
    expect(idOf(story('anything', ['/articles/quiet-morning/'], { slug: 'reef' }))).toBe(ID);
  });

  it('is that of the first of several addresses', () => {
    expect(idOf(story('third', ['/articles/quiet-morning/', '/articles/second/']))).toBe(ID);
    expect(idOf(story('third', ['/2019/05/reef.html', '/articles/quiet-morning/', '/articles/second/']))).toBe(ID);
  });

  it.each([
    '/2019/05/reef/',
    '/reef.html',
    '/articles/reef/amp/',
    '/articles/Reef_Story/',
    '/es/articulos/calma/',
    '/es/articles/reef/',
  ])('is not taken from %s, which was no address of an article in its language', (alias) => {
    expect(idOf(story('quiet-morning', [alias]))).toBe(ID);
  });

  it('follows a translation’s own addresses', () => {
    const aliases = ['/articles/quiet-morning/', '/es/articulos/calma/'];
    expect(idOf(story('paz', aliases, { locale: 'es' }))).toBe('es/2026/calma');
  });

  it('is not that of an article it replaces, which keeps its own', () => {
    const replaced = story('rain', [], { draft: true });
    const replacement = story('quiet-morning', ['/articles/rain/']);
    expect(idOf(replacement, replaced)).toBe(ID);
    expect(idOf(replaced, replacement)).toBe('en/2026/rain');
    expect(idOf(story('reef', ['/articles/rain/', '/articles/quiet-morning/']), replaced)).toBe(ID);
  });

  it('goes with the address if two articles exchange theirs', () => {
    const reef = story('reef', [], { slug: 'rain' });
    const rain = story('rain', [], { slug: 'reef' });
    expect([idOf(reef, rain), idOf(rain, reef)]).toEqual(['en/2026/rain', 'en/2026/reef']);
  });
});
