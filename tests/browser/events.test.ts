import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventListUrl, searchUrl } from '#src/urls.ts';
import { NOW, siteFolder } from '../site/build-sites.ts';
import { searchIndexIn } from '../site/read-search-index.ts';
import { PHONE, tabTo, useReader } from './open-page.ts';
import { answered, dates, openSearch, statusChanged, statusText, ticked, titles } from './search-page.ts';

const reader = useReader();

/** A page that is read at an instant. */
const at = (instant: string) => ({ before: (page: Page) => page.clock.setFixedTime(new Date(instant)) });

const TROVA = 'Friday trova in the park';

describe('the search', () => {
  it('finds by keyboard an event of next week, which has its date, and leads there', async () => {
    const { page } = await openSearch(reader, { q: 'trova' }, at(NOW));
    const before = await statusText(page);
    await tabTo(page, 'input[name="kind"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(`${reader.origin}/search/?q=trova&kind=events`);
    await statusChanged(page, before);
    await tabTo(page, 'input[name="from"]');
    await page.keyboard.press('Space');
    await page.waitForURL(`${reader.origin}/search/?q=trova&kind=events&from=today`);
    await answered(page);
    expect([await titles(page), await dates(page)]).toEqual([[TROVA], ['2026-11-27']]);
    expect(await page.locator('#search-results .card-meta').innerText()).toContain('Fri, 27 Nov 2026, 20:00');
    await tabTo(page, '#search-results a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/events/*/');
    expect(await page.locator('h1').innerText()).toBe(TROVA);
  });

  it('shows the same address years later what is over as over, and nothing from today on', async () => {
    const { page } = await openSearch(
      reader,
      { q: 'trova', from: 'today' },
      { ...at('2030-01-01T12:00:00Z'), screen: PHONE },
    );
    expect([await titles(page), await ticked(page)]).toEqual([[], ['from=today']]);
    await page.click('#search-tools summary');
    await page.uncheck('[name="from"]');
    await page.locator('#search-results a').first().waitFor();
    expect(await page.locator('#search-results .card-meta').allInnerTexts()).toEqual([
      expect.stringMatching(/Fri, 26 Nov 2027, 20:00.*Over/su) as string,
    ]);
  });

  it('loads no dates of events for stories alone', async () => {
    const { entry } = await searchIndexIn(siteFolder('sample'), 'en');
    const isDates = (path: string) => path.includes(entry.events ?? 'none');
    const { page, requests } = await openSearch(reader, { q: 'hurricane' });
    expect(requests.filter(isDates)).toEqual([]);
    await page.goto(`${reader.origin}${searchUrl('en')}?q=trova`);
    await answered(page);
    expect(requests.filter(isDates)).toHaveLength(1);
  });
});

describe('the calendar of events', () => {
  it('can be subscribed to from the list of what is on, which says how long calendar apps take', async () => {
    const { page } = await reader.open(eventListUrl({ locale: 'es', kind: 'coming', slug: '' }), { screen: PHONE });
    const ways = page.locator('.event-ways section').first();
    const links = await ways
      .locator('a')
      .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    expect(links[0]).toBe('webcal://www.rivieramayanews.example/es/eventos/calendar.ics');
    const address = links.at(-1) ?? '';
    expect(address).toBe(`${reader.origin}/es/eventos/calendar.ics`);
    expect(await ways.innerText()).toContain('la de Google en un día');
    const answer = await page.request.get(address);
    expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('is read by keyboard: from a month to the next, and from a day to its event', async () => {
    const { page } = await reader.open(eventListUrl({ locale: 'en', kind: 'month', slug: '2026/11' }));
    await tabTo(page, '.pager [rel="next"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/events/2026/12/');
    expect(await page.locator('.month-table caption').innerText()).toContain('December 2026');
    const fourth = page.locator('.month-table td', { has: page.getByText('4', { exact: true }) });
    expect(await fourth.innerText()).toContain(TROVA);
    await tabTo(page, '.month-table a[href="/events/friday-trova-in-the-park-tulum/"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/events/friday-trova-in-the-park-tulum/');
    expect(await page.locator('h1').innerText()).toBe(TROVA);
  });
});
