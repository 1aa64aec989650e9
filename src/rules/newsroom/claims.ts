import type { Article, Page } from '#src/newsroom/newsroom.ts';
import type { Locale } from '#src/schemas/locale.ts';
import { showValue } from '#src/schemas/problem.ts';
import type { FileFinding } from '../rule.ts';

/** Something only one file of a language may have. */
export interface Claim {
  locale: Locale;
  claimed: string;
  file: string;
  path: readonly PropertyKey[];
}

/** The part of its address that is a text's own. */
export function addressClaim({ locale, slug, file }: Article | Page): Claim {
  return { locale, claimed: slug, file, path: ['slug'] };
}

/** A finding for each claim after the first. @param noun what is claimed: `address` */
export function claimedTwice(noun: string, claims: readonly Claim[]): FileFinding[] {
  const holders = new Map<string, Claim>();
  return claims.flatMap((claim): FileFinding[] => {
    const { locale, claimed, file, path } = claim;
    const key = `${locale} ${claimed}`;
    const holder = holders.get(key);
    if (!holder) {
      holders.set(key, claim);
      return [];
    }
    const reason = `claims the ${noun} that ${holder.file} already has`;
    return [{ file, path, value: showValue(claimed), reason, remedy: 'change one of the two' }];
  });
}
