import type { z } from 'zod';
import { explainIssue, fieldName, valueAt, type FieldProblem } from '#src/schemas/explain.ts';
import { ALL_RULES } from './all-rules.ts';
import type { NewsroomView } from './newsroom-view.ts';
import type {
  ContentProblem,
  DiskEntry,
  FileBytes,
  FileFinding,
  Finding,
  PictureFacts,
  PictureFault,
  ReadText,
  Rule,
  ShapeFault,
} from './rule.ts';

type Scope = Rule['scope'];
type RuleOf<Kind extends Scope> = Extract<Rule, { scope: Kind }>;

const ofScope = <Kind extends Scope>(scope: Kind) =>
  ALL_RULES.filter((rule): rule is RuleOf<Kind> => rule.scope === scope);

const NAME_RULES = ofScope('name');
const FILE_RULES = ofScope('file');
const SHAPE_RULES = ofScope('shape');
const FIELD_RULES = ofScope('field');
const TEXT_RULES = ofScope('text');
const NEWSROOM_RULES = ofScope('newsroom');
const PICTURE_RULES = ofScope('picture');
const REFUSED_PICTURE_RULES = ofScope('refused-picture');
const [DEPENDENCE] = ofScope('dependence');

/** A finding whose line is still to be found: in front matter by its path, in a body by its offset. */
export interface Unplaced extends ContentProblem {
  path?: readonly PropertyKey[] | undefined;
  offset?: number | undefined;
}

/** What is wrong with something on the disk, by its name. */
export function checkName(entry: DiskEntry): ContentProblem | undefined {
  for (const rule of NAME_RULES) {
    const found = rule.check(entry);
    if (found) return problemOf(rule, entry.kind === 'folder' ? `${entry.path}/` : entry.path, found);
  }
  return undefined;
}

/** What is wrong with a file's bytes. */
export function checkBytes(file: string, bytes: FileBytes): ContentProblem[] {
  return FILE_RULES.flatMap((rule) => rule.check(bytes).map((found) => problemOf(rule, file, found)));
}

/** Names a way in which a file holds no fields. @param why what the parser says */
export function shapeProblem(file: string, fault: ShapeFault, why: string, line: number, column?: number) {
  const rule = SHAPE_RULES.find((candidate) => candidate.fault === fault);
  if (!rule) throw new Error(`no rule names the fault ${fault}`);
  return problemOf(rule, file, { ...rule.tell(why), line, ...(column !== undefined && { column }) });
}

/**
 * Names what a schema found.
 * @param knownKeys the fields of the concept, for suggestions
 */
export function fieldProblems(
  file: string,
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  knownKeys: readonly string[],
): Unplaced[] {
  return issues.flatMap((issue) => {
    const value = valueAt(data, issue.path);
    const rule = FIELD_RULES.find((candidate) => candidate.matches(issue, value));
    if (!rule) throw new Error(`no rule names what a schema says: ${issue.message}`);
    return explainIssue(issue, data, knownKeys).map((found: FieldProblem) => ({
      ...found,
      file,
      severity: rule.severity,
      rule: rule.id,
    }));
  });
}

/** What is wrong with what a file says. */
export function checkText(text: ReadText): Unplaced[] {
  return TEXT_RULES.flatMap((rule) =>
    rule.check(text).map((found) => unplaced(rule, { field: found.path ? '' : 'body', ...found, file: text.file })),
  );
}

/** What no file can be blamed for alone. */
export function checkNewsroom(view: NewsroomView): Unplaced[] {
  return NEWSROOM_RULES.flatMap((rule) => rule.check(view).map((found) => unplaced(rule, found)));
}

/** What is wrong with a picture that is shown. */
export function checkPicture(picture: PictureFacts): ContentProblem[] {
  return PICTURE_RULES.flatMap((rule) => {
    const found = rule.check(picture);
    return found ? [problemOf(rule, picture.file, found)] : [];
  });
}

/** A picture that cannot be shown, at the story that names it. @param format as its bytes say, where they say it */
export function refusedPicture(
  found: Pick<FileFinding, 'file' | 'path' | 'field' | 'value'>,
  fault: PictureFault,
  format = '',
): Unplaced {
  const rule = REFUSED_PICTURE_RULES.find((candidate) => candidate.fault === fault);
  if (!rule) throw new Error(`no rule names the fault ${fault}`);
  return unplaced(rule, { ...found, ...rule.tell(format) });
}

/** What cannot be published because another file cannot. @param broken that file */
export function dependenceProblem(
  found: Pick<FileFinding, 'file' | 'path' | 'field' | 'value'>,
  broken: string,
): Unplaced {
  if (!DEPENDENCE) throw new Error('no rule names what depends on a broken file');
  return unplaced(DEPENDENCE, { ...found, ...DEPENDENCE.tell(broken) });
}

function problemOf(
  { id, severity }: Rule,
  file: string,
  { path: _, offset: _offset, ...found }: Finding,
): ContentProblem {
  return { severity, file, field: '', ...found, rule: id };
}

function unplaced({ id, severity }: Rule, { path, field, ...found }: FileFinding): Unplaced {
  return { severity, ...found, field: field || (path ? fieldName(path) : ''), path, rule: id };
}
