import { join } from 'node:path';
import { ORIGIN, writeSite } from '../small-site.ts';

/** The marks of the sites between which the tests publish; each stands in every page and asset of its site. */
export const MARKS = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const;
export type Mark = (typeof MARKS)[number];

const STORIES = 120;

/** The pages of every variant, by address. */
export const ADDRESSES = ['/', ...Array.from({ length: STORIES }, (_, index) => `/articles/story-${index}/`)];

/**
 * Writes a site whose every page and asset says which it is, beside some files that all variants share.
 * @param below the folder in which it gets its own
 * @returns the site's folder
 */
export function writeVariant(below: string, mark: Mark): string {
  const style = `_astro/frame.${mark}.css`;
  const script = `_astro/main.${mark}.js`;
  const files: Record<string, string> = {
    '404.html': `<p>404</p><!-- end -->`,
    'sitemap-0.xml': ADDRESSES.map((address) => `<loc>${new URL(address, ORIGIN)}</loc>`).join('\n'),
    [style]: `/* build ${mark} */`,
    [script]: `// build ${mark}`,
  };
  for (const [index, address] of ADDRESSES.entries()) {
    const picture = `_astro/picture-${index}.${mark}_one.webp`;
    files[picture] = `build ${mark} ${'.'.repeat(2000)}`;
    files[`${address.slice(1)}index.html`] = [
      `<link rel="stylesheet" href="/${style}"><script src="/${script}"></script>`,
      `<p>build ${mark}</p><img src="/${picture}"><img src="/shared/${index}.webp">`,
      'x'.repeat(20_000),
      `<p>build ${mark}</p><!-- end -->`,
    ].join('\n');
    files[`shared/${index}.webp`] = `shared ${index}`;
  }
  return writeSite(join(below, mark), files);
}

/** The build marks that stand in a text. */
export function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/build (\w+)/g)].map(([, mark = '']) => mark))];
}

/** The files that a page has a browser load, by address. */
export function assetsOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
}
