import { expect, it } from 'vitest';
import { articleUrl, frontUrl, subscribeUrl } from '#src/urls.ts';
import { PHONE, useReader } from './open-page.ts';

const reader = useReader();

it.each([
  ['en', articleUrl({ locale: 'en', slug: 'the-lighthouse-that-would-not-fall' }), 'Subscribe: The day (English)'],
  ['es', frontUrl('es'), 'Suscripción: El día (español)'],
] as const)(
  'a paper without a provider takes subscriptions by a mail that is ready to be sent: %s',
  async (locale, path, subject) => {
    const { page } = await reader.open(path, { screen: PHONE, javaScriptEnabled: false });
    const link = page.locator('.sign-up .sign-up-mail');
    expect(await link.isVisible()).toBe(true);
    const mail = new URL((await link.getAttribute('href')) ?? '');
    expect([mail.protocol, mail.searchParams.get('subject')]).toEqual(['mailto:', subject]);
    expect(mail.searchParams.get('body')).toContain('Riviera Maya News & Events');
    // The page has no form that would send an address anywhere.
    expect(await page.locator('.sign-up form').count()).toBe(0);

    await page.locator('.sign-up .sign-up-when a').click();
    await page.waitForURL(`**${subscribeUrl(locale)}`);
    const mails = await page
      .locator('.sign-up-offers .sign-up-mail')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
    expect(mails.map((href) => new URL(href).pathname)).toEqual(mails.map(() => mail.pathname));
    expect(new Set(mails).size).toBe(3);
  },
);
