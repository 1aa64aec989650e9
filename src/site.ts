import { explainIssues } from './schemas/explain.ts';
import { ContentError } from './schemas/problem.ts';
import { siteSchema, type Site } from './schemas/site.ts';
import { siteConfig } from './site.config.ts';

/** The `file` of a problem with an address that was given on the command line. */
export const ORIGIN_OPTION = '--site';

/**
 * The publisher's settings, checked.
 * @param origin replaces the configured address for this build (`--site`)
 * @param settings normally those of `src/site.config.ts`
 * @throws ContentError that names every mistake in `src/site.config.ts`, or in the origin
 */
export function parseSite(origin?: string, settings: Readonly<Record<string, unknown>> = siteConfig): Site {
  const data = origin === undefined ? settings : { ...settings, url: origin };
  const result = siteSchema.safeParse(data);
  if (result.success) return result.data;
  const isOrigin = (field: string) => origin !== undefined && field === 'url';
  const problems = explainIssues(result.error.issues, data, Object.keys(siteSchema.shape));
  throw new ContentError(
    problems.map(({ field, value, message }) => ({
      severity: 'error',
      file: isOrigin(field) ? ORIGIN_OPTION : 'src/site.config.ts',
      field: isOrigin(field) ? '' : field,
      value,
      message,
    })),
  );
}
