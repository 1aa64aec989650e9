import type { Newsroom } from '#src/newsroom/newsroom.ts';
import type { NewsroomView, WrittenLink } from '#src/rules/newsroom-view.ts';
import { markdownAddress } from '#src/schemas/markdown-address.ts';
import { articleUrl, issueUrl, pageUrl } from '#src/urls.ts';
import { fullAddress } from '#src/written-urls.ts';
import { addressOf, fileAt } from './addresses.ts';

/** Where an editor wrote a link: a place in a content file. */
export interface WrittenPlace {
  file: string;
  line: number;
  column: number;
}

/**
 * Finds the place in the Markdown of a link of a built page: there a mistake is reported, and fixed. Called once for each link of the
 * page, in the page's order.
 * @returns undefined for a link that is in no body: a template made it
 */
export type FindWritten = (pageFile: string, address: string) => WrittenPlace | undefined;

/**
 * @param links of bodies, by file
 * @param site its address
 */
export function writtenLinks(
  { articles, newsletters, pages }: Newsroom,
  links: NewsroomView['links'],
  site: string,
): FindWritten {
  const writtenIn = new Map([
    ...articles.map((article) => [fileAt(articleUrl(article)), article.file] as const),
    ...newsletters.map((issue) => [fileAt(issueUrl(issue)), issue.file] as const),
    ...pages.map((page) => [fileAt(pageUrl(page)), page.file] as const),
  ]);
  const found = new Set<WrittenLink>();
  return (pageFile, address) => {
    const file = writtenIn.get(pageFile);
    // Paths are compared as editors write them: from the site's front page.
    const from = new URL(addressOf(pageFile), new URL(site).origin).href;
    const written = (file === undefined ? undefined : links.get(file)) ?? [];
    const same = [...written.filter((link) => link.address === address), ...written.filter(leadingTo(address, from))];
    const link = same.find((one) => !found.has(one)) ?? same.at(-1);
    if (file === undefined || !link) return undefined;
    found.add(link);
    return { file, line: link.line, column: link.column };
  };
}

/** The page may write an address in its own way, with escapes. */
function leadingTo(address: string, from: string): (link: WrittenLink) => boolean {
  const target = fullAddress(address, from);
  return (link) =>
    [link.address, markdownAddress(link.address)].some((written) => fullAddress(written, from) === target);
}
