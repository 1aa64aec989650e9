import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mendFences } from '#src/reading/false-spaces.ts';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/split-front-matter.ts';
import { placeOfFile } from '#src/reading/place-of-file.ts';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import { utf16Text } from '#src/rules/files/utf-16.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Collection } from '#src/schemas/collections.ts';
import { FALSE_SPACE } from '#src/schemas/false-space.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText, type CommandKey, type Values } from '#src/schemas/message.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { KnownNames } from './known-names.ts';
import { fixBodySpaces } from './fix-body-spaces.ts';
import { fixFrontMatter, spaceFix, type Fix, type NameFinder } from './fix-front-matter.ts';
import { fixLinks } from './fix-links.ts';

/** What was fixed in a newsroom. */
export interface NewsroomFixes {
  fixed: readonly (Fix & { file: string })[];
  /** Files that were left unchanged, because a fix would have changed other values. */
  refused: readonly string[];
  /** Files that the operating system does not let be read or written, with its code. */
  denied: readonly { file: string; code: string }[];
}

/** What may be fixed without looking up a name: a time without a zone, a space at the end of a line, a tab, an entity. */
const MAY_NEED_FIXING = /&[#\w]+;|[ \t]+\r?$|^ *\t|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::[\d.]+)?["']?\s*(?:[,}#]|\r?$)/m;

/** In the layout of front matter or of a body. */
const MAY_HOLD_SPECIAL_SPACE = new RegExp(`${FALSE_SPACE.source}|&nbsp;`);

/** Rules whose mistakes may be names in another spelling. */
const ABOUT_NAMES = new Set(['bad-slug', 'dangling-name']);

/**
 * Fixes mistakes whose correction is certain, in every file of a newsroom; in bodies, only the addresses of links, and special
 * spaces beside Markdown's marks. Each file is written whole or not at all, and only if its data is the same afterwards but for
 * what was fixed.
 * @param found what was found in it
 */
export function fixNewsroom(
  contentRoot: string,
  found: { newsroom: Newsroom; problems: readonly ContentProblem[] },
): NewsroomFixes {
  const names = new KnownNames(found.newsroom);
  const corrections = Map.groupBy(
    found.problems.filter(({ correction }) => correction),
    ({ file }) => file,
  );
  const suspects = new Set(found.problems.filter(({ rule }) => ABOUT_NAMES.has(rule)).map(({ file }) => file));
  for (const { file, tags } of found.newsroom.articles) if (names.hasSlip(tags)) suspects.add(file);
  const fixed: (Fix & { file: string })[] = [];
  const refused: string[] = [];
  const denied: { file: string; code: string }[] = [];
  for (const file of Object.values(surveyNewsroom(contentRoot).content).flat()) {
    if (!/\.(?:md|yaml)$/.test(file)) continue;
    try {
      const fixes = fixFile(join(contentRoot, file), {
        collection: placeOfFile(file).collection,
        nameFor: names.finderFor(file),
        isSuspect: suspects.has(file),
        problems: corrections.get(file) ?? [],
      });
      if (fixes) fixed.push(...fixes.map((fix) => ({ file, ...fix })));
      else refused.push(file);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // The other files may still be fixed.
      if (!/^(?:EACCES|EPERM|EROFS)$/.test(code)) throw error;
      denied.push({ file, code });
    }
  }
  return { fixed, refused, denied };
}

/** What is known of a file that may need fixing. */
interface FileToFix {
  collection: Collection;
  nameFor: NameFinder;
  /** Whether a name in it was found wrong. */
  isSuspect: boolean;
  /** Those with a certain correction. */
  problems: readonly ContentProblem[];
}

/** @returns undefined if the file was left unchanged, because a fix would have changed other values */
function fixFile(path: string, { collection, nameFor, isSuspect, problems }: FileToFix): Fix[] | undefined {
  const bytes = readFileSync(path);
  const encoded = utf16Text(bytes);
  if (encoded !== undefined) return fixEncoding(path, encoded);
  const text = bytes.toString('utf8');
  const isText = path.endsWith('.md');
  const links = fixLinks(text, problems);
  const fences = isText ? mendFences(links.text) : { text: links.text, spaces: [] };
  const parts = isText ? splitFrontMatter(fences.text) : { frontMatter: text, frontMatterLine: 1, body: '' };
  const isDoubtful = isSuspect || problems.length > 0;
  if (!parts || !(isDoubtful || MAY_NEED_FIXING.test(parts.frontMatter) || MAY_HOLD_SPECIAL_SPACE.test(text)))
    return [];
  // Bytes that are not UTF-8 would be written back as something else.
  if (!Buffer.from(text).equals(bytes)) return [];
  const addresses = new Map(
    problems.flatMap(({ field, correction }) =>
      correction && field !== 'body' ? [[correction.before, correction.after]] : [],
    ),
  );
  const result = fixFrontMatter(
    parts.frontMatter,
    (field, written) => addresses.get(written) ?? nameFor(field, written),
    collection,
  );
  if (!result) return undefined;
  const body = fixBodySpaces(parts.body);
  const start = parts.frontMatterLine === 1 ? 0 : fences.text.indexOf('\n') + 1;
  const end = start + parts.frontMatter.length;
  const between = fences.text.slice(end, fences.text.length - parts.body.length);
  const fixed = fences.text.slice(0, start) + result.text + between + body.text;
  if (fixed === text) return [];
  write(path, fixed);
  const bodyLine = fences.text.slice(0, fences.text.length - parts.body.length).split('\n').length;
  return [
    ...fences.spaces.map(spaceFix),
    ...result.fixes.map((fix) => ({ ...fix, line: fix.line + parts.frontMatterLine - 1 })),
    ...links.fixes,
    ...body.fixes.map((fix) => ({ ...fix, line: fix.line + bodyLine - 1 })),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A file in UTF-16 as UTF-8; if a character of it cannot be read, it stays as it is. */
function fixEncoding(path: string, text: string): Fix[] {
  if (text.includes('\ufffd')) return [];
  write(path, text);
  return [{ line: 1, column: 1, field: '', before: 'UTF-16', after: 'UTF-8' }];
}

function write(path: string, text: string): void {
  const { mode } = statSync(path);
  writeAtomically(path, text);
  chmodSync(path, mode);
}

/** What was fixed, a line each, and a last line that sums it up. */
export function formatFixes({ fixed, refused, denied }: NewsroomFixes, locale: Locale): string {
  const text = (key: CommandKey, values?: Values) => commandText(locale, key, values);
  const lines = fixed.map(({ file, line, column, field, before, after }) => {
    const what =
      before === undefined
        ? text('trailingSpaces')
        : text(after === '' ? 'removal' : 'change', after === '' ? { before } : { before, after });
    return [`${file}:${line}:${column}`, text('fixed'), field, what].filter(Boolean).join('  ');
  });
  const left = refused.map((file) => [file, text('unchanged'), text('wouldChangeMeaning')].join('  '));
  for (const { file, code } of denied) left.push([file, text('unchanged'), text('notPermitted', { code })].join('  '));
  const files = commandCount(locale, 'files', new Set(fixed.map(({ file }) => file)).size);
  const changes = commandCount(locale, 'changes', fixed.length);
  const total = fixed.length > 0 ? text('fixedInTotal', { changes, files }) : text('nothingFixed');
  return [...lines, ...left, total].join('\n');
}
