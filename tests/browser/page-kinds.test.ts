import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pagePolicy } from '#src/hosting/content-security-policy.ts';
import { IS_LONG } from '../long.ts';
import { PROJECT } from '../site/build-sites.ts';
import { misfits } from './misfits.ts';
import { LAPTOP, useReader, WITHOUT_HEADERS, type Reader, type Visit } from './open-page.ts';
import { PAGE_KINDS, type PageKind } from './page-kinds.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE_SOURCE = readFileSync(join(PROJECT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** How a page is looked at. */
interface Screen {
  width: number;
  textSizePx: number;
  /** What axe is asked there, if it is. */
  axe?: { colorScheme: 'light' | 'dark'; rules: axe.RunOnly };
}

/** WCAG 2.2 AA: its own rules and those of every version it contains. */
const WCAG_22_AA: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** What dark colours and a small screen change most; the long run asks everything again. */
const COLOUR_AND_SIZE: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'target-size'] };

/**
 * The text size browsers come with, on WCAG's narrowest screen, a phone, a laptop and a wide screen; and twice that size. In an
 * order in which the page is laid out anew as rarely as possible.
 */
const SCREENS: readonly Screen[] = [
  { width: 1280, textSizePx: 16, axe: { colorScheme: 'light', rules: WCAG_22_AA } },
  { width: 1600, textSizePx: 16 },
  { width: 320, textSizePx: 16 },
  { width: 360, textSizePx: 16, axe: { colorScheme: 'dark', rules: IS_LONG ? WCAG_22_AA : COLOUR_AND_SIZE } },
  { width: 360, textSizePx: 32 },
  { width: 1280, textSizePx: 32 },
];

const reader = useReader();
const readerOfPlainHost = useReader(undefined, WITHOUT_HEADERS);

/** The Spanish edition is made by the same layouts: of kinds that both have, axe looks twice only at the two most read. */
const isForAxe = ({ locale, kind }: PageKind) =>
  locale === 'en' ||
  ['front', 'article'].includes(kind) ||
  !PAGE_KINDS.some((other) => other.locale === 'en' && other.kind === kind);

describe.each(PAGE_KINDS)('the $locale $kind page', (pageKind) => {
  // Whatever the policy stops, and whatever else goes wrong, is an error in the console, which fails the test.
  it('keeps its policy, WCAG 2.2 AA in light and in dark, and fits every screen, also with text twice as large', async () => {
    const { page, setTextSize } = await openWith(reader, pageKind);
    await expectPolicy(page, pageKind.kind);
    const found: string[] = [];
    for (const { width, textSizePx, axe } of SCREENS) {
      await setTextSize(textSizePx);
      await page.setViewportSize({ width, height: LAPTOP.height });
      for (const misfit of await misfits(page)) found.push(`${width} px wide, text ${textSizePx} px: ${misfit}`);
      if (width === 360 && textSizePx === 16) found.push(...(await smallTargets(page)));
      if (!axe || !isForAxe(pageKind)) continue;
      await page.emulateMedia({ colorScheme: axe.colorScheme });
      for (const violation of await violations(page, axe.rules))
        found.push(`${axe.colorScheme}, ${width} px: ${violation}`);
    }
    expect(found).toEqual([]);
  });
});

/**
 * A host's headers can only forbid more: what a page may do in spite of both policies, it may do with its own alone. So one page
 * of each layout is visited again, and all of them in the long run.
 */
const AGAIN = ['front', 'article', 'section', 'search', 'search results', 'not found'];
const forPlainHost = PAGE_KINDS.filter(({ locale, kind }) => IS_LONG || (locale === 'en' && AGAIN.includes(kind)));

describe.each(forPlainHost)('the $locale $kind page', (pageKind) => {
  it('keeps its policy on a host that sends no headers', async () => {
    const { page } = await openWith(readerOfPlainHost, pageKind);
    await expectPolicy(page, pageKind.kind);
  });
});

async function openWith({ open }: Reader, { path, status }: PageKind): Promise<Visit> {
  const visit = await open(path, { status, reducedMotion: 'reduce' });
  if (path.includes('?q=')) await visit.page.locator('#search-results a').first().waitFor();
  return visit;
}

async function expectPolicy(page: Page, kind: string): Promise<void> {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toBe(pagePolicy(kind.startsWith('search') ? 'search' : 'none'));
  // The typeface has come, and a style with it.
  expect(await page.evaluate(async () => (await document.fonts.load('700 1em Faustina')).length)).toBe(1);
  expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
}

/** What a finger may miss: links and controls of less than 24 pixels a side, but for links in the middle of a sentence. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')].flatMap((target) => {
      const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
      const isThere = target.checkVisibility() && Math.min(width, height) > 1;
      const sentence = target.closest('p, li, td, th, figcaption')?.textContent.trim() ?? '';
      const isInSentence =
        getComputedStyle(target).display === 'inline' &&
        !target.closest('h1, h2, h3') &&
        sentence.length > target.innerText.trim().length + 12;
      if (!isThere || isInSentence || Math.min(width, height) >= 24) return [];
      return [`${Math.round(width)} × ${Math.round(height)} pixels: ${target.outerHTML.slice(0, 120)}`];
    }),
  );
}

/** What axe finds against the standard, a line for each element. */
async function violations(page: Page, rules: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE_SOURCE);
  return page.evaluate(async (runOnly) => {
    const { violations: found } = await window.axe.run({
      runOnly,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, rules);
}
