import {
  added,
  changed,
  corrupted,
  defect,
  letters,
  lineOf,
  withBody,
  withField,
  withLines,
  withParagraph,
  type Defect,
  type Draft,
} from './draft.ts';
import { GOOD_WEBP } from './pictures.ts';

/** A paragraph more in a story that is wrong. */
const paragraph = (rule: string, words: string, says: string, at = words) =>
  corrupted(rule, says, at, (text) => withParagraph(text, words));

/** A paragraph that leads to another story, which is not what a link may lead to. */
const linked = (
  rule: string,
  says: string,
  corrupt: (text: string, draft: Draft) => string,
  address = (slug: string) => `/articles/${slug}/`,
): Defect =>
  defect(rule, says, (draft) => {
    const target = draft.story();
    draft.write(target.file, corrupt(target.text, draft));
    const { file, text } = draft.story();
    const wrong = withParagraph(text, `We have [written about it](${address(target.slug)}) before.`);
    draft.write(file, wrong);
    return { file, line: lineOf(wrong, 'We have [written') };
  });

const withPicture = (draft: Draft, alt: string) => {
  const picture = draft.write(`pictures/shown-${draft.number()}.webp`, GOOD_WEBP);
  return { picture, words: `![${alt.replace('NAME', picture.slice('pictures/'.length, -5))}](/${picture})` };
};

/** A story with such old addresses. */
const aliased = (draft: Draft, aliases: string) => {
  const { file, text } = draft.story();
  const wrong = withLines(text, `aliases: [${aliases}]`);
  return { file: draft.write(file, wrong), line: lineOf(wrong, 'aliases:') };
};

/** Two stories with the same line in their front matter, which only one may have. */
const claimedTwice = (rule: string, says: string, claim: string): Defect =>
  defect(rule, says, (draft) => {
    const stories = [draft.story(), draft.story()].sort((a, b) => (a.file < b.file ? -1 : 1));
    const line = `${claim}${draft.number()}`;
    for (const { file, text } of stories) draft.write(file, withLines(text, line));
    const second = stories[1];
    return second ? { file: second.file, line: lineOf(withLines(second.text, line), line) } : [];
  });

const SPANISH =
  'El ayuntamiento dijo que las playas de la zona norte estarán cerradas por dos días, porque el sargazo llegó en la ' +
  'madrugada y no hay gente para recogerlo. Según los vecinos, es la tercera vez en un mes. “También nos quejamos cuando ' +
  'llegó el año pasado, pero nadie vino”, contó una señora que vive desde hace años cerca de la costa.\n';

/** Files that hold both languages, with a field that somebody has yet to translate; names and offices may be the same. */
const SAME_IN_BOTH = [
  [
    'authors',
    'name: Same Words\nrole: { en: Director General de Turismo, es: Director General de Turismo }',
    'biography',
  ],
  ['tags', 'title: { en: La Casa del Caribe Sur, es: La Casa del Caribe Sur }', 'description'],
  ['notices', 'level: notice\nkind: other\nsince: 2026-01-01\nuntil: 2026-01-02', 'text'],
] as const;

/** What is wrong with what a file says: its pictures, its headings, its links, its language. */
export const TEXT_DEFECTS: readonly Defect[] = [
  paragraph('missing-picture', '![A turtle](/pictures/gone.webp)', 'shows a picture that does not exist — check'),
  added(
    'missing-picture',
    'picture: { src: ./gone.jpg, alt: A reef, credit: Ana }',
    'names a picture that does not exist — check the spelling',
  ),
  paragraph('picture-without-path', '![A turtle]()', 'shows a picture without a path — write its path'),
  paragraph('picture-of-wrong-kind', '![A map](/pictures/map.svg)', 'shows a picture of a type or name that the site'),
  paragraph('picture-from-outside', '![A turtle](https://elsewhere.example/a.jpg)', 'shows a picture from outside'),
  corrupted(
    'picture-without-alt',
    'shows a picture without saying what it shows — write ![what the picture shows](/pictures/shown-',
    '![](',
    (text, draft) => withParagraph(text, withPicture(draft, '').words),
  ),
  defect('picture-on-page', 'is a picture, which standing pages do not show — remove it', (draft) => {
    const { words } = withPicture(draft, 'A reef');
    const number = draft.number('page');
    const text = `---\ntitle: Help\ndescription: Words.\ntranslationKey: with-picture-${letters(number)}\nupdatedDate: 2026-10-01\n---\nWords.\n\n${words}\n`;
    const file = draft.write(`pages/en/with-picture-${letters(number)}.md`, text);
    return { file, line: lineOf(text, words) };
  }),
  corrupted(
    'alt-repeats-file-name',
    'repeats the name of the picture’s file — write what the picture shows',
    '![shown-',
    (text, draft) => withParagraph(text, withPicture(draft, 'NAME').words),
  ),
  corrupted('alt-repeats-headline', 'repeats the headline — write what the picture shows', '![', (text, draft) => {
    const [, title = ''] = /^title: "?(.*?)"?$/m.exec(text) ?? [];
    return withParagraph(text, withPicture(draft, title).words);
  }),
  added(
    'correction-too-early',
    'corrections:\n  - { date: 1999-01-01, kind: update, text: One. }',
    'is before the article was published — correct this date or pubDate',
    '- { date:',
  ),
  changed(
    'sponsored-without-sponsor',
    'tags',
    '[sponsored]',
    'says that the article is paid for, but not who pays — add sponsor:',
  ),
  corrupted(
    'other-language',
    'seems to be in Spanish — move the file to the folder es/, or translate the text',
    'title:',
    (text) =>
      withBody(withField(withField(text, 'title', 'Cierran las playas'), 'description', 'Por el sargazo.'), SPANISH),
  ),
  defect('empty-body', 'has no text — write it below the front matter', (draft) => {
    const { file, text } = draft.story();
    const empty = withBody(text, '');
    return { file: draft.write(file, empty), line: empty.split('\n').length };
  }),
  paragraph('heading-skip', '#### Too deep\n\nWords.', 'is a heading that skips a level — write ##', '#### Too deep'),
  paragraph(
    'false-space-in-text',
    '##\u00a0In the water',
    'is a special space, with which Markdown does not take ## for a mark — type a plain space',
  ),
  paragraph(
    'false-space-in-text',
    'One paragraph.\n\u00a0\nAnother.',
    'is a special space on an empty line, which therefore ends no paragraph — delete it',
    '\u00a0\nAnother',
  ),
  paragraph('bare-address', 'See https://www.example.org/a-page here.', 'is an address where a reader expects words'),
  paragraph('bare-address', '[www.example.org](https://www.example.org/)', 'is an address where a reader expects'),
  paragraph(
    'own-address',
    'See [the news](https://www.rivieramayanews.example/latest/) here.',
    'is an address of this site in full — write /latest/',
  ),
  paragraph('dead-link', 'See [it](/files/guide.pdf).', 'leads to a file that the site does not have — put the file'),
  paragraph('dead-anchor', 'See [it](/latest/#week).', 'leads to a part that this page does not have — remove the #'),
  paragraph('empty-link', 'See [this]() here.', 'is a link without an address — write [words](address)'),
  paragraph('empty-link', 'See [](https://www.example.org/) here.', 'is a link without words — write [words](address)'),
  paragraph(
    'unsafe-address',
    'Press [here](javascript:alert(1)) now.',
    'is an address that the site does not give to readers — write',
  ),
  paragraph(
    'unsafe-address',
    'See [this](htps://www.example.org/) now.',
    'is an address that the site does not give to readers — did you mean “https://www.example.org/”?',
  ),
  paragraph(
    'unsafe-address',
    'See [this](https://https://www.example.org/).',
    'leads to https, which cannot be a host',
  ),
  paragraph(
    'lost-markdown',
    'See ![the beach](/pictures/Foto de playa.jpg) now.',
    'is no picture, since its path has a space in it — rename the file, and write /pictures/Foto-de-playa.jpg',
  ),
  paragraph('lost-markdown', 'See ![the beach][beach] now.', 'is no picture: readers see what was typed — write !['),
  paragraph(
    'lost-markdown',
    '[^nobody]: These words vanish.',
    'is a note that nothing refers to: no page shows it — write [^nobody] in the text',
  ),
  paragraph('lost-markdown', 'Said[^1] so.\n\n[^1]: One.\n\n[^1]: Two.', 'is a second note of this name', '[^1]: Two'),
  paragraph('lost-markdown', '[Nota]: cerrado', 'is taken for the address of a link, and no page shows it'),
  paragraph(
    'lost-markdown',
    '| a | b |\n| --- | --- |\n| 1 | 2 | 3 |',
    'is a cell after the last column of the table, which has 2',
    '| 1 |',
  ),
  paragraph('lost-markdown', '<!-- not yet\n\nWords.', 'is a comment that does not end', '<!--'),
  paragraph(
    'raw-markdown',
    'Said so[^source].',
    'refers to a note that is not there — write the note on a line of its own: [^source]',
  ),
  paragraph(
    'raw-markdown',
    'See [this](https://a.example/a b).',
    'is no link: readers see what was typed — write [words](address), without spaces',
  ),
  paragraph(
    'raw-markdown',
    'See [this] (https://a.example/).',
    'is no link, since there is a space before its address',
  ),
  paragraph(
    'raw-markdown',
    'See (this)[https://a.example/].',
    'is no link, since its brackets are the wrong way round',
  ),
  paragraph('raw-markdown', 'See [this][that].', 'is no link, since no line says which address it has'),
  paragraph('raw-markdown', '**Nota:**el agua.', 'is not shown as bold: readers see the marks'),
  paragraph('raw-markdown', 'They said *no.', 'is not shown as emphasis: readers see the marks'),
  paragraph('raw-markdown', 'It is ~~four ~~ five.', 'is not shown as struck out: readers see the marks'),
  paragraph('raw-markdown', 'Type `cd now.', 'is a mark of code that does not end'),
  paragraph('raw-markdown', '```\nWords.', 'begins code that does not end: all that follows', '```'),
  paragraph('raw-markdown', '## ##', 'is a heading without words'),
  paragraph('raw-markdown', '##Heading', 'is no heading: readers see the marks — write ## with a space'),
  paragraph('raw-markdown', '| a | b |\n| c | d |', 'is no table: readers see the marks', '| a |'),
  paragraph(
    'lost-markdown',
    'See ::video{url="https://youtu.be/abcdefgh" title="A"} now.',
    'is an embed within other text: readers see what was typed',
  ),
  paragraph('raw-markdown', '• One\n• Two', 'begins a list that is none: its lines become one', '• One'),
  paragraph('raw-markdown', 'Town\tCases\nTulum\t3', 'is no table: its lines become one, and tabs', 'Town'),
  paragraph('raw-markdown', '    One two three four.', 'is shown as code, since there are four spaces', 'One two'),
  paragraph('raw-markdown', 'It ended here.\n=====', 'turns the paragraph above it into a heading', '====='),
  paragraph('raw-markdown', '1.One\n2.Two', 'is no list: it becomes one line', '1.One'),
  paragraph('raw-markdown', 'See <a href=“/latest/”>this</a>.', 'is no HTML: readers see what was typed'),
  paragraph(
    'raw-markdown',
    '<div>\n**Nota:** the water.\n</div>',
    'is within HTML, where Markdown is not read',
    '**Nota',
  ),
  paragraph(
    'raw-markdown',
    '## Tickets {#buy}\n\nWords.',
    'belongs to another system: readers see what was typed',
    '## Tickets',
  ),
  added(
    'raw-markdown',
    'corrections:\n  - { date: 2030-11-21, kind: update, text: "See <b>there</b>." }',
    'is a text without HTML: readers see the tags — write it without <b>',
    '- { date:',
  ),
  added(
    'raw-markdown',
    'corrections:\n  - { date: 2030-11-21, kind: update, text: "See [there](/latest/)." }',
    'is a text without Markdown: readers see the marks — write it without [there](/latest/)',
    '- { date:',
  ),
  paragraph(
    'bad-embed',
    '::vidio{url="https://youtu.be/abcdefgh" title="A turtle"}',
    'is not something that can be embedded — did you mean “video”?',
  ),
  paragraph(
    'bad-embed',
    '::video{url="https://elsewhere.example/v" title="A turtle"}',
    'expected the address of one video on YouTube or Vimeo — open the video and copy its address',
  ),
  paragraph('lost-html', '<iframe src="https://elsewhere.example/"></iframe>', 'contains <iframe>, which is not shown'),

  paragraph('dead-link', 'See [that story](/articles/no-such-thing-anywhere/) too.', 'leads nowhere on this site'),
  paragraph('dead-link', 'See [that one](/articles/%E0%A4%A/) too.', 'is not an address — correct its % signs'),
  paragraph('dead-link', 'See [that one](https://) too.', 'is not an address — write all of it'),
  linked(
    'dead-link',
    'leads to the reader’s own computer: it is the address of a preview — write /articles/',
    (text) => text,
    (slug) => `http://localhost:4321/articles/${slug}/`,
  ),
  linked(
    'dead-link',
    'leads to a page without its last slash — write /articles/',
    (text) => text,
    (slug) => `/articles/${slug}`,
  ),
  corrupted(
    'dead-link',
    'links to a picture’s file, which has another address on the site — show it',
    'See [the picture]',
    (text, draft) => {
      const { picture, words } = withPicture(draft, 'A reef');
      return withParagraph(text, `${words}\n\nSee [the picture](/${picture}).`);
    },
  ),
  corrupted('unready-link', 'leads nowhere on this site — ', 'See [the next', (text) =>
    withParagraph(withLines(text, 'draft: true'), 'See [the next part](/articles/not-written-at-all/).'),
  ),
  linked('withheld-link', 'leads to an article that is a draft — remove the link', (text) =>
    withLines(text, 'draft: true'),
  ),
  linked('withheld-link', 'leads to an article that is withdrawn', (text) =>
    withLines(withField(text, 'pubDate', '2026-11-10'), 'withdrawn: { date: 2026-11-01, reason: It was wrong. }'),
  ),
  linked('withdrawn-link', 'leads to an article that was withdrawn — remove the link, or say', (text) =>
    withLines(withField(text, 'pubDate', '2026-01-01'), 'withdrawn: { date: 2026-11-01, reason: It was wrong. }'),
  ),
  linked('withheld-link', 'leads to an article that is not published yet', (text) =>
    withField(text, 'pubDate', '2031-01-01'),
  ),
  linked('withheld-link', 'leads to an article that has expired', (text) =>
    withLines(withField(text, 'pubDate', '2026-01-01'), 'expiryDate: 2026-02-01'),
  ),
  linked('expiring-link', 'leads to an article that expires at 2030-01-01T00:00:00-05:00', (text) =>
    withLines(text, 'expiryDate: 2030-01-01'),
  ),
  linked(
    'dead-anchor',
    'leads to a part that articles/en/',
    (text) => withParagraph(text, '## In the water\n\nWords.'),
    (slug) => `/articles/${slug}/#s-on-the-land`,
  ),
  defect('moved-link', 'leads to an old address — write /articles/', (draft) => {
    const old = `/2019/05/old-${draft.number()}/`;
    const target = draft.story();
    draft.write(target.file, withLines(target.text, `aliases: [${old}]`));
    const { file, text } = draft.story();
    const wrong = withParagraph(text, `See [the old one](${old}).`);
    return { file: draft.write(file, wrong), line: lineOf(wrong, 'See [the old') };
  }),
  defect('alias-taken', 'is the address of articles/en/', (draft) => {
    const { slug } = draft.story();
    return aliased(draft, `/articles/${slug}/`);
  }),
  defect('alias-taken', 'is an address of the site itself — write an address that is no longer in use', (draft) =>
    aliased(draft, '/latest/'),
  ),
  defect('alias-twice', 'is twice in the list — remove one; the last slash makes no difference', (draft) => {
    const old = `/2019/05/twice-${draft.number()}`;
    return aliased(draft, `${old}, ${old}/`);
  }),
  defect('alias-circle', 'redirects in a circle: /articles/', (draft) => {
    const [one, other] = [draft.story(), draft.story()];
    return [
      [one, other],
      [other, one],
    ]
      .flatMap(([story, target]) => {
        if (!story || !target) return [];
        const wrong = withLines(story.text, `draft: true\naliases: [/articles/${target.slug}/]`);
        return { file: draft.write(story.file, wrong), line: lineOf(wrong, 'aliases:') };
      })
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }),
  defect('alias-capitals', 'differs only in capitals from “/2019/05/', (draft) => {
    const number = draft.number();
    return aliased(draft, `/2019/05/reef-${number}/, /2019/05/Reef-${number}/`);
  }),

  changed(
    'dangling-name',
    'authors',
    '[nobody-of-that-name]',
    'names nothing in authors/ — create authors/nobody-of-that-name.yaml',
  ),
  added(
    'dangling-name',
    'dateline: atlantis-under-the-sea',
    'names nothing in places/ — create places/atlantis-under-the-sea.yaml',
  ),
  claimedTwice('address-twice', 'claims the address that articles/en/', 'slug: claimed-twice-'),
  claimedTwice('translation-twice', 'claims the translation key that articles/en/', 'translationKey: key-twice-'),
  corrupted('lonely-translation', 'pairs with no text in the other language — ', 'translationKey:', (text, draft) =>
    withLines(text, `translationKey: ${ALONE[draft.number() % ALONE.length] ?? ''}-${draft.number()}`),
  ),
  defect('untranslated', 'is the same as in articles/e', (draft) => {
    const { file, text } = draft.story();
    const key = `same-words-${draft.number()}`;
    const original = withLines(text, `translationKey: ${key}`);
    const files = [draft.write(file, original), draft.write(`articles/es/2026/${key}.md`, original)];
    const lines = ['title:', 'description:'].map((field) => lineOf(original, field));
    return files.flatMap((at) => [{ file: at }, ...lines.map((line) => ({ file: at, line }))]);
  }),
  ...SAME_IN_BOTH.map(([folder, fields, wrong]): Defect =>
    defect(
      'untranslated',
      'is the same in both languages — translate it',
      (draft) => {
        const text = `${fields}\n${wrong}: { en: All that one should know, es: All that one should know }\n`;
        return { file: draft.write(`${folder}/same-words.yaml`, text), line: lineOf(text, `${wrong}: {`) };
      },
      1,
    ),
  ),
  defect(
    'taken-address',
    'is an address the site needs for its lists — give the page another slug',
    (draft) => {
      const file = `pages/en/taken-${draft.number()}.md`;
      const slug = TAKEN[draft.number('taken') - 1] ?? '';
      const text = `---\ntitle: Search\ndescription: Words.\ntranslationKey: ${slug}\nupdatedDate: 2026-10-01\nslug: ${slug}\n---\nWords.\n`;
      return { file: draft.write(file, text), line: lineOf(text, 'slug:') };
    },
    8,
  ),
  corrupted('tag-slip', 'looks like another tag — did you mean “', 'tags:', (text, draft) => {
    const meant = `quarrystone-${letters(draft.number())}`;
    draft.write(`tags/${meant}.yaml`, 'title: { en: Stone, es: Piedra }\n');
    return withField(text, 'tags', `[${meant.replace('quarry', 'qaurry')}]`);
  }),
];

const ALONE = ['lonely-lighthouse', 'single-shoe', 'one-hand-clapping', 'half-a-bridge'];

/** Each address can be claimed by one page alone. */
const TAKEN = ['search', 'latest', 'archive', 'topics', 'authors', 'places', 'sections', 'articles'];
