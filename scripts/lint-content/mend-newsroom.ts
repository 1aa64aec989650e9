import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Newsroom } from '#src/newsroom/newsroom.ts';
import { splitFrontMatter } from '#src/reading/front-matter.ts';
import { surveyNewsroom } from '#src/reading/survey-newsroom.ts';
import type { Speaker } from '#src/rules/speak.ts';
import { writeAtomically } from '#src/disk/write-atomically.ts';
import { KnownNames } from './known-names.ts';
import { mendFrontMatter, type Mend, type NameFinder } from './mend-front-matter.ts';

/** What was mended in a newsroom, and what could not be. */
export interface NewsroomMends {
  mended: readonly (Mend & { file: string })[];
  refused: readonly { file: string; why: string }[];
}

/** What may be mended without asking whether a name is known: a time without a zone, a space at the end of a line. */
const MAY_NEED_MENDING = /[ \t]+\r?$|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::[\d.]+)?["']?\s*(?:[,}#]|\r?$)/m;

/** Rules whose mistakes may be names in another spelling. */
const ABOUT_NAMES = new Set(['bad-slug', 'dangling-name']);

/**
 * Mends what is certain in every file of a newsroom; bodies are never touched. Each file is written whole or not at all, and
 * only where it says the same afterwards but for what was mended.
 * @param look what was found in it
 */
export function mendNewsroom(
  contentRoot: string,
  look: { newsroom: Newsroom; problems: readonly { file: string; rule: string }[] },
): NewsroomMends {
  const names = new KnownNames(look.newsroom);
  const suspects = new Set(look.problems.filter(({ rule }) => ABOUT_NAMES.has(rule)).map(({ file }) => file));
  for (const { file, tags } of look.newsroom.articles) if (names.hasSlip(tags)) suspects.add(file);
  const mended: (Mend & { file: string })[] = [];
  const refused: { file: string; why: string }[] = [];
  for (const file of Object.values(surveyNewsroom(contentRoot).content).flat()) {
    if (!/\.(?:md|yaml)$/.test(file)) continue;
    const result = mendFile(join(contentRoot, file), names.finderFor(file), suspects.has(file));
    if ('refused' in result) refused.push({ file, why: result.refused });
    else mended.push(...result.mends.map((mend) => ({ file, ...mend })));
  }
  return { mended, refused };
}

function mendFile(path: string, nameFor: NameFinder, isSuspect: boolean): { mends: Mend[] } | { refused: string } {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const parts = path.endsWith('.md') ? splitFrontMatter(text) : { frontMatter: text, frontMatterLine: 1, body: '' };
  if (!parts || !(isSuspect || MAY_NEED_MENDING.test(parts.frontMatter))) return { mends: [] };
  // What is not UTF-8 would come back as something else.
  if (!Buffer.from(text).equals(bytes)) return { mends: [] };
  const result = mendFrontMatter(parts.frontMatter, nameFor);
  if ('refused' in result) return result;
  if (result.mends.length === 0) return result;
  const start = parts.frontMatterLine === 1 ? 0 : text.indexOf('\n') + 1;
  const rest = text.slice(start + parts.frontMatter.length);
  const { mode } = statSync(path);
  writeAtomically(path, text.slice(0, start) + result.text + rest);
  chmodSync(path, mode);
  const shift = parts.frontMatterLine - 1;
  return { mends: result.mends.map((mend) => ({ ...mend, line: mend.line + shift })) };
}

/** What was mended, a line each, and a last line that sums it up. */
export function tellMends({ mended, refused }: NewsroomMends, { say }: Speaker): string {
  const lines = mended.map(({ file, line, column, field, before, after }) => {
    const what = after === '' ? before : `${before} → ${after}`;
    return say([`${file}:${line}:${column}  mended`, field, what].filter(Boolean).join('  '));
  });
  const left = refused.map(({ file, why }) => say(`${file}  left as it was  ${why}`));
  const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  const files = new Set(mended.map(({ file }) => file)).size;
  const total = `Mended ${count(mended.length, 'change')} in ${count(files, 'file')}.`;
  return [...lines, ...left, say(mended.length > 0 ? total : 'Nothing that is certain was left to mend.')].join('\n');
}
