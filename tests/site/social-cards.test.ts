import { statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { builtSite, ORIGIN, type BuiltPage } from './built-site.ts';
import { metaContent } from './html.ts';

const site = builtSite('sample');

/** What a page names for other sites. */
const shownBy = ({ document }: BuiltPage) => ({
  url: metaContent(document, 'og:image') ?? '',
  type: metaContent(document, 'og:image:type'),
  width: Number(metaContent(document, 'og:image:width')),
  height: Number(metaContent(document, 'og:image:height')),
});

describe('every page of the sample', () => {
  it('names a picture for other sites that is there, in the size and type that it says, of at most 150 kB', async () => {
    const shown = new Map(site.pages.map((page) => [shownBy(page).url, shownBy(page)]));
    expect(shown.size).toBeGreaterThan(80);
    for (const { url, type, width, height } of shown.values()) {
      expect(url.startsWith(`${ORIGIN}_pictures/`), url).toBe(true);
      const file = join(site.folder, new URL(url).pathname);
      const made = await sharp(file).metadata();
      expect({ type: `image/${made.format}`, width: made.width, height: made.height }, url).toEqual({
        type,
        width,
        height,
      });
      expect(statSync(file).size, url).toBeLessThan(150_000);
    }
  });

  it('describes that picture, and asks for a large one', () => {
    for (const { document, path } of site.pages) {
      expect(metaContent(document, 'og:image:alt')?.length ?? 0, path).toBeGreaterThan(2);
      expect(metaContent(document, 'twitter:card'), path).toBe('summary_large_image');
      expect(metaContent(document, 'twitter:image:alt'), path).toBe(metaContent(document, 'og:image:alt'));
    }
  });
});

it('the site has no card that no page names', () => {
  const named = new Set(site.pages.map((page) => new URL(shownBy(page).url).pathname.slice(1)));
  const cards = site.files.filter((file) => file.startsWith('_pictures/card.'));
  expect(cards.length).toBeGreaterThan(30);
  expect(cards.filter((file) => !named.has(file))).toEqual([]);
});
