import { z } from 'zod';
import { LANGUAGES, type Locale } from '#src/schemas/locale.ts';

/** What became of a publish. */
export const OUTCOMES = ['published', 'partly', 'rolled-back', 'refused', 'failed'] as const;

const instant = z.iso.datetime().transform((text) => new Date(text));
const inBoth = z.object({ en: z.string(), es: z.string() });

const commitSchema = z.object({ id: z.string(), author: z.string(), subject: z.string() });

const runSchema = z.object({
  /** The machine's clock when it began, and ended. */
  began: instant,
  at: instant,
  outcome: z.enum(OUTCOMES),
  /** The release that readers got; absent if they got none. */
  release: z.string().optional(),
  commit: commitSchema.optional(),
  /** Why it was refused, or failed: the command's own words. */
  reason: z.string().optional(),
  /** The files that had mistakes, and the first of each. */
  faulty: z.array(z.object({ file: z.string(), mistake: inBoth })).optional(),
});

const statusSchema = z.object({
  format: z.literal(1),
  site: z.object({ name: z.string(), url: z.string() }),
  /** The publish that is under way; absent if none is. */
  running: z.object({ since: instant, process: z.string() }).optional(),
  /** What readers have; absent before the first publish. */
  live: z
    .object({
      release: z.string(),
      since: instant,
      /** When the last publish that came through began, before it read the newsroom, and ended. */
      readAt: instant,
      checkedAt: instant,
      commit: commitSchema.optional(),
      articles: z.number().optional(),
    })
    .optional(),
  /** The files with mistakes, and what readers see of each. */
  leftOut: z.array(
    z.object({
      file: z.string(),
      sees: inBoth,
      mistakes: z.array(z.object({ line: z.number().optional(), text: inBoth })),
    }),
  ),
  /** How many files with mistakes a status that everybody may read does not name. */
  hidden: z.number().optional(),
  /** When the site is to be made again, and what changes by itself, the earliest first. */
  next: z
    .object({
      at: instant,
      changes: z
        .array(
          z.object({
            at: instant,
            title: inBoth,
            file: z.string(),
            change: z.enum(['appears', 'expires', 'changes', 'withdrawn', 'announced', 'begins', 'ends']),
          }),
        )
        // A release of before events has none.
        .default([]),
    })
    .optional(),
  /** The last publishes that changed something or did not succeed, newest first. */
  history: z.array(runSchema),
});

/** What is known of publishes to one target. */
export type PublishStatus = z.output<typeof statusSchema>;
export type PublishRun = PublishStatus['history'][number];

/** What is to be said first. */
export type Verdict = 'never' | 'running' | 'stopped' | 'refused' | 'failed' | 'late' | 'partly' | 'right';

/** How long after the instant at which the site was to change a publish is late: workflows start every ten minutes. */
export const LATE_AFTER_MS = 15 * 60_000;

/** Runs that are listed. */
const MOST_RUNS = 50;

/** A target of which nothing is known. */
export const noStatus = (site: PublishStatus['site']): PublishStatus => ({ format: 1, site, leftOut: [], history: [] });

/** @throws Error if the text is no status of this format */
export function parseStatus(text: string): PublishStatus {
  return statusSchema.parse(JSON.parse(text));
}

/**
 * What is to be said first of a target.
 * @param isRunning whether a process is still there; on another machine that is not known
 */
export function verdictOf(
  { running, live, leftOut, hidden = 0, next, history }: PublishStatus,
  now: Date,
  isRunning: (process: string) => boolean = () => true,
): Verdict {
  if (running) return isRunning(running.process) ? 'running' : 'stopped';
  const [last] = history;
  const hasFailed = last && (last.outcome === 'refused' || last.outcome === 'failed');
  // A later run that found nothing to do is none of the history, but has checked what is live.
  if (hasFailed && !(live && live.checkedAt > last.at)) return last.outcome === 'refused' ? 'refused' : 'failed';
  if (!live) return 'never';
  if (next && now.getTime() > next.at.getTime() + LATE_AFTER_MS) return 'late';
  return leftOut.length + hidden > 0 ? 'partly' : 'right';
}

/** A status with one more run, the newest first. */
export function withRun(status: PublishStatus, run: PublishRun): PublishStatus {
  return { ...status, history: [run, ...status.history].slice(0, MOST_RUNS) };
}

/** A text in each language. */
export function inEachLanguage(text: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LANGUAGES.map((locale) => [locale, text(locale)])) as Record<Locale, string>;
}
