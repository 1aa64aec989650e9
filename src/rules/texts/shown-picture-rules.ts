import { withoutAccents } from '#src/schemas/plain-letters.ts';
import type { BodyFacts, ShownInBody } from '#src/markdown/body-facts.ts';
import { showValue } from '#src/schemas/problem.ts';
import { PICTURE_PATH_PATTERN, renamedPicture } from '#src/schemas/shared-fields.ts';
import type { MessageKey, RuleId } from '#src/schemas/message.ts';
import { finding, rule, type Finding, type ReadText, type TextRule } from '../rule.ts';

/** A path of the newsroom's own pictures, whether or not the site can show it. */
const OWN_PATH = /^(?:\.\/|\/pictures\/)(?!.*\.\.\/)/;

const isOther = (path: string) => path !== '' && !PICTURE_PATH_PATTERN.test(path);

/** Reports pictures of a body, each path once, where it is first shown. */
const pathRule = (
  id: RuleId & MessageKey,
  isWrong: (path: string) => boolean,
  explain: (path: string, text: ReadText) => Finding = () => finding(id),
): TextRule =>
  rule(id, 'error', (text) =>
    firstShown(text.facts)
      .filter(({ path }) => isWrong(path))
      .map(({ path, pathOffset }) => ({
        offset: pathOffset,
        value: showValue(path || undefined),
        ...explain(path, text),
      })),
  );

/** A picture that does not exist, and the one that was probably meant. */
const missing = (src: string, { pictureMeant }: ReadText, otherwise: MessageKey): Finding => {
  const meant = pictureMeant(src);
  return meant === undefined ? finding(otherwise) : finding('missing-picture.near', { meant });
};

/** Reports alt texts that repeat something, of the lead picture and of the body. */
const altRule = (id: RuleId & MessageKey, repeats: (words: string, src: string, text: ReadText) => boolean): TextRule =>
  rule(id, 'warning', (text) => {
    const isRepeated = (alt: string, src: string) => plainWords(alt) !== '' && repeats(plainWords(alt), src, text);
    const { picture, facts } = text;
    return [
      ...(picture && isRepeated(picture.alt, picture.src)
        ? [{ path: ['picture', 'alt'], value: showValue(picture.alt), ...finding(id) }]
        : []),
      ...facts.pictures
        .filter(({ alt, path }) => isRepeated(alt, path))
        .map(({ alt, offset }) => ({ offset, value: showValue(alt), ...finding(id) })),
    ];
  });

/** What is wrong with the pictures that a text shows. */
export const SHOWN_PICTURE_RULES: readonly TextRule[] = [
  rule('missing-picture', 'error', (text) => {
    const { picture, facts, hasPicture } = text;
    const lead = picture && !hasPicture(picture.src) ? [picture.src] : [];
    return [
      ...lead.map((src) => ({
        path: ['picture', 'src'],
        value: showValue(src),
        ...missing(src, text, 'missing-picture.lead'),
      })),
      ...firstShown(facts)
        .filter(({ path }) => PICTURE_PATH_PATTERN.test(path) && !hasPicture(path))
        .map(({ path, pathOffset }) => ({
          offset: pathOffset,
          value: showValue(path),
          ...missing(path, text, 'missing-picture.body'),
        })),
    ];
  }),
  pathRule('picture-without-path', (path) => path === ''),
  pathRule(
    'picture-of-wrong-kind',
    (path) => isOther(path) && OWN_PATH.test(path),
    (path, { pictureMeant }) => {
      const meant = /\.(?:gif|svg|heic|tiff?|bmp)$/i.test(path) ? undefined : pictureMeant(path);
      if (meant !== undefined) return finding('missing-picture.near', { meant });
      const renamed = renamedPicture(path);
      if (!renamed) return finding('picture-of-wrong-kind');
      return finding(renamed.hasSpace ? 'picture-path-space' : 'picture-path-signs', { path: renamed.path });
    },
  ),
  pathRule(
    'picture-from-outside',
    (path) => isOther(path) && !OWN_PATH.test(path),
    (path, { pictureMeant }) => {
      const meant = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) ? undefined : pictureMeant(path);
      return meant === undefined ? finding('picture-from-outside') : finding('picture-from-outside.near', { meant });
    },
  ),
  rule('picture-without-alt', 'error', ({ facts }) =>
    facts.pictures
      .filter(({ alt }) => !alt)
      .map(({ path, offset }) => ({
        offset,
        value: showValue(path || undefined),
        ...finding('picture-without-alt', {
          path: PICTURE_PATH_PATTERN.test(path) ? path : '/pictures/name.webp',
        }),
      })),
  ),
  rule('picture-on-page', 'warning', ({ collection, facts }) =>
    (collection === 'pages' ? firstShown(facts) : [])
      .filter(({ path }) => path)
      .map(({ path, offset }) => ({ offset, value: showValue(path), ...finding('picture-on-page') })),
  ),
  altRule('alt-repeats-file-name', (words, src) => {
    const name = src.slice(src.lastIndexOf('/') + 1);
    return words === plainWords(name) || words === plainWords(name.replace(/\.\w+$/, ''));
  }),
  altRule('alt-repeats-headline', (words, _, { title }) => words === plainWords(title)),
];

/** The pictures of a body, each path once. */
function firstShown({ pictures }: BodyFacts): ShownInBody[] {
  const seen = new Set<string>();
  return pictures.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** Words without case, accents and punctuation. */
function plainWords(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
