import { explainIssues } from './schemas/explain.ts';
import { ContentError } from './schemas/problem.ts';
import { siteSchema, type Site } from './schemas/site.ts';
import { siteConfig } from './site.config.ts';

/** Where a mistake in the address is to be mended when it was given for one build: the `file` of its problem. */
export const ORIGIN_OPTION = '--site';

/**
 * The publisher's choices, checked.
 * @param origin replaces the configured address for this build (`--site`)
 * @param choices normally those of `src/site.config.ts`
 * @throws ContentError that names every mistake in `src/site.config.ts`, or in the origin
 */
export function parseSite(origin?: string, choices: Readonly<Record<string, unknown>> = siteConfig): Site {
  const data = origin === undefined ? choices : { ...choices, url: origin };
  const result = siteSchema.safeParse(data);
  if (result.success) return result.data;
  const isOrigin = (field: string) => origin !== undefined && field === 'url';
  const problems = explainIssues(result.error.issues, data, Object.keys(siteSchema.shape));
  throw new ContentError(
    problems.map(({ field, value, reason, remedy }) => ({
      severity: 'error',
      file: isOrigin(field) ? ORIGIN_OPTION : 'src/site.config.ts',
      field: isOrigin(field) ? '' : field,
      value,
      reason,
      remedy,
    })),
  );
}
