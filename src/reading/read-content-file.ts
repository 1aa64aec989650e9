import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { shortDigest } from '#src/keys/digest.ts';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
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
import { TEXT_COLLECTIONS, collectionSchemas, type Collection } from '#src/schemas/collections.ts';
import { valueFactsAt } from '#src/schemas/field-facts.ts';
import { goodFields } from '#src/schemas/good-fields.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { contentPath, type ContentSource } from './content-path.ts';
import type { ContentRecord, FileReading } from './content-record.ts';
import { mendFences } from './false-spaces.ts';
import { linksToResolve } from './links-to-resolve.ts';
import { mendFrontMatter } from './mend-front-matter.ts';
import { mentionsIn } from './mentions.ts';
import { pictureMeant } from './picture-meant.ts';
import { picturePathIn } from './picture-path.ts';
import { placeOfFile } from './place-of-file.ts';
import { placed } from './place-problem.ts';
import { positionAt } from './position-at.ts';
import { digestOfBody } from './read-body.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { textToCheck } from './text-to-check.ts';

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
  const meant = (path: string) => pictureMeant(source.contentRoot, file, path);
  const schema = SCHEMAS[collection];
  const result = schema.safeParse(raw);
  if (!result.success) {
    const known = (path: readonly PropertyKey[]) =>
      valueFactsAt(collection, path)?.fields?.map((field) => field.name) ?? [];
    const found = fieldProblems(file, result.error.issues, raw, known, meant);
    problems.push(...found.map((problem) => placed(problem, place)));
  }
  const facts = factsOfBody(parts.body);
  const { id, stem, locale } = placeOfFile(file);
  const readText = textToCheck({
    file,
    collection,
    locale,
    raw,
    parsed: result.data,
    body: parts.body,
    facts,
    hasPicture: (path) => existsSync(contentPath(source, picturePathIn(file, path))),
    pictureMeant: meant,
  });
  problems.push(...checkText(readText).map((problem) => placed(problem, place)));
  const links = linksToResolve(facts, (offset) => positionAt(fenced, fenced.length - parts.body.length + offset));
  if (!result.success) {
    const about = { file, collection, locale, stem, fields: goodFields(collection, schema, raw) };
    return { ...bad(), incomplete: { about, links, anchors: facts.anchors } };
  }
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
    links,
    anchors: facts.anchors,
    warnings: problems,
  };
  if (problems.some(({ severity }) => severity === 'error')) return { file, problems, flawed: record };
  return { file, problems, digest: hash('sha256', bytes), record };
}

/** The bytes of a file, or what keeps it from being read. */
function bytesOf(source: ContentSource, file: string): Buffer | ContentProblem {
  try {
    return readFileSync(contentPath(source, file));
  } catch (error) {
    return unreadableFile(file, error);
  }
}
