import { corrupted, defect, lineOf, withParagraph, type Defect, type Draft } from './draft.ts';
import { author } from './field-defects.ts';
import { ANIMATED_WEBP, GOOD_WEBP, PNG, WIDE_PNG } from './pictures.ts';

/** A good story under a name that is wrong. */
const named = (rule: string, name: (number: number) => string, says: string): Defect =>
  defect(rule, says, (draft) => {
    const { text } = draft.story();
    return { file: draft.write(name(draft.number()), text) };
  });

/** A character in a story's text that must not be there. */
const character = (rule: string, sign: string, says: string) =>
  corrupted(rule, says, 'Nobody sees', (text) => withParagraph(text, `Nobody sees${sign} it.`));

/** A story's lead picture whose file is not what it should be. */
const leadPicture = (rule: string, says: string, file: (draft: Draft) => string) =>
  corrupted(rule, says, '  src:', (text, draft) =>
    text.replace('\n---\n', `\npicture:\n  src: /${file(draft)}\n  alt: A reef\n  credit: Ana\n---\n`),
  );

/** A picture that is wrong by itself, whoever shows it. */
const shownPicture = (rule: string, says: string, name: string, content: Uint8Array): Defect =>
  defect(rule, says, (draft) => {
    const { file, text } = draft.story();
    const picture = draft.write(`pictures/${name.replace('N', String(draft.number()))}`, content);
    draft.write(file, withParagraph(text, `![A horizon](/${picture})`));
    return { file: picture };
  });

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>';

/** What is wrong with files: their names, their bytes, what they lack, and pictures on the disk. */
export const FILE_DEFECTS: readonly Defect[] = [
  defect('symbolic-link', 'is a symbolic link, and links are not followed — put the file itself here', (draft) => {
    const { file } = draft.story();
    return { file: draft.link(`articles/en/2026/linked-${draft.number()}.md`, file) };
  }),
  defect('folder-named-as-file', 'is a folder with the name of a file — move its files elsewhere', (draft) => ({
    file: `${draft.folder(`articles/en/2026/folder-${draft.number()}.md`)}/`,
  })),
  defect('unknown-folder', 'is not a folder of a newsroom, and nothing in it is read — the folders are', (draft) => {
    const folder = `leaflets-${draft.number()}`;
    draft.write(`${folder}/en/a.md`, 'Hello.');
    return { file: `${folder}/` };
  }),
  defect('outside-folders', 'is outside the folders that are read — move it into one of', (draft) => ({
    file: draft.write(`lost-${draft.number()}.md`, 'Hello.'),
  })),
  named('hidden-file', (n) => `articles/en/2026/.hidden-${n}.md`, 'is hidden by the dot before its name'),
  named(
    'file-name-unicode',
    (n) => `articles/en/2026/${'canción'.normalize('NFD')}-${n}.md`,
    'has a name whose accents are separate characters',
  ),
  named(
    'file-name-unicode',
    (n) => `articles/en/2026/${'май'.normalize('NFD')}-${n}.md`,
    'has a name whose accents are separate characters — rename it with letters',
  ),
  named(
    'file-name-signs',
    (n) => `articles/en/2026/май:${n}.md`,
    'has a name with ":" in it, which not every machine can write — rename it with letters',
  ),
  named(
    'file-name-ends',
    (n) => `articles/en/2026/май-${n} .md`,
    'has a name with a space or a dot at its end — remove',
  ),
  named('file-name', (n) => `articles/en/2026/май-${n}.md`, 'has a name that cannot be an address — a slug has only'),
  named('file-name-signs', (n) => `articles/en/2026/at-9:30-${n}.md`, 'has a name with ":" in it'),
  named('file-name-ends', (n) => `articles/en/2026/ends-${n}..md`, 'has a name with a space or a dot at its end'),
  named('file-name-ends', (n) => `articles/en/2026/ends-${n} .md`, 'has a name with a space or a dot at its end'),
  defect('nested-file', 'is in a subfolder, where articles cannot name it — move it up into authors/', (draft) => ({
    file: draft.write(`authors/desk-${draft.number()}/ana.yaml`, author('Ana')),
  })),
  named('wrong-extension', (n) => `articles/en/2026/story-${n}.docx`, 'is not a .md file — rename it'),
  defect('wrong-extension', 'is not a .yaml file — rename it, or move it out of authors/', (draft) => ({
    file: draft.write(`authors/ana-${draft.number()}.yml`, author('Ana')),
  })),
  named('reserved-name', (n) => `articles/en/2026/reserved-${n}/con.md`, 'has a name that the site reserves'),
  named(
    'file-name',
    (n) => `articles/en/2026/El Arrecife ${n}.md`,
    'has a name that cannot be an address — rename it el-arrecife-',
  ),
  named('no-language-folder', (n) => `articles/2026/story-${n}.md`, 'is not in the folder of a language — move it'),
  defect('picture-name', 'cannot be shown by any article under this name — save it as jpg', (draft) => ({
    file: draft.write(`pictures/Foto (${draft.number()}).jpg`, PNG),
  })),
  defect('twin-names', 'is the same name as pictures/twin-', (draft) => {
    const { file, text } = draft.story();
    const number = draft.number();
    const lower = draft.write(`pictures/twin-${number}.webp`, GOOD_WEBP);
    const upper = draft.write(`pictures/Twin-${number}.webp`, GOOD_WEBP);
    draft.write(file, withParagraph(text, `![One](/${lower}) ![Two](/${upper})`));
    return { file: upper };
  }),

  defect('invalid-utf8', 'contains bytes that are not UTF-8 — save the file again as UTF-8', (draft) => {
    const { file, text } = draft.story();
    const wrong = withParagraph(text, 'Cami%n of the coast.');
    return { file: draft.write(file, latin1(wrong)), line: lineOf(wrong, 'Cami%n') };
  }),
  defect('utf-16', 'is saved as UTF-16 instead of UTF-8 — save it again and choose UTF-8', (draft) => {
    const { file, text } = draft.story();
    return { file: draft.write(file, Buffer.from(`\ufeff${text}`, 'utf16le')), line: 1 };
  }),
  character('control-character', '\u0007', 'contains a control character — delete it'),
  character('bidi-character', '\u202e', 'contains a character that changes the direction of writing — delete it'),
  character('invisible-character', '\u200b', 'contains an invisible character — delete it'),
  corrupted(
    'no-front-matter',
    'has no front matter — begin the file with a line ---',
    'Only words.',
    () => 'Only words.\n',
  ),
  corrupted(
    'no-fields',
    'has no fields — write fields as “name: value”, one a line',
    '---',
    () => '---\n- title\n---\nWords.\n',
  ),

  leadPicture('unreadable-picture', 'names a file that cannot be read as a picture — save it again', (draft) =>
    draft.write(`pictures/broken-${draft.number()}.jpg`, 'not a picture'),
  ),
  leadPicture('disguised-picture', 'is a svg file, whatever its name says — open it in a picture editor', (draft) =>
    draft.write(`pictures/disguised-${draft.number()}.png`, SVG),
  ),
  shownPicture('oversized-picture', 'is larger than 12,000 pixels on a side — save it smaller', 'wide-N.png', WIDE_PNG),
  shownPicture(
    'animated-picture',
    'is an animation of 4 frames, of which readers see only the first',
    'film-N.webp',
    ANIMATED_WEBP,
  ),
  shownPicture(
    'mislabelled-picture',
    'does not have the extension of its format, which is png — rename it',
    'label-N.webp',
    PNG,
  ),
  defect(
    'unused-picture',
    'is not shown by any article, page or author — name it where it belongs, or remove it',
    (draft) => ({ file: draft.write(`pictures/unused-${draft.number()}.webp`, GOOD_WEBP) }),
  ),
];

/** A text in which `%` is an ó as Latin-1 writes it, and all else UTF-8. */
function latin1(text: string): Buffer {
  const at = text.lastIndexOf('%');
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  return Buffer.concat([Buffer.from(before), Buffer.from([0xf3]), Buffer.from(after)]);
}
