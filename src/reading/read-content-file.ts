import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { shortDigest } from '#src/keys/digest.ts';
import { factsOfBody, type BodyFacts } from '#src/markdown/body-facts.ts';
import type { WrittenLink } from '#src/rules/newsroom-view.ts';
import type { ContentProblem, ReadText } from '#src/rules/rule.ts';
import { utf16Text } from '#src/rules/files/utf-16.ts';
import {
  checkBytes,
  checkName,
  checkText,
  fieldProblems,
  shapeProblem,
  unreadableFile,
  writtenProblem,
} from '#src/rules/run-rules.ts';
import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import { TEXT_COLLECTIONS, collectionSchemas, type Collection } from '#src/schemas/collections.ts';
import { valueFactsAt } from '#src/schemas/field-facts.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { isLocale } from '#src/schemas/locale.ts';
import { contentPath, type ContentSource } from './content-path.ts';
import type { ContentRecord, FileReading } from './content-record.ts';
import { mendFences } from './false-spaces.ts';
import { mendFrontMatter } from './mend-front-matter.ts';
import { mentionsIn } from './mentions.ts';
import { pictureMeant } from './picture-meant.ts';
import { picturePathIn } from './picture-path.ts';
import { placed, type PlacedText } from './place-problem.ts';
import { positionAt } from './position-at.ts';
import { digestOfBody } from './read-body.ts';
import { splitFrontMatter } from './split-front-matter.ts';

const SCHEMAS = collectionSchemas(plainImageFile);

/**
 * Reads and checks one content file: its name, its bytes, its fields and its text.
 * @param name the path within the collection's folder, with forward slashes
 */
export function readContentFile<Kind extends Collection>(
  source: ContentSource,
  collection: Kind,
  name: string,
): FileReading<Kind> {
  const file = `${collection}/${name}`;
  const misnamed = checkName({ path: file, kind: 'file' });
  // A file with another extension may be a video: it is reported and not read.
  if (misnamed && !/\.(?:md|ya?ml)$/i.test(name)) return { file, problems: [misnamed] };
  const bytes = bytesOf(source, file);
  if (!(bytes instanceof Uint8Array)) return { file, problems: [bytes] };
  const text = utf16Text(bytes) ?? bytes.toString('utf8');
  if (misnamed) return { file, problems: [misnamed], mentions: mentionsIn(text) };

  const problems = checkBytes(file, { bytes, text });
  const bad = (...more: ContentProblem[]): FileReading<Kind> => {
    return { file, problems: [...problems, ...more], mentions: mentionsIn(text) };
  };
  if (problems.some(({ rule }) => rule === 'utf-16')) return bad();
  const isBroken = problems.some(({ severity }) => severity === 'error');
  const isText = TEXT_COLLECTIONS.has(collection);
  const { text: fenced, spaces } = isText ? mendFences(text) : { text, spaces: [] };
  problems.push(...spaces.map((space) => writtenProblem(file, { fault: 'space', ...space })));
  const parts = isText ? splitFrontMatter(fenced) : { frontMatter: text, frontMatterLine: 1, body: '' };
  if (!parts) return bad(shapeProblem(file, 'fence', '', 1));
  const { text: mended, yaml, faults } = mendFrontMatter(parts.frontMatter, collection);
  const place = { ...parts, frontMatter: mended, text: fenced };
  for (const fault of faults)
    problems.push(writtenProblem(file, { ...fault, line: fault.line + parts.frontMatterLine - 1 }));
  if (!yaml.ok) {
    // A wrong byte, which has been reported, is often the reason.
    if (isBroken) return bad();
    const { fault, reason, line, column } = yaml;
    return bad(shapeProblem(file, fault, reason, line + parts.frontMatterLine - 1, column));
  }
  if (yaml.data === null || typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    return bad(shapeProblem(file, 'fields', '', 1));
  }

  const raw = yaml.data as Record<string, unknown>;
  const schema = SCHEMAS[collection];
  const result = schema.safeParse(raw);
  if (!result.success) {
    const known = (path: readonly PropertyKey[]) =>
      valueFactsAt(collection, path)?.fields?.map((field) => field.name) ?? [];
    problems.push(...fieldProblems(file, result.error.issues, raw, known).map((problem) => placed(problem, place)));
  }
  const facts = factsOfBody(parts.body);
  const readText = textToCheck(source, file, collection, raw, result.data, parts.body, facts);
  problems.push(...checkText(readText).map((problem) => placed(problem, place)));
  if (!result.success) return bad();

  const { id, stem, locale } = placeOfFile(file);
  const bodyDigest = digestOfBody(parts.body);
  const record: ContentRecord<Kind> = {
    id,
    collection,
    locale,
    stem,
    file,
    // The table above maps each collection to its own schema; TypeScript cannot follow that through the index.
    fields: result.data as ContentRecord<Kind>['fields'],
    digest: shortDigest(JSON.stringify([id, result.data, bodyDigest])),
    bodyDigest,
    bodyPictures: [...new Set(facts.pictures.map(({ path }) => path))],
    links: linksToResolve(facts, place),
    anchors: facts.anchors,
    warnings: problems,
  };
  if (problems.some(({ severity }) => severity === 'error')) return { file, problems, flawed: record };
  return { file, problems, digest: hash('sha256', bytes), record };
}

/** What rules check; of a file with wrong fields, as much as is usable. */
function textToCheck(
  source: ContentSource,
  file: string,
  collection: Collection,
  raw: object,
  parsed: object | undefined,
  body: string,
  facts: BodyFacts,
): ReadText {
  const fields = parsed ?? raw;
  const textOf = (from: object, key: string) => {
    const value = (from as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : '';
  };
  const picture = 'picture' in fields && typeof fields.picture === 'object' && fields.picture;
  const src = picture ? textOf(picture, 'src') : '';
  return {
    file,
    collection,
    locale: placeOfFile(file).locale,
    fields: raw,
    title: textOf(fields, 'title'),
    description: textOf(fields, 'description'),
    picture: picture && plainImageFile.safeParse(src).success ? { src, alt: textOf(picture, 'alt') } : undefined,
    article: parsed && collection === 'articles' ? (fields as ArticleFrontMatter) : undefined,
    body,
    facts,
    hasPicture: (path) => existsSync(contentPath(source, picturePathIn(file, path))),
    pictureMeant: (path) => pictureMeant(source.contentRoot, file, path),
  };
}

/** The bytes of a file, or what keeps it from being read. */
function bytesOf(source: ContentSource, file: string): Buffer | ContentProblem {
  try {
    return readFileSync(contentPath(source, file));
  } catch (error) {
    return unreadableFile(file, error);
  }
}

/** Links that may lead to the site: all but those of other schemes than the web's. Where the site is depends on the build. */
function linksToResolve({ links }: BodyFacts, { text, body }: PlacedText): WrittenLink[] {
  return links
    .filter(({ address }) => address && !/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(address.trim()))
    .map(({ address, addressOffset, form }) => ({
      address,
      ...positionAt(text, text.length - body.length + addressOffset),
      isReplaceable: form === 'words' || form === 'html',
    }));
}

/**
 * What a content file's path says of it.
 * @param file the path within the content root, with forward slashes and an extension: `articles/en/2026/glass.md`
 */
export function placeOfFile(file: string): Pick<ContentRecord, 'id' | 'collection' | 'locale' | 'stem' | 'file'> {
  const start = file.indexOf('/') + 1;
  const collection = file.slice(0, start - 1) as Collection;
  const id = file.slice(start, file.lastIndexOf('.'));
  const folder = id.slice(0, Math.max(0, id.indexOf('/')));
  return {
    id,
    collection,
    locale: TEXT_COLLECTIONS.has(collection) && isLocale(folder) ? folder : undefined,
    stem: id.slice(id.lastIndexOf('/') + 1),
    file,
  };
}
