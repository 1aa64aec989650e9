import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/front-matter.ts';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import type { ContentProblem } from '#src/rules/rule.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { commandCount, commandText, type CommandKey, type Values } from '#src/schemas/message.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { KnownNames } from './known-names.ts';
import { fixFrontMatter, type Fix, type NameFinder } from './fix-front-matter.ts';
import { fixLinks } from './fix-links.ts';

/** What was fixed in a newsroom. */
export interface NewsroomFixes {
  fixed: readonly (Fix & { file: string })[];
  /** Files that were left unchanged, because a fix would have changed other values. */
  refused: readonly string[];
}

/** What may be fixed without looking up a name: a time without a zone, a space at the end of a line. */
const MAY_NEED_FIXING = /[ \t]+\r?$|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::[\d.]+)?["']?\s*(?:[,}#]|\r?$)/m;

/** Rules whose mistakes may be names in another spelling. */
const ABOUT_NAMES = new Set(['bad-slug', 'dangling-name']);

/**
 * Fixes mistakes whose correction is certain, in every file of a newsroom; in bodies, only the addresses of links. Each file is
 * written whole or not at all, and only if its data is the same afterwards but for what was fixed.
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
  for (const file of Object.values(surveyNewsroom(contentRoot).content).flat()) {
    if (!/\.(?:md|yaml)$/.test(file)) continue;
    const fixes = fixFile(
      join(contentRoot, file),
      names.finderFor(file),
      suspects.has(file),
      corrections.get(file) ?? [],
    );
    if (fixes) fixed.push(...fixes.map((fix) => ({ file, ...fix })));
    else refused.push(file);
  }
  return { fixed, refused };
}

/** @returns undefined if the file was left unchanged, because a fix would have changed other values */
function fixFile(
  path: string,
  nameFor: NameFinder,
  isSuspect: boolean,
  problems: readonly ContentProblem[],
): Fix[] | undefined {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const parts = path.endsWith('.md') ? splitFrontMatter(text) : { frontMatter: text, frontMatterLine: 1, body: '' };
  if (!parts || !(isSuspect || problems.length > 0 || MAY_NEED_FIXING.test(parts.frontMatter))) return [];
  // Bytes that are not UTF-8 would be written back as something else.
  if (!Buffer.from(text).equals(bytes)) return [];
  const addresses = new Map(
    problems.flatMap(({ field, correction }) =>
      correction && field !== 'body' ? [[correction.before, correction.after]] : [],
    ),
  );
  const links = fixLinks(text, problems);
  const result = fixFrontMatter(
    parts.frontMatter,
    (field, written) => addresses.get(written) ?? nameFor(field, written),
  );
  if (!result) return undefined;
  const fixes = [
    ...result.fixes.map((fix) => ({ ...fix, line: fix.line + parts.frontMatterLine - 1 })),
    ...links.fixes,
  ];
  if (fixes.length === 0) return [];
  const start = parts.frontMatterLine === 1 ? 0 : text.indexOf('\n') + 1;
  // Links are fixed below the front matter, which therefore is as long as before.
  const rest = links.text.slice(start + parts.frontMatter.length);
  const { mode } = statSync(path);
  writeAtomically(path, text.slice(0, start) + result.text + rest);
  chmodSync(path, mode);
  return fixes;
}

/** What was fixed, a line each, and a last line that sums it up. */
export function formatFixes({ fixed, refused }: NewsroomFixes, locale: Locale): string {
  const text = (key: CommandKey, values?: Values) => commandText(locale, key, values);
  const lines = fixed.map(({ file, line, column, field, before, after }) => {
    const what = before === undefined ? text('trailingSpaces') : text('change', { before, after });
    return [`${file}:${line}:${column}`, text('fixed'), field, what].filter(Boolean).join('  ');
  });
  const left = refused.map((file) => [file, text('unchanged'), text('wouldChangeMeaning')].join('  '));
  const files = commandCount(locale, 'files', new Set(fixed.map(({ file }) => file)).size);
  const changes = commandCount(locale, 'changes', fixed.length);
  const total = fixed.length > 0 ? text('fixedInTotal', { changes, files }) : text('nothingFixed');
  return [...lines, ...left, total].join('\n');
}
