import { factsOfBody } from '#src/markdown/body-facts.ts';
import { parseYaml } from '#src/reading/front-matter.ts';
import { linksToResolve } from '#src/reading/links-to-resolve.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { positionAt } from '#src/reading/position-at.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { textToCheck } from '#src/reading/text-to-check.ts';
import type { NewsroomView } from '#src/rules/newsroom-view.ts';
import { checkNewsroom, checkText, fieldProblems, type Unplaced } from '#src/rules/run-rules.ts';
import { collectionSchemas, TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import { valueAt } from '#src/schemas/explain.ts';
import { valueFactsAt } from '#src/schemas/field-facts.ts';
import { plainImageFile } from '#src/schemas/field-tools.ts';
import { goodFields } from '#src/schemas/good-fields.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { messageText } from '#src/schemas/message.ts';
import { compareText } from '#src/schemas/problem.ts';
import { listUrl } from '#src/urls.ts';
import { bodyMark, type KnownNewsroom, type KnownParts } from './known-newsroom.ts';
import { withWebAddresses } from './web-addresses.ts';

const SCHEMAS = collectionSchemas(plainImageFile);

/** A mistake in an entry, in words. */
export interface EntryProblem {
  severity: Unplaced['severity'];
  rule: string;
  /** The path of its field in the form: `corrections.0.text`, `body`. */
  field: string;
  /** Of the text, from 1. */
  line: number | undefined;
  /** What is written there. */
  value: string | undefined;
  reason: string;
  remedy: string;
  /** Whether it was found by comparing the file with others. */
  isAmongOthers: boolean;
}

/** A file that the form is about to save. */
export interface EntryFile {
  /** Within the content root. */
  file: string;
  /** As it will be written. */
  text: string;
}

/** The newsroom around a file. */
export interface Surroundings {
  known: KnownNewsroom;
  /** Where the file was before it is saved, if that is another place. */
  before?: string | undefined;
  /** Whether there is a picture; without it, nothing is said of pictures that are not there. @param path as written */
  hasPicture?: ((path: string) => boolean) | undefined;
  site: string;
  now: Date;
}

/** What has been read of a file. */
type Read = ReturnType<typeof readEntry>;

/**
 * The linter's rules on a file: on its fields and text, and on what needs the newsroom around it: dead links, names, pictures that are
 * not there, addresses that two files have.
 * @param locale the editor's language
 * @param around without it, nothing is said of other files
 */
export function checkEntry(entry: EntryFile, locale: Locale, around?: Surroundings): EntryProblem[] {
  const read = readEntry(entry, around);
  const { raw, issues, collection, file, checked, lineOf } = read;
  const known = (path: readonly PropertyKey[]) =>
    valueFactsAt(collection, path)?.fields?.map((field) => field.name) ?? [];
  const isDraft = collection === 'articles' && raw['draft'] === true;
  const allowed = (found: readonly Unplaced[]) =>
    found.map((problem) => (isDraft ? { ...problem, severity: 'warning' as const } : problem));
  const own = allowed([...fieldProblems(file, issues, raw, known), ...checkText(checked)]);
  const among = allowed(around ? amongOthers(read, around) : []);
  const inWords = (found: readonly Unplaced[], isAmongOthers: boolean) =>
    found.map(({ severity, rule, path, offset, line, value, message }) => ({
      severity,
      rule,
      field: path && path.length > 0 ? path.join('.') : 'body',
      line: line ?? (offset === undefined ? undefined : lineOf(offset)),
      value,
      ...messageText(message, locale),
      isAmongOthers,
    }));
  return [...inWords(own, false), ...inWords(among, true)];
}

function readEntry({ file, text }: EntryFile, around: Surroundings | undefined) {
  const place = placeOfFile(file);
  const { collection, locale } = place;
  const isText = TEXT_COLLECTIONS.has(collection);
  const parts = isText ? splitFrontMatter(text) : { frontMatter: text, body: '' };
  const yaml = parseYaml(parts?.frontMatter ?? '');
  if (!parts || !yaml.ok) throw new Error(yaml.ok ? 'no front matter' : yaml.reason);
  const raw = yaml.data as Record<string, unknown>;
  const { data: parsed, error } = SCHEMAS[collection].safeParse(raw);
  const { body } = parts;
  const facts = factsOfBody(body);
  // The text begins below a line that only the file has.
  const above = body.length - body.trimStart().length;
  const lineOf = (offset: number) => positionAt(body.slice(above), Math.max(0, offset - above)).line;
  const checked = textToCheck({
    file,
    collection,
    locale,
    raw,
    parsed,
    body,
    facts,
    hasPicture: around?.hasPicture ?? (() => true),
    pictureMeant: () => undefined,
  });
  return { ...place, raw, parsed, issues: error?.issues ?? [], body, facts, checked, lineOf };
}

/** What is wrong with a file among the others. */
function amongOthers(read: Read, { known, before, site, now }: Surroundings): Unplaced[] {
  const { file, collection, facts } = read;
  const parts = known.partsWithout(before === undefined ? [file] : [file, before]);
  const { entry, incomplete } = entityOf(read);
  const others: readonly object[] = parts.newsroom[collection];
  const all = entry ? [...others, entry] : [...others];
  // Of two files that claim the same, the linter names the later one by its path; a new one comes after all that are there.
  const inOrder = before === file ? all.sort((one, other) => compareText(pathOf(one), pathOf(other))) : all;
  const newsroom = { ...parts.newsroom, [collection]: inOrder };
  const view: NewsroomView = {
    newsroom,
    unread: parts.unread,
    unreadAddresses: parts.unreadAddresses,
    unreadKeys: new Set(),
    incomplete,
    links: new Map([[file, linksToResolve(facts, (offset) => ({ line: read.lineOf(offset), column: 1 }))]]),
    anchors: new Map([...anchorsOf(parts, read), [file, facts.anchors]]),
    files: [],
    unusedPictures: [],
    now,
    home: { ...parts.home, sites: [site] },
  };
  return checkNewsroom(view).filter((problem) => problem.file === file && !isOldTag(problem, read, parts));
}

const pathOf = (entry: object) => ('file' in entry ? String(entry.file) : 'id' in entry ? String(entry.id) : '');

/** Whether a tag that looks like a misspelling is one of earlier years, of which the form knows only the lists. */
function isOldTag({ rule, path }: Unplaced, { raw, locale }: Read, { home }: KnownParts): boolean {
  if (rule !== 'tag-slip' || !locale) return false;
  const slug = String(valueAt(raw, path ?? []));
  return home.lists?.has(listUrl({ locale, kind: 'tags', slug })) ?? false;
}

/** The ids of the texts that are named in another; reading all of them would take seconds. */
function anchorsOf({ bodies, anchors, newsroom }: KnownParts, { body }: Read): Map<string, readonly string[]> {
  const texts = [...newsroom.articles, ...newsroom.events, ...newsroom.pages];
  const named = new Set(texts.filter(({ slug }) => body.includes(slug)).map(({ file }) => file));
  const ofForm = [...bodies]
    .filter(([file]) => named.has(file))
    .map(([file, text]) => [file, factsOfBody(text).anchors]);
  return new Map([...anchors, ...(ofForm as [string, readonly string[]][])]);
}

/** A file as the newsroom has it, or if its schema takes it not, the fields that are good. */
function entityOf({ parsed, raw, id, file, collection, locale, stem, body }: Read): {
  entry: object | undefined;
  incomplete: NewsroomView['incomplete'];
} {
  if (!parsed) {
    const fields = goodFields(collection, SCHEMAS[collection], raw);
    return { entry: undefined, incomplete: [{ file, collection, locale, stem, fields }] };
  }
  if (!locale) return { entry: { ...parsed, id }, incomplete: [] };
  const { slug } = parsed as { slug?: string };
  const text = { digest: '', bodyDigest: bodyMark(body), bodyPictures: [] };
  return { entry: { ...parsed, ...text, id, locale, file, slug: slug ?? stem }, incomplete: [] };
}

/** A text whose links without `https://` have it: `[the town](www.cancun.gob.mx)`. */
export function withFullAddresses(body: string): string {
  return withWebAddresses(body, factsOfBody(body).links);
}
