import { added, changed, corrupted, defect, lineOf, withField, withLines, withoutField, type Defect } from './draft.ts';
import { GOOD_WEBP } from './pictures.ts';

/** What is wrong with fields, by what the schemas say of them, and with the YAML they are written in. */
export const FIELD_DEFECTS: readonly Defect[] = [
  added('unknown-field', 'catgories: [region]', 'is not a field that exists here — did you mean “categories”?'),
  added('unknown-field', 'category: region', 'is not a field that exists here — did you mean “categories”?'),
  added('unknown-field', 'featured_image: /pictures/reef.webp', 'is not a field that exists here — did'),
  added(
    'correction-without-date',
    'corrections:\n  - kind: correction\n    text: It was Tuesday.',
    'is missing — add it: a date such as 2026-10-14T07:30',
    '- kind:',
  ),
  added(
    'sponsor-without-label',
    'sponsor:\n  url: https://www.example.org/',
    'is missing — add it: who paid for the article',
  ),
  corrupted('missing-field', 'is missing — add it: what the article says, in a sentence or two', 'title:', (text) =>
    withoutField(text, 'description'),
  ),
  added('empty-field', 'updatedDate:', 'is empty — write a date such as 2026-10-14T07:30, or remove the field'),
  changed('empty-field', 'description', '""', 'must not be empty — write the text or remove the field'),
  changed('bad-date', 'pubDate', '2026-02-30', 'is not a date — write 2026-10-14 or 2026-10-14T07:30'),
  added('bad-date', 'updatedDate: 14', 'expected a date such as 2026-10-14T07:30 — correct the value'),
  added('date-order', 'updatedDate: 1999-01-01', 'is before pubDate — an article cannot be updated'),
  added('date-order', 'expiryDate: 1999-01-01', 'is not after pubDate — the article would never be shown'),
  added('reserved-slug', 'slug: admin', 'this name is reserved by the site — choose another slug'),
  added('bad-slug', 'slug: El Arrecife', 'a slug has only lower-case letters a–z, digits and single hyphens'),
  changed(
    'bad-slug',
    'tags',
    '[Zapatería]',
    'a slug has only lower-case letters a–z, digits and single hyphens — write zapateria',
  ),
  changed(
    'bad-slug',
    'tags',
    '[東京]',
    'a slug has only lower-case letters a–z, digits and single hyphens — correct the value',
  ),
  changed('bad-slug', 'tags', '[2024]', 'expected a slug such as "sargassum-season" — put quotation marks around it'),
  changed('bad-slug', 'places', '[true]', 'expected a slug such as "sargassum-season" — put quotation marks'),
  added('bad-slug', `translationKey: ${'x'.repeat(81)}`, 'a slug has at most 80 characters'),
  corrupted('named-twice', 'names the same author twice — remove one', 'authors:', (text) => {
    const [, author = ''] = /^authors: \[([a-z-]+)/m.exec(text) ?? [];
    return withField(text, 'authors', `[${author}, ${author}]`);
  }),
  changed('several-lines', 'title', '"One line\\nand another"', 'must be on one line — join the lines'),
  changed(
    'escaped-control-character',
    'title',
    '"A bell \\u0007 rings"',
    'contains a control character — delete and retype',
  ),
  added(
    'bad-web-address',
    'sources:\n  - { title: Council, url: "ftp://example.org/" }',
    'expected a full address that starts with https:// or http://',
    '- { title: Council',
  ),
  added(
    'bad-web-address',
    'sources:\n  - { title: Council, url: www.gob.mx/tulum }',
    'is not a full address — write https://www.gob.mx/tulum',
    '- { title: Council',
  ),
  defect('bad-email', 'expected an e-mail address, such as ana@example.org — correct the value', (draft) => {
    const number = draft.number();
    const text = `${author(`Rosa Chan ${number}`)}email: rosa at example\n`;
    const file = draft.write(`authors/rosa-chan-${number}.yaml`, text);
    return { file, line: lineOf(text, 'email:') };
  }),
  added(
    'bad-picture-path',
    'picture: { src: reef.webp, alt: A reef, credit: Ana }',
    'expected "/pictures/name.webp" or "./name.jpg" beside the article',
  ),
  corrupted(
    'bad-picture-path',
    'is not the path of a picture — did you mean “/pictures/meant-',
    'picture:',
    (text, draft) => {
      const name = `meant-${draft.number('meant')}`;
      draft.write(`pictures/${name}.webp`, GOOD_WEBP);
      return `${withLines(text, `picture: { src: ${name}.jpg, alt: A reef, credit: Ana }`)}\n![A turtle](/pictures/${name}.webp)\n`;
    },
  ),
  added(
    'bad-picture-path',
    'picture: { src: "/pictures/Foto de playa.jpg", alt: A reef, credit: Ana }',
    'has a space in the name of the picture — rename the file, and write /pictures/Foto-de-playa.jpg',
  ),
  added(
    'bad-picture-path',
    'picture: { src: "./niño (1).jpg", alt: A reef, credit: Ana }',
    'has a space in the name of the picture — rename the file, and write ./nino-1.jpg',
  ),
  added(
    'bad-picture-path',
    'picture: { src: "/pictures/playón.jpg", alt: A reef, credit: Ana }',
    'has a sign in the name of the picture that is no letter a–z, digit, hyphen or dot — rename the file, and write /pic',
  ),
  ...[
    ['top left', 'is not written as a point of a picture is — write 15% 15%'],
    ['arriba', 'is not written as a point of a picture is — write 50% 15%'],
    ['"40, 20"', 'is not written as a point of a picture is — write 40% 20%'],
    ['face', 'is no point of a picture — write two percentages'],
    ['"50% 120%"', 'is no point of a picture'],
    ['50', 'expected the point that stays in sight'],
  ].map(([focus = '', says = '']) =>
    corrupted('bad-focus', says, 'picture:', (text, draft) => {
      const path = `pictures/focused-${draft.number('focused')}.webp`;
      draft.write(path, GOOD_WEBP);
      return withLines(text, `picture: { src: /${path}, alt: A reef, credit: Ana, focus: ${focus} }`);
    }),
  ),
  changed('html-entity', 'title', 'Wait for it&hellip;', 'shows readers &hellip; as it is typed — write …'),
  changed('html-entity', 'description', '"5&nbsp;km"', 'shows readers &nbsp; as it is typed — write a space'),
  changed('html-entity', 'description', "'hy&shy;phen'", 'shows readers &shy; as it is typed — delete it'),
  added('bad-alias', 'aliases: ["https://elsewhere.example/"]', 'expected an old path on this site'),
  added('unknown-choice', 'featured: first', 'expected lead or top — correct the value'),
  added(
    'unknown-choice',
    'corrections:\n  - { date: 2026-11-21, kind: mistake, text: One. }',
    'expected one of correction, clarification, update, retraction',
    '- { date:',
  ),
  changed('too-long', 'title', `"${'Long '.repeat(40)}"`, 'has more than 140 characters — shorten it'),
  corrupted(
    'list-length',
    'an article has at most three categories — keep the closest',
    'categories:',
    (text, draft) => {
      const names = [1, 2, 3, 4].map(() => `topic-${draft.number('topic')}`);
      for (const name of names) {
        const words = `{ en: ${name}, es: ${name} }`;
        draft.write(`categories/${name}.yaml`, `title: ${words}\ndescription: ${words}\n`);
      }
      return withField(text, 'categories', `[${names.join(', ')}]`);
    },
  ),
  changed('list-length', 'authors', '[]', 'an article has at least one author — add one'),
  defect('out-of-range', 'a latitude is between -90 and 90', (draft) => {
    const text = 'name: { en: Nowhere, es: Ninguna parte }\nstate: Quintana Roo\nlatitude: 200\nlongitude: -87\n';
    const file = draft.write(`places/nowhere-${draft.number()}.yaml`, text);
    return { file, line: 3 };
  }),
  added('wrong-kind', 'draft: "yes"', 'expected true or false, without quotation marks'),
  added('wrong-kind', 'corrections: [oops]', 'expected a correction — write { date: 2026-10-14'),
  changed('wrong-kind', 'tags', 'reef', 'expected a list — write [reef]'),
  changed('wrong-kind', 'tags', 'Política, C++', 'expected a list — write [politica, c-plus-plus]'),
  changed('wrong-kind', 'tags', '{ a: b }', 'expected a list, such as [first-tag, second-tag]'),

  added('yaml-anchor', 'slug: &name reef', 'cannot be read as YAML: anchors (&) and aliases (*) are not allowed'),
  added(
    'yaml-merge-key',
    'sponsor:\n  <<: { name: A }',
    'cannot be read as YAML: merge keys (<<) are not allowed',
    '<<:',
  ),
  added('yaml-tag', 'slug: !!str 2024', 'cannot be read as YAML: tags (!) are not allowed'),
  added('yaml-duplicate-key', 'title: Another', 'cannot be read as YAML: a field is written twice', 'title: Another'),
  defect('yaml-documents', 'cannot be read as YAML: it contains more than one document — remove the line', (draft) => {
    const number = draft.number();
    const text = `${author(`Two People ${number}`)}---\nname: Another\n`;
    return { file: draft.write(`authors/two-people-${number}.yaml`, text), line: lineOf(text, '---') };
  }),
  added(
    'yaml-tab',
    'sources:\n\t- one',
    'cannot be read as YAML: a tab is used for indentation — use spaces',
    '\t- one',
  ),
  changed(
    'yaml-syntax',
    'title',
    '"A \\q morning"',
    'cannot be read as YAML: \\q means nothing within double quotation',
  ),
  added(
    'bad-slug',
    'tags: [reef; coral]',
    'a slug has only lower-case letters a–z, digits and single hyphens; these are several — write reef, coral',
  ),
  added('yaml-syntax', ' slug: reef', 'cannot be read as YAML: the indentation of a field is wrong'),
  changed('yaml-syntax', 'title', "'Tis the season", "cannot be read as YAML: this ' begins a text, and no other '"),
  changed('yaml-syntax', 'title', '"A morning', 'cannot be read as YAML: this " begins a text, and no other "'),
  added('yaml-syntax', 'slug:reef', 'cannot be read as YAML: there is no space after the colon of slug'),
  changed(
    'yaml-syntax',
    'title',
    'Reef: a morning',
    'cannot be read as YAML: a text without quotation marks contains a colon and a space — put the headline in quotation',
  ),
  changed(
    'comment-in-text',
    'title',
    'Ranked #1 on the coast',
    'would be cut off here: without quotation marks, a # after a space begins a comment — put the headline in quotation',
  ),
  added(
    'comment-in-text',
    'corrections:\n  - { date: 2026-11-21, kind: update, text: We said hotel #9. }',
    'would be cut off here: without quotation marks, a # after a space begins a comment — put the text in quotation',
    '- { date:',
  ),
  changed(
    'yaml-syntax',
    'title',
    '[Photos] A morning',
    'cannot be read as YAML: a text that begins with [ needs quotation marks — put the headline in quotation marks',
  ),
  changed(
    'comment-in-text',
    'title',
    '"Titanic" #1 at the box office',
    'would be cut off here: a # after a closing quotation mark begins a comment — put all of the headline in quotation',
  ),
  added('false-space', 'slug:\u00a0reef-day', 'is a special space, where only a plain one is read — type'),
];

export const author = (name: string) =>
  `name: ${name}\nrole: { en: Reporter, es: Reportera }\nbiography: { en: Writes., es: Escribe. }\n`;
