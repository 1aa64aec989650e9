import type { z } from 'zod';
import type { BodyFacts } from '#src/markdown/body-facts.ts';
import type { ArticleFrontMatter } from '#src/schemas/article.ts';
import type { EventFrontMatter } from '#src/schemas/event.ts';
import type { Collection } from '#src/schemas/collections.ts';
import type { Locale } from '#src/schemas/locale.ts';
import type { MessageKey, RuleId, Values } from '#src/schemas/message.ts';
import type { MessageProblem } from '#src/schemas/problem.ts';
import type { NewsroomView } from './newsroom-view.ts';

/** A rule as it is listed; below, with what it checks. */
export interface Rule {
  /** Kebab case; never changed, because people search for it and scripts filter by it. Its texts are in the catalogues. */
  id: RuleId;
  /** An error stops the build, a warning does not. */
  severity: MessageProblem['severity'];
}

/** A rule of any kind with what it checks. */
export const rule = <Check>(id: RuleId, severity: Rule['severity'], check: Check) => ({ id, severity, check });

/** What a rule found. {@link file://./run-rules.ts} adds the file; the reader of the file finds the line. */
export interface Finding extends Pick<MessageProblem, 'value' | 'message' | 'line' | 'column'> {
  /** Where in the front matter: keys and indexes. */
  path?: readonly PropertyKey[];
  /** Where in the body, in UTF-16 units from its beginning. */
  offset?: number;
  /** What is to be changed, if that is certain. */
  correction?: Correction;
}

/** Text to be replaced where the finding is. */
export interface Correction {
  /** As written. */
  before: string;
  after: string;
}

/** Something in the folder of a newsroom. */
export interface DiskEntry {
  /** Within the content root, with forward slashes. */
  path: string;
  kind: 'file' | 'folder' | 'link' | 'other';
}

/** Checks the name of a file or folder. Only the first rule that finds a mistake reports it. */
export interface NameRule extends Rule {
  check: (entry: DiskEntry) => Finding | undefined;
}

/** The bytes of a content file, before anything is made of them. */
export interface FileBytes {
  bytes: Uint8Array;
  /** The same as text, in which wrong bytes have become U+FFFD. */
  text: string;
}

/** Checks a content file's bytes. */
export interface FileRule extends Rule {
  check: (file: FileBytes) => readonly Finding[];
}

/** Why front matter cannot be read as fields. */
export type ShapeFault =
  'fence' | 'fields' | 'anchor' | 'merge-key' | 'tag' | 'duplicate-key' | 'documents' | 'tab' | 'syntax';

/** Something written so that YAML takes it for something else. */
export type WrittenFault =
  /** A space that is none; `character` is the one that was written. */
  | { fault: 'space'; line: number; column: number; character: string }
  /**
   * A `#`, a colon, an `&` or a first sign that is no letter in a text without quotation marks; a quotation mark or a backslash
   * within one that has them, or such a mark that none closes; a colon without a space. `rest` is what would be left of the text, or
   * the sign or name that the message shows.
   */
  | {
      fault:
        | 'comment'
        | 'colon'
        | 'entity'
        | 'late-comment'
        | 'slug-comment'
        | 'sign'
        | 'single-quote'
        | 'double-quote'
        | 'open-single-quote'
        | 'open-double-quote'
        | 'backslash'
        | 'colon-without-space';
      line: number;
      column: number;
      field: string;
      rest: string | undefined;
    };

/** Names one kind of mistake that the schemas find: they are the only definition of a field. */
export interface FieldRule extends Rule {
  matches: (found: FieldIssue) => boolean;
}

/** What a schema found. */
export interface FieldIssue {
  issue: z.core.$ZodIssue;
  /** The schema's message. */
  key: MessageKey;
  /** What is written; undefined if nothing is. */
  value: unknown;
}

/** A content file that passed its schema. */
export interface ReadText {
  file: string;
  collection: Collection;
  /** The language of its folder; undefined if it has both. */
  locale: Locale | undefined;
  /** Its front matter, as written. */
  fields: object;
  /** The title of an article or page; '' if it has another name. */
  title: string;
  description: string;
  /** Its lead picture, as written. */
  picture: { src: string; alt: string } | undefined;
  /** Its front matter, if it is an article. */
  article: ArticleFrontMatter | undefined;
  /** Its front matter, if it is an event. */
  event: EventFrontMatter | undefined;
  body: string;
  facts: BodyFacts;
  /** Whether there is a picture. @param path as written */
  hasPicture: (path: string) => boolean;
  /** The path of the picture that was probably meant by one that does not exist. */
  pictureMeant: (path: string) => string | undefined;
}

/** Checks one file: what a schema cannot see, and its body. */
export interface TextRule extends Rule {
  check: (text: ReadText) => readonly Finding[];
}

/** A finding in one of many files. */
export interface FileFinding extends Finding {
  file: string;
  /** As written, if it is not a path of front matter: `body`. */
  field?: string;
}

/** Checks what can only be seen in the newsroom as a whole. */
export interface NewsroomRule extends Rule {
  check: (view: NewsroomView) => readonly FileFinding[];
}

/** What a picture's file contains. */
export interface PictureFacts {
  /** Within the content root. */
  file: string;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  height: number;
  /** According to its bytes: `jpeg`, `webp`, `avif`. */
  format: string;
  /** More than one if it moves. */
  frames?: number;
}

/** Checks the file of a picture that is shown. */
export interface PictureRule extends Rule {
  check: (picture: PictureFacts) => Finding | undefined;
}

/** Why a picture's file cannot be shown: no program reads it, it is outside the newsroom, or it has another format. */
export type PictureFault = 'unreadable' | 'denied' | 'elsewhere' | 'format';

/** A problem of the content: always found by a rule. */
export interface ContentProblem extends MessageProblem {
  rule: string;
  correction?: Correction | undefined;
}

/** A finding that is only a message, and perhaps what is to be changed. */
export const finding = (key: MessageKey, values?: Values, correction?: Correction): Finding => ({
  message: { key, ...(values && { values }) },
  ...(correction && { correction }),
});
