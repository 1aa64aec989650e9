import type { z } from 'zod';
import { explainIssue, fieldName, valueAt, type KnownKeys } from '#src/schemas/explain.ts';
import { messageOf } from '#src/schemas/message.ts';
import { DEPENDENCE_RULE } from './all-rules.ts';
import { FIELD_RULES } from './fields/field-rules.ts';
import { FILE_RULES, UNREADABLE_RULE } from './files/file-rules.ts';
import { SHAPE_RULES, shapeMessage, writtenFinding } from './files/shape-rules.ts';
import { LINK_RULES } from './links/link-rules.ts';
import { NAME_RULES } from './names/name-rules.ts';
import { NEWSROOM_RULES } from './newsroom/newsroom-rules.ts';
import type { NewsroomView } from './newsroom-view.ts';
import { PICTURE_RULES, REFUSED_PICTURE_RULES } from './pictures/picture-rules.ts';
import {
  finding,
  type ContentProblem,
  type DiskEntry,
  type FileBytes,
  type FileFinding,
  type Finding,
  type PictureFacts,
  type PictureFault,
  type ReadText,
  type Rule,
  type ShapeFault,
  type WrittenFault,
} from './rule.ts';
import { TEXT_RULES } from './texts/text-rules.ts';

/** A problem whose line is still to be found: in front matter by its path, in a body by its offset. */
export interface Unplaced extends ContentProblem {
  path?: readonly PropertyKey[] | undefined;
  offset?: number | undefined;
  /** The path of a picture in the body, where the problem is. */
  shownPath?: string | undefined;
}

/** Where something that another part of the program found is. */
type FoundPlace = Pick<FileFinding, 'file' | 'path' | 'field' | 'value'> & Pick<Unplaced, 'shownPath'>;

/** What is wrong with the name of a file or folder. */
export function checkName(entry: DiskEntry): ContentProblem | undefined {
  for (const rule of NAME_RULES) {
    const found = rule.check(entry);
    if (found) return problemOf(rule, entry.kind === 'folder' ? `${entry.path}/` : entry.path, found);
  }
  return undefined;
}

/** What is wrong with a file's bytes. */
export function checkBytes(file: string, bytes: FileBytes): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const rule of FILE_RULES) {
    const found = rule.check(bytes).map((one) => problemOf(rule, file, one));
    // Of a file in another encoding, nothing else can be said.
    if (rule.id === 'utf-16' && found.length > 0) return found;
    problems.push(...found);
  }
  return problems;
}

/** A file or folder that cannot be read. @param error what the operating system answered */
export function unreadableFile(file: string, error: unknown): ContentProblem {
  const { code } = error as NodeJS.ErrnoException;
  // A mistake of ours, or a folder that goes while it is read.
  if (code === undefined || code === 'ENOENT') throw error;
  return problemOf(UNREADABLE_RULE, file, finding(UNREADABLE_RULE.id, { code }));
}

/** A file whose front matter cannot be read as fields. @param words what the YAML parser says */
export function shapeProblem(
  file: string,
  fault: ShapeFault,
  words: string,
  line: number,
  column?: number,
): ContentProblem {
  return problemOf(SHAPE_RULES[fault], file, { message: shapeMessage(fault, words), line, column });
}

/** What YAML takes for something else. */
export function writtenProblem(file: string, fault: WrittenFault): ContentProblem {
  const { id, ...found } = writtenFinding(fault);
  return problemOf({ id, severity: 'error' }, file, found);
}

/**
 * Names what a schema found. Of a value of another kind, nothing else is said: its length is that of something else.
 * @param knownKeys the fields of the concept, for suggestions
 * @param pictureMeant the path of the picture that was probably meant by another
 */
export function fieldProblems(
  file: string,
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  knownKeys: KnownKeys,
  pictureMeant: ReadText['pictureMeant'] = () => undefined,
): Unplaced[] {
  const ofAnotherKind = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => fieldName(path)),
  );
  const said = issues.filter(({ code, path }) => code === 'invalid_type' || !ofAnotherKind.has(fieldName(path)));
  return said.flatMap((issue) => {
    const found = { issue, key: messageOf(issue).key, value: valueAt(data, issue.path) };
    const rule = FIELD_RULES.find(({ matches }) => matches(found));
    if (!rule) throw new Error(`no rule matches what a schema says: ${issue.message}`);
    const { id, severity } = rule;
    const isPath = found.key === 'picture-path-form' && typeof found.value === 'string';
    const meant = isPath ? pictureMeant(String(found.value)) : undefined;
    const near = meant !== undefined && { message: { key: 'picture-path-form.near' as const, values: { meant } } };
    return explainIssue(issue, data, knownKeys).map((problem) => ({ ...problem, ...near, file, severity, rule: id }));
  });
}

/** What is wrong with one text. */
export function checkText(text: ReadText): Unplaced[] {
  return TEXT_RULES.flatMap((rule) =>
    rule.check(text).map((found) => unplaced(rule, { field: found.path ? '' : 'body', ...found, file: text.file })),
  );
}

/** What can only be seen in the newsroom as a whole. */
export function checkNewsroom(view: NewsroomView): Unplaced[] {
  return [...NEWSROOM_RULES, ...LINK_RULES].flatMap((rule) => rule.check(view).map((found) => unplaced(rule, found)));
}

/** What is wrong with a picture that is shown. */
export function checkPicture(picture: PictureFacts): ContentProblem[] {
  return PICTURE_RULES.flatMap((rule) => {
    const found = rule.check(picture);
    return found ? [problemOf(rule, picture.file, found)] : [];
  });
}

/**
 * A picture that cannot be shown, at the article that names it.
 * @param detail its format according to its bytes, if known, or the operating system’s code
 */
export function refusedPicture(place: FoundPlace, fault: PictureFault, detail = ''): Unplaced {
  const rule = REFUSED_PICTURE_RULES[fault === 'denied' ? 'unreadable' : fault];
  const key = fault === 'denied' ? 'unreadable-picture.denied' : rule.id;
  return unplaced(rule, { ...place, ...finding(key, { format: detail, code: detail }) });
}

/** What cannot be shown as it is because something else is left out: the file it needs, or the target of its link. */
export function dependenceProblem(
  place: Omit<FileFinding, 'message'>,
  needed: string,
  kind: 'file' | 'link',
): Unplaced {
  const key = kind === 'link' ? 'depends-on-broken.link' : 'depends-on-broken';
  return unplaced(DEPENDENCE_RULE, { ...place, ...finding(key, { file: needed }) });
}

function problemOf(
  { id, severity }: Rule,
  file: string,
  { path: _, offset: _offset, ...found }: Finding,
): ContentProblem {
  return { severity, file, field: '', ...found, rule: id };
}

function unplaced({ id, severity }: Rule, { path, field, ...found }: FileFinding & FoundPlace): Unplaced {
  return { severity, ...found, field: field || (path ? fieldName(path) : ''), path, rule: id };
}
