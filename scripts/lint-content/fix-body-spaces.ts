import { specialSpacesIn } from '#src/markdown/special-spaces.ts';
import { positionAt } from '#src/reading/position-at.ts';
import { FALSE_SPACE } from '#src/schemas/false-space.ts';
import { spaceFix, type Fix } from './fix-front-matter.ts';

/**
 * Puts plain spaces in the place of special ones that keep Markdown from seeing a heading, a list, a quotation or the end of a
 * paragraph. Nothing else in a body is changed.
 */
export function fixBodySpaces(body: string): { text: string; fixes: Fix[] } {
  const spaces = specialSpacesIn(body);
  const text = spaces.reduceRight(
    (fixed, { start, end, replacement }) => fixed.slice(0, start) + replacement + fixed.slice(end),
    body,
  );
  const fixes = spaces.map(({ start, end, replacement }) => {
    const offset = start + Math.max(0, body.slice(start, end).search(FALSE_SPACE));
    // The only other way to write one is `&nbsp;`.
    const written = body.charAt(offset);
    const character = FALSE_SPACE.test(written) ? written : '\u00a0';
    return spaceFix({ ...positionAt(body, offset), character, replacement });
  });
  return { text, fixes };
}
