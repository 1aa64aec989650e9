import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a seeded defect must be found. */
export interface Expected {
  rule: string;
  file: string;
  /** From 1; absent where the whole file is meant. */
  line?: number;
}

/** A mistake that a newsroom can have. */
export interface Defect {
  /** The rule that must find it. */
  rule: string;
  /** What must be said of it, from the beginning. */
  says: string;
  /** How many of it one newsroom can have. */
  most?: number;
  seed: (draft: Draft) => Omit<Expected, 'rule'> | Omit<Expected, 'rule'>[];
}

/** A story's file in a newsroom that is being corrupted. */
export interface DraftStory {
  file: string;
  /** The last part of its address. */
  slug: string;
  text: string;
}

/** A newsroom on the disk, in which each defect gets stories of its own, so that none hides another. */
export class Draft {
  readonly root: string;
  readonly #stories: string[];
  readonly #made = new Map<string, number>();

  /** @param stories English stories that may be corrupted, within the root, in the order in which they are taken */
  constructor(root: string, stories: readonly string[]) {
    this.root = root;
    this.#stories = [...stories];
  }

  /** The next story that nothing has been done to. */
  story(): DraftStory {
    const file = this.#stories.shift();
    if (!file) throw new Error('there are more defects than stories');
    return { file, slug: slugOf(file), text: readFileSync(join(this.root, file), 'utf8') };
  }

  /** Writes a file, and gives back its name. */
  write(file: string, content: string | Uint8Array): string {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
    return file;
  }

  link(file: string, target: string): string {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    symlinkSync(target, join(this.root, file));
    return file;
  }

  folder(path: string): string {
    mkdirSync(join(this.root, path), { recursive: true });
    return path;
  }

  /** A number that no other defect has; of a kind, the next. */
  number(kind = ''): number {
    const number = (this.#made.get(kind) ?? 0) + 1;
    this.#made.set(kind, number);
    return number;
  }
}

/** A way to corrupt a newsroom. @param most how many of it one newsroom can have */
export const defect = (rule: string, says: string, seed: Defect['seed'], most?: number): Defect => ({
  ...{ rule, says, seed },
  ...(most !== undefined && { most }),
});

/** A story that is changed, and is then wrong at the first place that says `at`. */
export const corrupted = (rule: string, says: string, at: string, change: (text: string, draft: Draft) => string) =>
  defect(rule, says, (draft) => {
    const { file, text } = draft.story();
    const wrong = change(text, draft);
    return { file: draft.write(file, wrong), line: lineOf(wrong, at) };
  });

/** A line more in a story's front matter that is wrong; the problem is found at the first place that says `at`. */
export const added = (rule: string, lines: string, says: string, at = beginOf(lines)) =>
  corrupted(rule, says, at, (text) => withLines(text, lines));

/** A field of a story with another value. */
export const changed = (rule: string, name: string, value: string, says: string) =>
  corrupted(rule, says, `${name}: `, (text) => withField(text, name, value));

export const slugOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));

/** The name of the first field in some lines, with its colon: what finds them in a story that has not got the field. */
export const beginOf = (lines: string) => lines.slice(0, lines.indexOf(':') + 1);

/** A word for a number that is far from the words for others. */
export const letters = (number: number) =>
  [...String(number)].map((digit) => 'bdfhkmpstz'[Number(digit)]?.repeat(4)).join('');

/** The line, from 1, on which something first stands. @throws Error where it stands nowhere */
export function lineOf(text: string, needle: string): number {
  const at = text.indexOf(needle);
  if (at < 0) throw new Error(`there is no ${JSON.stringify(needle)} in the text`);
  return text.slice(0, at).split('\n').length;
}

/** A story whose field has another value. */
export function withField(text: string, name: string, value: string): string {
  const line = new RegExp(`^${name}:.*$`, 'm');
  if (!line.test(text)) return withLines(text, `${name}: ${value}`);
  return text.replace(line, `${name}: ${value}`);
}

/** A story with lines added to its front matter, at its end. */
export function withLines(text: string, lines: string): string {
  const end = text.indexOf('\n---', 3);
  return `${text.slice(0, end)}\n${lines}${text.slice(end)}`;
}

/** A story without a field. */
export const withoutField = (text: string, name: string) => text.replace(new RegExp(`^${name}:.*\n`, 'm'), '');

/** A story with a paragraph more. */
export const withParagraph = (text: string, paragraph: string) => `${text.trimEnd()}\n\n${paragraph}\n`;

/** A story with another body. */
export function withBody(text: string, body: string): string {
  const end = text.indexOf('\n---', 3) + 5;
  return `${text.slice(0, end)}${body}`;
}
