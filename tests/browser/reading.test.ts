import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articleUrl, frontUrl, listUrl, pageUrl } from '#src/urls.ts';
import { LAPTOP, PHONE, shiftOf, useReader, watchShifts } from './open-page.ts';

const reader = useReader();

const SCREENS = [
  { screen: LAPTOP, headlines: 10 },
  // On a day with notices and events, which come first.
  { screen: PHONE, headlines: 3 },
];

describe.each([
  { locale: 'en', date: 'Tuesday, 24 November 2026' },
  { locale: 'es', date: 'martes, 24 de noviembre de 2026' },
] as const)('the $locale front page', ({ locale, date }) => {
  it.each(SCREENS)(
    'has name, place and day under the masthead, and $headlines headlines before anybody scrolls, at $screen.width pixels',
    async ({ screen, headlines }) => {
      const { page } = await reader.open(frontUrl(locale), { screen });
      expect((await headlinesInView(page)).length).toBeGreaterThanOrEqual(headlines);
      await seen(page, 'h1.masthead-name', 'Riviera Maya News & Events');
      await seen(page, '.date-line time', date);
      expect(await page.locator('.date-line time').getAttribute('datetime')).toBe('2026-11-24');
    },
  );

  it('shows every picture as the reader comes to it', async () => {
    const { page } = await reader.open(frontUrl(locale), { screen: PHONE });
    const pictures = page.locator('main img');
    expect(await pictures.count()).toBeGreaterThan(1);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      expect(await naturalWidth(picture)).toBeGreaterThan(0);
    }
  });
});

describe.each([
  {
    locale: 'en',
    slug: 'playa-del-carmen-beach-access-and-the-federal-strip',
    headline: 'Whose sand is it? Beach access and the federal strip in Playa del Carmen',
    byline: 'By Ximena Coral and Tomás Manglar',
  },
  {
    locale: 'es',
    slug: 'playa-del-carmen-acceso-a-la-playa-y-zofemat',
    headline: '¿De quién es la arena? El acceso a la playa y la Zofemat en Playa del Carmen',
    byline: 'Por Ximena Coral y Tomás Manglar',
  },
] as const)('an article in $locale', ({ locale, slug, headline, byline }) => {
  it.each(SCREENS)('has headline, byline, dateline and picture at $screen.width pixels', async ({ screen }) => {
    const { page } = await reader.open(articleUrl({ locale, slug }), { screen });
    await seen(page, 'h1', headline);
    await seen(page, '.byline-names', byline);
    await seen(page, '.prose .dateline', 'PLAYA DEL CARMEN');
    const picture = page.locator('.story-picture img');
    expect(await picture.getAttribute('alt')).not.toBe('');
    expect(await naturalWidth(picture)).toBeGreaterThan(0);
  });

  it.each(SCREENS)(
    'is set in type to be read, in lines no longer than a book’s, at $screen.width pixels',
    async ({ screen }) => {
      const { page } = await reader.open(articleUrl({ locale, slug }), { screen });
      const { sizePx, charactersALine } = await page
        .locator('.prose > p')
        .nth(1)
        .evaluate((paragraph) => {
          const style = getComputedStyle(paragraph);
          const lines = paragraph.getBoundingClientRect().height / Number.parseFloat(style.lineHeight);
          return {
            sizePx: Number.parseFloat(style.fontSize),
            charactersALine: (paragraph.textContent ?? '').length / Math.round(lines),
          };
        });
      expect(sizePx).toBeGreaterThanOrEqual(18);
      expect(charactersALine).toBeGreaterThan(25);
      expect(charactersALine).toBeLessThanOrEqual(80);
    },
  );
});

describe('the text', () => {
  it('is signed by three authors as a sentence names them', async () => {
    const { page } = await reader.open(articleUrl({ locale: 'en', slug: 'caste-war-history-behind-the-road-signs' }));
    await seen(page, '.byline-names', 'By Ximena Coral, Tomás Manglar and RMNE Newsroom');
  });

  it.each([
    articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' }),
    // Without a picture.
    articleUrl({ locale: 'es', slug: 'coral-mes-a-mes-en-el-arrecife' }),
    pageUrl({ locale: 'en', slug: 'about' }),
  ])('stands apart from what is above it by half a line or more on %s', async (path) => {
    const { page } = await reader.open(path);
    const gapPx = await page.evaluate(() => {
      const above = [...document.querySelectorAll('.story-head p, .story-picture figcaption')];
      const text = document.querySelector('.prose > p')?.getBoundingClientRect();
      return (text?.top ?? 0) - Math.max(...above.map((element) => element.getBoundingClientRect().bottom));
    });
    expect(gapPx).toBeGreaterThanOrEqual(9);
  });
});

describe('a page whose fonts come late', () => {
  it.each([
    { path: frontUrl('en'), screen: PHONE },
    { path: frontUrl('es'), screen: LAPTOP },
    { path: articleUrl({ locale: 'en', slug: 'hurricane-season-how-to-read-the-cone' }), screen: PHONE },
  ])('moves nothing when they have come: $path, $screen.width pixels', async ({ path, screen }) => {
    const { page } = await reader.open(path, { screen, before: holdFonts });
    const loaded = await page.evaluate(async () =>
      [...(await document.fonts.ready)].some(({ status }) => status === 'loaded'),
    );
    expect(loaded).toBe(true);
    expect(await shiftOf(page)).toBe(0);
  });
});

/** Lets no font come before the reader sees the page. */
async function holdFonts(page: Page): Promise<void> {
  await watchShifts(page);
  const { promise: isSeen, resolve } = Promise.withResolvers<void>();
  const paint = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  page.once('domcontentloaded', () => void page.waitForFunction(paint).then(() => resolve()));
  await page.route('**/*.woff2', async (route) => {
    await isSeen;
    await route.continue();
  });
}

describe('switching language', () => {
  const english = articleUrl({ locale: 'en', slug: 'cochinita-pibil-from-the-earth-oven-to-the-sunday-torta' });
  const spanish = articleUrl({ locale: 'es', slug: 'cochinita-pibil-del-pib-a-la-torta-del-domingo' });

  it.each([LAPTOP, PHONE])('leads from an article to its translation and back at $width pixels', async (screen) => {
    const { page } = await reader.open(english, { screen });
    await follow(page, 'Español', spanish);
    await seen(page, 'h1', 'Cochinita pibil: del pib a la torta del domingo');
    expect(await page.locator('html').getAttribute('lang')).toBe('es-MX');
    await follow(page, 'English', english);
    await seen(page, 'h1', 'Cochinita pibil, from the earth oven to the Sunday torta');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it.each([
    { from: 'en', kind: 'categories', slug: 'environment', other: 'medio-ambiente' },
    { from: 'en', kind: 'places', slug: 'cancun', other: 'cancun' },
    { from: 'en', kind: 'archive', slug: '', other: '' },
    { from: 'en', kind: 'latest', slug: '', other: '' },
  ] as const)('leads from the list “$kind/$slug” to the same list and back', async ({ kind, slug, other }) => {
    const here = listUrl({ locale: 'en', kind, slug });
    const { page } = await reader.open(here);
    await follow(page, 'Español', listUrl({ locale: 'es', kind, slug: other }));
    await follow(page, 'English', here);
  });

  it.each([
    { locale: 'en', slug: 'the-lighthouse-that-would-not-fall', language: 'Español', front: '/es/' },
    { locale: 'es', slug: 'como-leer-el-recibo-de-la-luz', language: 'English', front: '/' },
  ] as const)('leads from the untranslated article $slug to $front', async ({ language, front, ...article }) => {
    const { page } = await reader.open(articleUrl(article));
    await follow(page, language, front);
  });
});

async function seen(page: Page, selector: string, text: string): Promise<void> {
  const element = page.locator(selector).first();
  expect(await element.isVisible()).toBe(true);
  expect((await element.innerText()).replace(/\s+/g, ' ').trim()).toBe(text);
}

/** Follows the masthead's link to the other edition. */
async function follow(page: Page, language: string, path: string): Promise<void> {
  await page.locator('.edition-switch').getByRole('link', { name: language, exact: true }).click();
  await page.waitForURL(`${reader.origin}${path}`);
}

async function naturalWidth(picture: ReturnType<Page['locator']>): Promise<number> {
  return picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return 0;
    await image.decode();
    return image.naturalWidth;
  });
}

/** The headlines that lie wholly within the screen. */
function headlinesInView(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.today-events a, main h2 > a, main h3 > a, .lead-related a')]
      .filter((link) => !link.closest('.section-block-name'))
      .filter((link) => {
        const { top, bottom, left, right } = link.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
      })
      .map((link) => link.innerText),
  );
}
