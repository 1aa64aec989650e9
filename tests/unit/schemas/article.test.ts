import { describe, expect, it } from 'vitest';
import { articleSchema } from '#src/schemas/article.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { articleFrontMatter, articleInput } from '../../factories.ts';
import { faultsIn } from './issue-message.ts';

const schema = articleSchema(plainImageFile);

/** `field: message` of everything wrong with a story that is good but for these fields. */
const faults = (fields: Record<string, unknown>) => faultsIn(schema, { ...articleInput(), ...fields });

/** A story without one of the fields it needs. */
function without(field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(articleInput()).filter(([name]) => name !== field));
}

const picture = { src: '/pictures/reef.webp', alt: 'A reef', credit: 'Ana Pech' };

describe('articleSchema', () => {
  it('needs five fields and fills in the rest', () => {
    expect(articleFrontMatter()).toEqual({
      title: 'The reef has a quiet morning',
      description: 'Divers counted fish where the sargassum did not come.',
      pubDate: new Date('2026-11-20T14:00:00Z'),
      authors: ['ana-pech'],
      categories: ['environment'],
      tags: [],
      newsletter: true,
      places: [],
      draft: false,
      corrections: [],
      aliases: [],
      sources: [],
    });
  });

  it('takes every field it knows', () => {
    const everything = {
      updatedDate: '2026-11-21',
      tags: ['sargassum', 'reef'],
      dateline: 'tulum',
      places: ['tulum', 'akumal'],
      picture: { ...picture, caption: 'The reef at seven' },
      featured: 'lead',
      draft: true,
      expiryDate: '2026-12-01T00:00Z',
      withdrawn: { date: '2026-11-22', reason: 'The figures were wrong.' },
      corrections: [{ date: '2026-11-21', kind: 'correction', text: 'It was Tuesday.' }],
      translationKey: 'quiet-morning',
      sponsor: { name: 'A hotel', url: 'https://hotel.example/' },
      slug: 'quiet-morning',
      aliases: ['/2024/05/old-story/', '/old.html'],
      sources: [{ title: 'CONANP', url: 'https://www.gob.mx/conanp' }],
    };
    expect(faults(everything)).toEqual([]);
  });

  it.each(['title', 'description', 'pubDate', 'authors', 'categories'])('needs %s', (field) => {
    const { error } = schema.safeParse(without(field));
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('refuses a field it does not know, at the top and below', () => {
    expect(schema.safeParse({ ...articleInput(), tittle: 'x' }).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['tittle'], path: [] },
    ]);
    expect(
      schema.safeParse({ ...articleInput(), picture: { ...picture, copyright: 'x' } }).error?.issues,
    ).toMatchObject([{ code: 'unrecognized_keys', keys: ['copyright'], path: ['picture'] }]);
  });

  it.each([
    ['a title of 141 characters', { title: 'x'.repeat(141) }, 'title: too-long 140'],
    ['a title of spaces', { title: '   ' }, 'title: empty-text'],
    ['a title that is a number', { title: 2026 }, 'title: text-unquoted'],
    ['a description of two lines', { description: 'One\ntwo' }, 'description: several-lines'],
    ['a description of 321 characters', { description: 'x'.repeat(321) }, 'description: too-long 320'],
    [
      'a control character, which would break the feed',
      { description: 'One\u0008two' },
      'description: escaped-control-character',
    ],
    ['a pubDate that is no date', { pubDate: '2026-02-30' }, 'pubDate: not-a-date'],
    ['an update before publication', { updatedDate: '2026-11-20T08:59' }, 'updatedDate: updated-too-early'],
    ['an expiry at the minute of publication', { expiryDate: '2026-11-20T09:00' }, 'expiryDate: expires-too-early'],
    ['no author', { authors: [] }, 'authors: no-author'],
    ['an author outside a list', { authors: 'ana' }, 'authors: slug-list author'],
    ['an author twice', { authors: ['ana', 'ana'] }, 'authors: author-twice'],
    ['an author by name', { authors: ['Ana Pech'] }, 'authors.0: slug-characters'],
    ['no category', { categories: [] }, 'categories: no-category'],
    ['four categories', { categories: ['a', 'b', 'c', 'd'] }, 'categories: too-many-categories'],
    ['a tag twice', { tags: ['reef', 'reef'] }, 'tags: tag-twice'],
    ['tags in one text', { tags: 'reef, coral' }, 'tags: slug-list tag'],
    ['a place twice', { places: ['tulum', 'tulum'] }, 'places: place-twice'],
    ['two datelines', { dateline: ['tulum', 'coba'] }, 'dateline: slug'],
    ['a rank it does not know', { featured: 'first' }, 'featured: featured'],
    [
      'a genre it does not know',
      { genre: 'column' },
      'genre: choice report, opinion, analysis, review, background, press-release',
    ],
    ['a quoted true', { draft: 'true' }, 'draft: switch'],
    ['corrections outside a list', { corrections: 'none' }, 'corrections: correction-list'],
    [
      'a kind of correction it does not know',
      { corrections: [{ date: '2026-11-21', kind: 'erratum', text: 'x' }] },
      'corrections.0.kind: choice correction, clarification, update, retraction',
    ],
    [
      'a withdrawal without a reason',
      { withdrawn: { date: '2026-11-21', reason: '' } },
      'withdrawn.reason: empty-text',
    ],
    [
      'a sponsor’s link that runs code',
      { sponsor: { name: 'A hotel', url: 'javascript:alert(1)' } },
      'sponsor.url: full-web-address',
    ],
    [
      'a source that is not an address',
      { sources: [{ title: 'CONANP', url: 'www.gob.mx' }] },
      'sources.0.url: full-web-address',
    ],
    ['sources outside a list', { sources: 'CONANP' }, 'sources: source-list'],
    ['aliases outside a list', { aliases: '/old/' }, 'aliases: old-address-list'],
    ['a picture that is only a path', { picture: '/pictures/reef.webp' }, 'picture: picture'],
    [
      'a picture without words for those who do not see it',
      { picture: { ...picture, alt: '' } },
      'picture.alt: empty-text',
    ],
    [
      'a picture of which nobody says who made it',
      { picture: { ...picture, credit: ' ' } },
      'picture.credit: empty-text',
    ],
  ])('refuses %s', (_, fields, fault) => {
    expect(faults(fields)).toEqual([fault]);
  });

  it('reports all that is wrong with an article, not only the first mistake', () => {
    expect(faults({ title: '', authors: [], draft: 'no' }).map((fault) => fault.split(':')[0])).toEqual([
      'title',
      'authors',
      'draft',
    ]);
  });

  it('trims the texts an editor pads with spaces', () => {
    expect(articleFrontMatter({ title: '  The reef ' }).title).toBe('The reef');
  });

  it('takes a title and a description that are as long as can be', () => {
    expect(faults({ title: 'x'.repeat(140), description: 'x'.repeat(320) })).toEqual([]);
  });

  it('takes an update at the minute of publication and an expiry a minute after', () => {
    expect(faults({ updatedDate: '2026-11-20T09:00', expiryDate: '2026-11-20T09:01' })).toEqual([]);
  });
});

describe('aliases', () => {
  it.each('/old /old/ /2024/05/old-story/ /story.html /A_b-c.PHP /en/.well-known /año/ /a%C3%B1o'.split(' '))(
    'takes %s',
    (path) => {
      expect(faults({ aliases: [path] })).toEqual([]);
    },
  );

  it.each([
    ...'old-story / //evil.example/ /\\evil.example https://evil.example/ /a//b/ /a?b /a#b /%2e%2e/x'.split(' '),
    '/a b',
    '/x\n/y',
    ...'/../../etc/passwd /old/../x/ /./x /a%2Fb/ /a%5cb/ /a%00/ /a%3Fb/ /a%zz/ /a%ff/'.split(' '),
    '/\t/evil.example',
    '/a;b/',
    `/${'a'.repeat(300)}/`,
    `/${'ñ'.repeat(140)}/`,
    '/index.html',
    '/index.html/',
    '/old.html/more/',
  ])('refuses %j, which is no plain path on this site', (path) => {
    expect(faults({ aliases: [path] })).toEqual(['aliases.0: old-address']);
  });

  it.each([
    ['/a%C3%B1o/', '/año/'],
    ['/an\u0303o/', '/año/'],
    ['/2024/05/index.html', '/2024/05/'],
    ['/2024/05/index.html/', '/2024/05/'],
    ['/2019/old.html/', '/2019/old.html'],
    ['/2024/05/old', '/2024/05/old'],
    ['/Old-Story.HTML', '/Old-Story.HTML'],
  ])('reads %j as %j', (written, path) => {
    expect(schema.parse({ ...articleInput(), aliases: [written] }).aliases).toEqual([path]);
  });
});
