import type { z } from 'zod';
import type { BodyFacts } from '#src/markdown/body-facts.ts';
import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { Collection } from '#src/schemas/collections.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { Problem } from '#src/schemas/problem.ts';
import type { NewsroomView } from './newsroom-view.ts';

/** What every rule says of itself, in both languages of the newsroom. */
interface Named {
  /** Kebab case; never changed, since people search for it and scripts filter by it. */
  id: string;
  /** An error stops the build, a warning does not. */
  severity: Problem['severity'];
  /** What it finds, for the table in the README. */
  title: Record<Locale, string>;
  /** Why that is a mistake. */
  explanation: Record<Locale, string>;
}

/** What a rule found. Who runs the rule knows which file it looked at, and finds the line. */
export interface Finding extends Pick<Problem, 'value' | 'reason' | 'remedy' | 'line' | 'column'> {
  /** Where in the front matter: keys and indexes. */
  path?: readonly PropertyKey[];
  /** Where in the body, in UTF-16 units from its beginning. */
  offset?: number;
}

/** Something in the folder of a newsroom. */
export interface DiskEntry {
  /** Within the content root, with forward slashes. */
  path: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** Judges something on the disk by its name alone. The first rule that finds fault with it speaks. */
export interface NameRule extends Named {
  scope: 'name';
  check: (entry: DiskEntry) => Finding | undefined;
}

/** The bytes of a content file, before anything is made of them. */
export interface FileBytes {
  bytes: Uint8Array;
  /** The same as text, in which wrong bytes have become U+FFFD. */
  text: string;
}

/** Judges a content file's bytes. */
export interface FileRule extends Named {
  scope: 'file';
  check: (file: FileBytes) => readonly Finding[];
}

/** Why front matter cannot be taken for fields. */
export type ShapeFault =
  'fence' | 'fields' | 'anchor' | 'merge-key' | 'tag' | 'duplicate-key' | 'documents' | 'tab' | 'syntax';

/** Names one way in which front matter cannot be read; the reader finds it ({@link file://../reading/front-matter.ts}). */
export interface ShapeRule extends Named {
  scope: 'shape';
  fault: ShapeFault;
  /** @param why what the YAML parser says, where it says something */
  tell: (why: string) => Pick<Finding, 'reason' | 'remedy'>;
}

/** Names one kind of mistake that the schemas find: they stay the only definition, and say it in their own words. */
export interface FieldRule extends Named {
  scope: 'field';
  /** @param value what stands there; undefined where nothing does */
  matches: (issue: z.core.$ZodIssue, value: unknown) => boolean;
}

/** A content file that passed its schema. */
export interface ReadText {
  file: string;
  collection: Collection;
  /** The language of its folder; undefined where it speaks both. */
  locale: Locale | undefined;
  /** The title of a story or page; '' where it has another name. */
  title: string;
  description: string;
  /** Its lead picture, as written. */
  picture: { src: string; alt: string } | undefined;
  /** Its front matter, where it is a story. */
  article: ArticleFrontMatter | undefined;
  body: string;
  facts: BodyFacts;
  /** Whether there is a picture. @param path as written */
  hasPicture: (path: string) => boolean;
}

/** Judges what one file says: what a schema cannot see, and its body. */
export interface TextRule extends Named {
  scope: 'text';
  check: (text: ReadText) => readonly Finding[];
}

/** A finding in one of many files. */
export interface FileFinding extends Finding {
  file: string;
  /** As written, where it is no path of front matter: `body`. */
  field?: string;
}

/** Judges what no file can be blamed for alone. */
export interface NewsroomRule extends Named {
  scope: 'newsroom';
  check: (view: NewsroomView) => readonly FileFinding[];
}

/** A picture's file, looked into. */
export interface PictureFacts {
  /** Within the content root. */
  file: string;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  height: number;
  /** As its bytes say: `jpeg`, `webp`, `avif`. */
  format: string;
}

/** Judges a picture that is shown, by its bytes. */
export interface PictureRule extends Named {
  scope: 'picture';
  check: (picture: PictureFacts) => Finding | undefined;
}

/** Why a picture's file cannot be shown: no program reads it, it lies outside the newsroom, or it is of another format. */
export type PictureFault = 'unreadable' | 'elsewhere' | 'format';

/** Names a picture's file that cannot be shown, at the story that names it. */
export interface RefusedPictureRule extends Named {
  scope: 'refused-picture';
  fault: PictureFault;
  /** @param format as its bytes say, where they say it */
  tell: (format: string) => Pick<Finding, 'reason' | 'remedy'>;
}

/** Names what cannot be published because something else cannot, where a newsroom publishes without its broken files. */
export interface DependenceRule extends Named {
  scope: 'dependence';
  /** @param broken the file that is needed */
  tell: (broken: string) => Pick<Finding, 'reason' | 'remedy'>;
}

export type Rule =
  | NameRule
  | FileRule
  | ShapeRule
  | FieldRule
  | TextRule
  | NewsroomRule
  | PictureRule
  | RefusedPictureRule
  | DependenceRule;

/** A problem of the content: always found by a rule. */
export interface ContentProblem extends Problem {
  rule: string;
}
