import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '#src/reading/front-matter.ts';
import { mendFrontMatter } from '#src/reading/mend-front-matter.ts';
import { readContentFile } from '#src/reading/read-content-file.ts';
import { COLLECTIONS, type Collection } from '#src/schemas/collections.ts';
import { collectionFacts, isWords, type FieldFacts, type ValueFacts } from '#src/schemas/field-facts.ts';
import { formatProblem, formatProblemIn } from '#src/schemas/problem.ts';
import { rounds } from '../../long.ts';
import { STORY, temporaryFolder } from '../../temporary-folder.ts';

const FILES: Record<Collection, string> = {
  articles: 'en/2026/reef.md',
  events: 'en/2026/fair.md',
  'event-kinds': 'music.yaml',
  pages: 'en/about.md',
  authors: 'ana-pech.yaml',
  categories: 'environment.yaml',
  tags: 'reef.yaml',
  places: 'tulum.yaml',
  notices: 'port-closed.yaml',
  newsletters: 'en/2026/2026-11-30-daily.md',
};

/** The problems of a file with such front matter: rule, place and field. */
function found(frontMatter: string, collection: Collection = 'articles') {
  const name = FILES[collection];
  const text = name.endsWith('.md') ? `---\n${frontMatter}\n---\nWords.\n` : `${frontMatter}\n`;
  const root = temporaryFolder({ [`${collection}/${name}`]: text, 'pictures/reef.webp': '' });
  return readContentFile({ contentRoot: root }, collection, name).problems;
}

/** A good article with some fields more, from line 7. */
const GOOD = STORY.split('\n').slice(1, 6).join('\n');
const withLines = (lines: string) => found(`${GOOD}\n${lines}`);
/** A good article with another line in the place of its headline, which is line 2. */
const titled = (line: string) => found(GOOD.replace(/^title: .*/, () => line));

const places = (problems: ReturnType<typeof found>) =>
  problems.map(({ rule, line, column, field }) => `${rule} ${line}:${column} ${field}`.trim());

describe('a # that would end a text without quotation marks', () => {
  it('is reported at its place, with what would be left, in both languages', () => {
    const [problem, ...more] = titled('title: Ranked #1 on the coast');
    expect(more).toEqual([]);
    expect(problem && formatProblem(problem)).toBe(
      'articles/en/2026/reef.md:2:15  error  title ("Ranked")  would be cut off here: without quotation marks, a # after a space begins a comment — put the headline in quotation marks',
    );
    expect(problem && formatProblemIn('es', problem)).toContain('ponga el título entre comillas');
  });

  it.each([
    ['with a # at its very beginning', 'title: #MeToo reaches the coast', '2:8'],
    ['with a # at its very end', 'title: We are #', '2:15'],
    ['with what looks like a comment', 'title: Reef # check the spelling', '2:13'],
    ['with several', 'title: Hotel #9 beats hotel #8', '2:14'],
    ['that would be a number', 'title: 2026 #1 list', '2:13'],
    ['after a tab', 'title: Hotel\t#9', '2:14'],
    ['after a colon', 'title: "a"\ndateline: x\ndescription: Hotel #9: closed', '4:20'],
  ])('%s', (_, line, place) => {
    expect(places(titled(line)).filter((text) => text.startsWith('comment'))).toEqual([
      `comment-in-text ${place} ${line.split('\n').at(-1)?.split(':')[0]}`,
    ]);
  });

  it.each([
    [
      'a correction',
      'corrections:\n  - date: 2026-11-21\n    kind: correction\n    text: We said hotel #9; it was #8.',
      '10:25 corrections[0].text',
    ],
    [
      'a correction in braces',
      'corrections:\n  - { date: 2026-11-21, kind: correction, text: We said #9; it was #8. }',
      '8:57 corrections[0].text',
    ],
    [
      'braces on several lines',
      'picture: {\n  src: /pictures/reef.webp,\n  alt: Hotel #9,\n  credit: Ana\n  }',
      '9:14 picture.alt',
    ],
    [
      'the last field in braces',
      'picture: { src: /pictures/reef.webp, alt: A, credit: Ana #2\n  }',
      '7:58 picture.credit',
    ],
    [
      'a caption',
      'picture:\n  src: /pictures/reef.webp\n  alt: A reef\n  caption: #Reef today\n  credit: Ana',
      '10:12 picture.caption',
    ],
    ['a sponsor', 'sponsor:\n  name: Hotel #9\n  url: https://www.example.org/', '8:15 sponsor.name'],
    ['a withdrawal', 'withdrawn:\n  date: 2026-11-21\n  reason: It was hotel #9', '9:24 withdrawn.reason'],
    ['a source', 'sources:\n  - title: Law #12\n    url: https://www.example.org/', '8:16 sources[0].title'],
    [
      'braces that nothing closes any more',
      'sources: [{ url: https://www.example.org/, title: Law #12 }]',
      '7:55 sources[0].title',
    ],
  ])('in %s', (_, lines, place) => {
    expect(places(withLines(lines))).toEqual([`comment-in-text ${place}`]);
  });

  it.each([
    ['its first line', 'description: Hotel #9 was\n  closed on Monday', '3:20'],
    ['its second line', 'description: The hotel\n  #9 was closed', '4:3'],
    ['its last line', 'description: The hotel was\n  closed on Monday #9', '4:20'],
    ['a line between', 'description: The hotel\n  # nine\n  was closed', '4:3'],
    ['a line below the field', 'description:\n  #MeToo reached the coast', '4:3'],
  ])('in a text of several lines, on %s', (_, lines, place) => {
    const problems = found(GOOD.replace(/^description: .*/m, () => lines));
    expect(places(problems)).toEqual([`comment-in-text ${place} description`]);
  });

  it.each<[Collection, string, string]>([
    ['authors', 'name: Ana #1\nrole: { en: a, es: b }\nbiography: { en: a, es: b }', '1:11 name'],
    [
      'authors',
      'name:\n  en: Desk #1\n  es: Mesa\nrole: { en: a, es: b }\nbiography: { en: a, es: b }',
      '2:12 name.en',
    ],
    ['categories', 'title: { en: Top 9, es: Los #9\n  }\ndescription: { en: a, es: b }', '1:29 title.es'],
    ['tags', 'title:\n  en: #MeToo\n  es: MeToo', '2:7 title.en'],
    ['places', 'name: { en: T, es: T }\nstate: Q #1\nlatitude: 20 # north\nlongitude: -87 # west', '2:10 state'],
    [
      'places',
      'name: { en: T, es: T }\nstate: Q\nlatitude: 20\nlongitude: -87\naliases:\n  - Playa # 5',
      '6:11 aliases[0]',
    ],
    [
      'places',
      'name: { en: T, es: T }\nstate: Q\nlatitude: 20\nlongitude: -87\naliases: [#5, Playa]',
      '5:11 aliases[0]',
    ],
    ['pages', 'title: We are #1\ndescription: A\ntranslationKey: about # both\nupdatedDate: 2026-10-01', '2:15 title'],
  ])('in %s', (collection, frontMatter, place) => {
    expect(places(found(frontMatter, collection))).toEqual([`comment-in-text ${place}`]);
  });

  it('in every field of every collection that holds words, and in no other', () => {
    for (const collection of COLLECTIONS)
      for (const { path, facts } of fieldsOf(collectionFacts(collection))) {
        const [first = '', ...more] = path;
        const key = (part: string | number) => (part === 0 ? '- ' : `${part}: `);
        // `a: b` becomes a line for each of its keys, the last with a text and a comment.
        const lines = more.reduce<string>(
          (text, part, depth) => `${text}\n${'    '.repeat(depth + 1)}${key(part)}`,
          key(first),
        );
        const problems = found(`${lines}reef # one`, collection).filter(({ rule }) => rule === 'comment-in-text');
        expect([collection, path, problems.length]).toEqual([collection, path, isWords(facts) ? 1 : 0]);
      }
  });

  it('after an address within braces, whose end it has taken, is reported as well', () => {
    expect(places(withLines('sponsor: { name: "A", url: https://www.example.org/ #top }'))).toEqual([
      'comment-in-text 7:53 sponsor.url',
    ]);
  });

  it('after a closing quotation mark is reported, unless a space follows it', () => {
    expect(places(titled('title: "Titanic" #1 at sea'))).toEqual(['comment-in-text 2:18 title']);
    expect(places(titled("title: 'Titanic'  #MeToo #2"))).toEqual(['comment-in-text 2:19 title']);
    expect(places(titled('title: "Titanic" # 1 at sea'))).toEqual([]);
  });

  it('hides no field that is written twice', () => {
    expect(places(found(`${GOOD}\ntitle: Ranked #1`))).toEqual([
      'comment-in-text 7:15 title',
      'yaml-duplicate-key 7:1',
    ]);
  });

  it('is found however often it is written, or however deep', () => {
    expect(places(titled(`title: ${'a #b '.repeat(1_000)}`))).toContain('comment-in-text 2:10 title');
    expect(places(titled(`title: ${'a: b '.repeat(300)}`))).toContain('yaml-syntax 2:9 title');
    expect(places(titled(`title: ${'['.repeat(5_000)} #`)).length).toBeGreaterThan(0);
  });

  it('hides no other mistake of the file', () => {
    const text = GOOD.replace(/^title: .*/, 'title: Ranked #1')
      .replace('2026-11-20T09:00', 'soon')
      .replace('[ana-pech]', '[]');
    expect(places(found(text))).toEqual([
      'comment-in-text 2:15 title',
      'bad-date 4:1 pubDate',
      'list-length 5:1 authors',
    ]);
  });

  it('in a list of slugs is meant as a hashtag, and reported where nothing else is left', () => {
    expect(places(withLines('tags: [#metoo, #reef]'))).toEqual(
      expect.arrayContaining(['comment-in-text 7:8 tags[0]', 'comment-in-text 7:16 tags[1]']),
    );
    expect(places(withLines('tags: #metoo'))).toContain('comment-in-text 7:7 tags');
    expect(places(withLines('tags: [coral, reef #2, sand]'))).toContain('comment-in-text 7:20 tags[1]');
    expect(places(withLines('tags:\n  - #metoo\n  - reef'))).toContain('comment-in-text 8:5 tags[0]');
  });
});

describe('a # glued to what follows a slug', () => {
  it.each([
    ['a slug', 'slug: reef #2', '7:12 slug'],
    ['a slug, and more words', 'slug: reef  #2 north', '7:13 slug'],
    ['a slug in quotation marks', "slug: 'reef' #MeToo", '7:14 slug'],
    ['a place', 'dateline: tulum #2', '7:17 dateline'],
    ['a translation’s key', 'translationKey: reef #2', '7:22 translationKey'],
    ['an item, if it is a number', 'tags:\n  - coral #the coral\n  - reef #2', '9:10 tags[1]'],
  ])('is reported after %s', (_, lines, place) => {
    expect(places(withLines(lines))).toEqual([`comment-in-text ${place}`]);
  });

  it('is told what to write in either case, in both languages', () => {
    const [problem] = withLines('slug: reef #2');
    expect(problem && formatProblem(problem)).toBe(
      'articles/en/2026/reef.md:7:12  error  slug ("reef")  ends here: a # after a space begins a comment — if the rest belongs to it, write a hyphen: a slug has no spaces and no #; begin a comment with “# ”',
    );
    expect(problem && formatProblemIn('es', problem)).toContain('escriba un guion');
  });
});

describe('a quotation mark within a text that has such marks around it', () => {
  it.each([
    ['an apostrophe', "'The class of '99'", 22],
    ['an apostrophe in a word', "'It's raining'", 11],
    ['an apostrophe at the beginning', "''Tis the season'", 9],
    ['several', "'rock 'n' roll'", 14],
    ['one after a pair that is right', "'It''s '99'", 15],
    ['one before a comment', "'The class of '99' # it’s a year", 22],
    ['quoted words', '"The "best" reef"', 13],
    ['quoted words after some that are right', '"\\"Best\\" of "all""', 21],
    ['inches', '"6" pipe breaks"', 10],
    ['a colon and a #', "'The '60s: a history #1'", 13],
    ['one in a text of two lines', "'It's\n  raining'", 11],
  ])('is reported where it is, and is the only mistake: %s', (_, title, column) => {
    expect(places(titled(`title: ${title}`))).toEqual([`yaml-syntax 2:${column} title`]);
  });

  it.each([
    ['a group', "picture:\n  src: /pictures/reef.webp\n  alt: 'The class of '99'\n  credit: Ana", '9:22 picture.alt'],
    ['braces', "picture: { src: /pictures/reef.webp, alt: 'Class of '99', credit: 'B' }", '7:53 picture.alt'],
    ['brackets', 'aliases: ["/a/", "/old "reef"/"]', '7:24 aliases[1]'],
    [
      'a line below',
      "withdrawn:\n  date: 2026-11-21\n  reason: 'It was\n    the class of '99'",
      '10:18 withdrawn.reason',
    ],
    ['brackets of several lines', "aliases: [\n  '/a/',\n  '/the '99/',\n]", '9:9 aliases[1]'],
    ['a list', "sources:\n  - title: 'Law's end'\n    url: https://x.example/", '8:16 sources[0].title'],
  ])('is found in %s', (_, lines, place) => {
    expect(places(withLines(lines))).toContain(`yaml-syntax ${place}`);
  });

  it('is told for each text, and hides no other mistake', () => {
    const text = GOOD.replace(/^title: .*/, "title: 'It's'")
      .replace(/^description: .*/m, 'description: "A "b" c"')
      .replace('2026-11-20T09:00', 'soon');
    expect(places(found(text))).toEqual([
      'yaml-syntax 2:11 title',
      'yaml-syntax 3:17 description',
      'bad-date 4:1 pubDate',
    ]);
  });

  it('is answered with what can be written in its place, in both languages', () => {
    const [single] = titled("title: 'The class of '99'");
    expect(single && formatProblem(single)).toBe(
      "articles/en/2026/reef.md:2:22  error  title  cannot be read as YAML: this ' ends the text, which begins with one — put all of the headline in double quotation marks, or write ’ for each ' within it",
    );
    expect(single && formatProblemIn('es', single)).toContain('ponga entre comillas dobles el título entero');
    const [double] = titled('title: "The "best" reef"');
    expect(double && formatProblem(double)).toContain('write \\" for each " within the headline, or curly ones: “ ”');
    expect(double && formatProblemIn('es', double)).toContain('escriba \\" por cada " que tenga el título');
  });

  it.each([
    ['texts that are right', `title: 'It''s "here"'\ndescription: "It's \\"here\\""`],
    ['a text before a field, which lacks its end', "title: A\npicture:\n  alt: 'Reef\n  credit: 'Ana'"],
    ['a text before an item, which lacks its end', "title: A\naliases:\n  - '/a/\n  - '/b/'"],
    ['keys', 'title: A\npicture: { "src": "/a", "alt": "b" }\nsources:\n  - "title": "a"'],
    ['lines of a block', 'title: A\nwithdrawn:\n  reason: |\n    - \'The class of \'99\'\n    x: "6" pipe"'],
  ])('is not accused in %s, where something else cannot be read', (_, lines) => {
    const problems = found(`${lines}\nslug: [a`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(formatProblem).filter((text) => text.includes('ends the text'))).toEqual([]);
  });
});

describe('a quotation mark that no other closes', () => {
  it.each([
    ['an apostrophe before a word', "title: 'Tis the season", "2:8 '"],
    ['an apostrophe before a year, with a colon and a #', "title: '90s music: the #1 list", "2:8 '"],
    ['a text of two lines', "title: 'Tis the season\n  of rain", "2:8 '"],
    ['quoted words without their end', 'title: "The best reef', '2:8 "'],
    ['a curly one at its end', 'title: "The best reef”', '2:8 "'],
    ['an escaped one at its end', 'title: "The best \\"reef\\"', '2:8 "'],
  ])('is reported where it is, and is the first mistake: %s', (_, line, place) => {
    const [first] = titled(line);
    const sign = place.slice(-1);
    expect(first && formatProblem(first)).toContain(`${place.slice(0, -2)}  error  title  cannot be read`);
    expect(first && formatProblem(first)).toContain(`this ${sign} begins a text, and no other ${sign} ends it`);
  });

  it.each([
    ['a group', "picture:\n  src: /pictures/reef.webp\n  alt: 'Tis a reef\n  credit: Ana", '9:8 picture.alt'],
    ['a list', 'corrections:\n  - date: 2026-11-21\n    kind: update\n    text: "So', '10:11 corrections[0].text'],
    [
      'the first field of an item',
      "sources:\n  - title: 'Tis law\n    url: https://x.example/",
      '8:12 sources[0].title',
    ],
    ['braces', "picture: { src: /pictures/reef.webp, alt: 'Tis a reef, credit: B }", '7:43 picture.alt'],
    ['a withdrawal', 'withdrawn:\n  date: 2026-11-21\n  reason: "It was wrong\n  ', '9:11 withdrawn.reason'],
  ])('is found in %s, and is the only mistake', (_, lines, place) => {
    expect(places(withLines(lines))).toEqual([`yaml-syntax ${place}`]);
  });

  it('hides no other mistake, nor does another that is like it', () => {
    const text = GOOD.replace(/^title: .*/, "title: 'Tis")
      .replace(/^description: .*/m, "description: 'twas: so")
      .replace('2026-11-20T09:00', 'soon');
    expect(places(found(text))).toEqual([
      'yaml-syntax 2:8 title',
      'yaml-syntax 3:14 description',
      'bad-date 4:1 pubDate',
    ]);
  });

  it('is answered in both languages', () => {
    const [single] = titled("title: 'Tis the season");
    expect(single && formatProblem(single)).toContain('if it is an apostrophe, write ’ in its place; or put all of');
    expect(single && formatProblemIn('es', single)).toContain('si es un apóstrofo, escriba ’');
  });

  it.each([
    ['a text of several lines', 'title: "One\n  two"\nslug: [a'],
    ['lines of a block', 'withdrawn:\n  reason: |\n    alt: \'Tis\n    tags: "x\nslug: [a'],
    ['an apostrophe within a text', 'title: It\'s a "b\nslug: [a'],
    ['doubled ones', "title: 'It''s'\nslug: [a"],
  ])('is not seen in %s, where something else cannot be read', (_, lines) => {
    const said = found(lines).map(formatProblem);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => text.includes('begins a text'))).toEqual([]);
  });
});

describe('a backslash that means nothing', () => {
  it.each([
    ["It\\'s raining", 11, "'"],
    ['100\\% sure', 12, '%'],
    ['Fish \\& chips: #1', 14, '&'],
    ['C:\\docs', 11, 'd'],
  ])('is reported where it is, and is the only mistake: "%s"', (title, column, sign) => {
    const problems = titled(`title: "${title}"`);
    expect(places(problems)).toEqual([`yaml-syntax 2:${column} title`]);
    expect(problems[0] && formatProblem(problems[0])).toContain(
      `\\${sign} means nothing within double quotation marks — delete the backslash, or write \\\\${sign}`,
    );
  });

  it('is reported once for each text', () => {
    const text = GOOD.replace(/^title: .*/, 'title: "\\a\\q\\q"').replace(/^description: .*/m, 'description: "\\m"');
    expect(places(found(text))).toContain('yaml-syntax 2:11 title');
    expect(places(found(text)).filter((place) => place.startsWith('yaml-syntax'))).toHaveLength(2);
  });
});

describe('a colon without a space', () => {
  it.each([
    ['draft:true', '7:6 draft'],
    ['slug:reef', '7:5 slug'],
    ['tags:[reef]', '7:5 tags'],
    ['picture:\n  src:/pictures/reef.webp\n  alt: "A"\n  credit: B', '8:6 picture.src'],
    ['sponsor:\n  name:A bank\n  url:https://x.example/', ['8:7 sponsor.name', '9:6 sponsor.url']],
    ['sources:\n  - title:A law\n    url: https://x.example/', '8:10 sources[0].title'],
    ['withdrawn:\n  date: 2026-11-21\n  reason:It was wrong', '9:9 withdrawn.reason'],
    ['corrections:\n  - date: 2026-11-21\n    kind:update\n    text: So', '9:9 corrections[0].kind'],
  ])('is reported where it is, and is the only mistake: %j', (lines, place) => {
    expect(places(withLines(lines))).toEqual([place].flat().map((text) => `yaml-syntax ${text}`));
  });

  it('is the first of the mistakes if it is in the first field', () => {
    expect(places(titled('title:The reef: a morning'))).toEqual(['yaml-syntax 2:6 title']);
    expect(places(found(GOOD.replace('description: ', 'description:')))).toEqual(['yaml-syntax 3:12 description']);
  });

  it('is answered in both languages', () => {
    const [problem] = withLines('draft:true');
    expect(problem && formatProblem(problem)).toContain('no space after the colon of draft — write draft: and a space');
    expect(problem && formatProblemIn('es', problem)).toContain('escriba draft: y un espacio');
  });

  it('is none in an address, an unknown name or a block', () => {
    for (const lines of ['https://a.example/', 'foo:bar', 'withdrawn:\n  reason: |\n    alt:x\nslug: [a'])
      expect(
        withLines(lines)
          .map(formatProblem)
          .filter((text) => text.includes('no space after')),
      ).toEqual([]);
  });
});

describe('a comment', () => {
  it.each([
    ['after a date', 'updatedDate: 2026-11-21 # noon'],
    ['after a switch', 'draft: true # until Monday'],
    ['after a choice', 'featured: lead # until Monday'],
    ['after a list', 'tags: [reef, coral] # and more'],
    ['between the items of a list', 'tags: [reef, # the reef\n  coral #the coral\n  ]'],
    ['after the items of a list', 'tags:\n  # first\n  - reef # the reef\n  #second\n  - coral'],
    ['after a slug', 'slug: reef # old one'],
    ['after the path of a picture', 'picture:\n  src: /pictures/reef.webp # the big one\n  alt: "A"\n  credit: "B"'],
    ['after an address', 'sponsor:\n  name: "A"\n  url: https://www.example.org/#top # the source'],
    [
      'after a text in quotation marks',
      'picture: # lead\n  src: /pictures/reef.webp\n  alt: "A #1 reef" # ok\n  credit: \'Ana #2\' # ok',
    ],
    ['on a line of its own', '# slug: reef\n  # deeper\nslug: reef\n# the end'],
    [
      'before a field of several lines',
      'withdrawn: # sad\n  date: 2026-11-21\n  # why\n  reason: >- # folded\n    It was hotel #9.\n    #MeToo',
    ],
    ['after no space at all', 'sources:\n  - title: C#, F# and hotel#9\n    url: https://www.example.org/#9'],
    ['after a non-breaking space', 'sources:\n  - title: Hotel\u00a0#9\n    url: https://www.example.org/'],
  ])('%s is one', (_, lines) => {
    expect(withLines(lines).map(formatProblem)).toEqual([]);
  });

  it.each([
    ['between the texts of a list', '  - Playa\n  # other\n  #names\n  - Xaman'],
    ['deeper between them', '  - Playa\n      # other names\n  - Xaman'],
    ['less deep, and at the end', '  - Playa\n# other names\n  - Xaman\n  # the end'],
    ['in a list that is not indented', '- Playa\n# other names\n- Xaman\n#end'],
  ])('%s is one', (_, items) => {
    const place = `name:\n  en: Tulum\n  # in Spanish\n  es: Tulum\n  #end\nstate: Q\n\n# where\nlatitude: 20\nlongitude: -87\naliases:\n${items}`;
    expect(found(place, 'places').map(formatProblem)).toEqual([]);
  });

  it('below a text of a list is a part of it, if it is deeper and has no space', () => {
    const place =
      'name: { en: T, es: T }\nstate: Q\nlatitude: 20\nlongitude: -87\naliases:\n  - Playa\n    #5 north\n  - Xaman';
    expect(places(found(place, 'places'))).toEqual(['comment-in-text 7:5 aliases[0]']);
  });

  it('is no excuse for an empty field', () => {
    expect(places(withLines('updatedDate: # later'))).toEqual(['empty-field 7:1 updatedDate']);
    expect(places(withLines('slug: # later'))).toEqual(['empty-field 7:1 slug']);
    const picture = 'picture:\n  src: /pictures/reef.webp\n  alt: A\n  caption:\n  #later\n  credit: B';
    expect(places(withLines(picture))).toEqual(['empty-field 10:3 picture.caption']);
  });

  it('is not accused where something else is wrong with the file', () => {
    const lines = 'picture:\n  src: /pictures/reef.webp\n  alt: A reef\n  # the credit\n  credit Ana\nslug: reef # old';
    expect(places(withLines(lines)).filter((text) => text.startsWith('comment'))).toEqual([]);
  });
});

describe('a colon in a text without quotation marks', () => {
  it.each([
    ['a headline', 'title: Mayor: no new tax', '2:13 title', 'put the headline in quotation marks'],
    ['a headline that ends with it', 'title: Breaking news:', '2:21 title', 'put the headline in quotation marks'],
    ['a headline with two', 'title: Mayor: no: never', '2:13 title', 'put the headline in quotation marks'],
    [
      'a headline of two lines with a # as well',
      'title: The hotel\n  said: no #9\n  is open',
      '3:7 title',
      'put the headline',
    ],
    ['a headline with a # as well', 'title: Mayor: hotel #9', '2:13 title', 'put the headline in quotation marks'],
  ])('in %s', (_, line, place, remedy) => {
    const [problem, ...more] = titled(line);
    expect(places(problem ? [problem] : [])).toEqual([`yaml-syntax ${place}`]);
    expect(problem && formatProblem(problem)).toContain(remedy);
    expect(more).toEqual([]);
  });

  it.each([
    [
      'a text of several lines',
      'withdrawn:\n  date: 2026-11-21\n  reason: It was\n    wrong: all of it',
      '10:10 withdrawn.reason',
    ],
    ['braces', 'sources:\n  - { title: Law: the text, url: "https://www.example.org/" }', '8:17 sources[0].title'],
    [
      'a list',
      'corrections:\n  - text: We said: nine\n    date: 2026-11-21\n    kind: update',
      '8:18 corrections[0].text',
    ],
  ])('in %s', (_, lines, place) => {
    const problems = withLines(lines);
    expect(places(problems)).toEqual([`yaml-syntax ${place}`]);
    expect(problems.map(formatProblem).join()).toContain('put the text in quotation marks');
  });

  it('hides no other mistake of the file', () => {
    const text = GOOD.replace(/^title: .*/, 'title: Mayor: no').replace('2026-11-20T09:00', 'soon');
    expect(places(found(text))).toEqual(['yaml-syntax 2:13 title', 'bad-date 4:1 pubDate']);
  });

  it('is not accused in a time, an address or quotation marks', () => {
    expect(titled('title: At 10:30 on https://example.org').map(formatProblem)).toEqual([]);
    expect(titled('title: "Mayor: no"').map(formatProblem)).toEqual([]);
  });
});

describe('a text that begins with a sign of YAML’s own', () => {
  it.each([
    '[Photos] Reef',
    '{Photos} Reef',
    '@mayor resigns',
    '`reef` is a word',
    '"Titanic" sinks',
    "'Mayor' says: no",
    '- Reef',
    '? Reef',
    '| Reef',
    '> Reef',
    '%reef',
    '"No": mayor',
  ])('is answered with quotation marks: %s', (title) => {
    const [problem, ...more] = titled(`title: ${title}\r`);
    expect(more).toEqual([]);
    expect(problem && formatProblem(problem)).toMatch(
      /^\S+:2:\d+ {2}error {2}title .*cannot be read as YAML.*put the headline in quotation marks$/,
    );
  });

  it('hides no other mistake, and is not accused of one', () => {
    expect(places(found(GOOD.replace(/^title: .*/, 'title: @mayor').replace('[ana-pech]', '[]')))).toEqual([
      'yaml-syntax 2:8 title',
      'list-length 5:1 authors',
    ]);
    expect(places(withLines('slug: [a'))[0]).toMatch(/^yaml-syntax \d+:\d+$/);
    expect(places(titled('title: "Reef'))).toEqual(['yaml-syntax 2:8 title']);
  });
});

describe('mending', () => {
  const piece = fc.constantFrom(
    ...['title', 'description', 'tags', 'picture', 'alt', 'corrections', ': ', ':', '#', ' #', ' # ', '\n', '\r\n'],
    '\n  ',
    ...['\n  - ', '- ', '[', ']', '{', '}', ', ', '"', "'", '|', '>', '&amp;', '&', '*', '!', 'a', 'b c'],
    ...['2026-11-20', 'true'],
    ...['\u00a0', '\u200b', '\ufeff', '\u3000', '\t', '---', '😀'],
  );
  const frontMatter = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('changes nothing without a word, and makes nothing unreadable', () => {
    fc.assert(
      fc.property(frontMatter, fc.constantFrom(...COLLECTIONS), (text, collection) => {
        const before = parseYaml(text);
        const { yaml, faults } = mendFrontMatter(text, collection);
        if (faults.length === 0) expect(yaml).toEqual(before);
        if (before.ok && typeof before.data === 'object') expect(yaml.ok).toBe(true);
        for (const { line, column } of faults) expect([line, column].every((place) => place > 0)).toBe(true);
      }),
      { numRuns: rounds(400, 20_000) },
    );
  });
});

/** Every value that is no group of others, with its path. */
function fieldsOf(
  fields: readonly FieldFacts[],
  above: readonly (string | number)[] = [],
): { path: readonly (string | number)[]; facts: ValueFacts }[] {
  return fields.flatMap(({ name, ...facts }) => valuesOf(facts, [...above, name]));
}

function valuesOf(facts: ValueFacts, path: readonly (string | number)[]): ReturnType<typeof fieldsOf> {
  if (facts.item) return valuesOf(facts.item, [...path, 0]);
  if (facts.kind === 'nameOrNames') return [{ path, facts }, ...fieldsOf(facts.fields ?? [], path)];
  return facts.fields ? fieldsOf(facts.fields, path) : [{ path, facts }];
}
