import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteHeaders } from '#src/hosting/site-headers.ts';
import { frontUrl, subscribeUrl } from '#src/urls.ts';
import { copyProject } from '../../scripts/lab/project-copy.ts';
import { plainEnvironment } from '../plain-environment.ts';
import { NOW, PROJECT, SITES } from '../site/build-sites.ts';
import { LAPTOP, PHONE, useReader } from './open-page.ts';
import { sharedFolder } from '../temporary-folder.ts';

const ids = (of: (number: number) => unknown) => ({
  en: { daily: of(1), weekly: of(2), breaking: of(3) },
  es: { daily: of(4), weekly: of(5), breaking: of(6) },
});
const uuid = (number: number) => `a2f37a1c-4a6b-4f4e-8f0e-6a1d1a1f0a0${number}`;

/** Each provider's settings, where its form leads, and what it gets: from the front page, and for all editions. */
const PROVIDERS = [
  {
    settings: { kind: 'buttondown', username: 'coast', lists: ids((number) => `tag_${number}`) },
    form: 'https://buttondown.com/api/emails/embed-subscribe/coast',
    first: { tag: ['tag_4'], embed: ['1'], email: ['ana@reader.example'] },
    all: { tag: ['tag_1', 'tag_2', 'tag_3'], embed: ['1'], email: ['ana@reader.example'] },
  },
  {
    settings: {
      kind: 'listmonk',
      url: 'https://lists.paper.example/',
      template: 2,
      lists: ids((number) => ({ id: number, uuid: uuid(number) })),
    },
    form: 'https://lists.paper.example/subscription/form',
    first: { l: [uuid(4)], nonce: [''], email: ['ana@reader.example'] },
    all: { l: [uuid(1), uuid(2), uuid(3)], nonce: [''], email: ['ana@reader.example'] },
  },
  {
    settings: {
      kind: 'mailchimp',
      form: 'https://coast.us12.list-manage.com/subscribe/post?u=1a2b&id=3c4d',
      lists: ids((number) => 10 + number),
    },
    form: 'https://coast.us12.list-manage.com/subscribe/post?u=1a2b&id=3c4d',
    first: { tags: ['14'], b_1a2b_3c4d: [''], EMAIL: ['ana@reader.example'] },
    // Its form takes one.
    all: { tags: ['13'], b_1a2b_3c4d: [''], EMAIL: ['ana@reader.example'] },
  },
] as const;

describe.each(PROVIDERS)('the form for $settings.kind', ({ settings, form, first, all }) => {
  const folder = sharedFolder();

  beforeAll(() => {
    const project = join(folder, 'project');
    copyProject(PROJECT, project);
    cpSync(join(PROJECT, SITES.one), join(folder, 'content'), { recursive: true });
    const config = join(project, 'src', 'site.config.ts');
    const text = readFileSync(config, 'utf8');
    writeFileSync(
      config,
      text.replace('  newsletter: {\n', `  newsletter: {\n    provider: ${JSON.stringify(settings)},\n`),
    );
    const options = ['scripts/build.ts', '--content', '../content', '--out', '../site', '--now', NOW];
    const { status, stderr } = spawnSync(process.execPath, options, {
      cwd: project,
      encoding: 'utf8',
      env: plainEnvironment(),
    });
    expect(status, stderr).toBe(0);
  });

  const reader = useReader(join(folder, 'site'), siteHeaders('', form));

  /** Answers for the provider, and remembers what it gets. */
  const answerFor = (got: URLSearchParams[]) => async (page: Page) =>
    page.route(/^https:/, async (route) => {
      got.push(new URLSearchParams(route.request().postData() ?? ''));
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Thanks</title>' });
    });

  const fieldsOf = (sent: URLSearchParams | undefined) =>
    Object.fromEntries([...new Set(sent?.keys())].map((name) => [name, sent?.getAll(name)]));

  it('sends an address from the front page, and nothing but what the provider expects', async () => {
    const got: URLSearchParams[] = [];
    const { page, expectProblem } = await reader.open(frontUrl('es'), { screen: PHONE, before: answerFor(got) });
    expectProblem(new RegExp(`^third party: ${form.replace(/[.?]/g, String.raw`\$&`)}`));
    await page.fill('#sign-up-email', 'ana@reader.example');
    await page.locator('.sign-up button').click();
    await page.waitForURL(form);
    expect(got.map(fieldsOf)).toEqual([first]);
  });

  it('sends what a reader chooses on its page', async () => {
    const got: URLSearchParams[] = [];
    const { page, expectProblem } = await reader.open(subscribeUrl('en'), { screen: LAPTOP, before: answerFor(got) });
    expectProblem(new RegExp(`^third party: ${form.replace(/[.?]/g, String.raw`\$&`)}`));
    for (const choice of await page.locator('.sign-up-offer input').all()) await choice.check();
    await page.fill('#sign-up-email', 'ana@reader.example');
    await page.locator('.sign-up-form button').click();
    await page.waitForURL(form);
    expect(got.map(fieldsOf)).toEqual([all]);
  });

  it('can be sent nowhere else, not even on the provider’s own host', async () => {
    const got: URLSearchParams[] = [];
    const { page, expectProblem } = await reader.open(subscribeUrl('en'), { before: answerFor(got) });
    expectProblem(/^console: .*form-action/);
    await page.fill('#sign-up-email', 'ana@reader.example');
    await page.locator('.sign-up-form').evaluate((element, address) => {
      (element as HTMLFormElement).action = new URL('/elsewhere', address).href;
    }, form);
    // A click would wait for the page to which the form leads.
    const refused = page.waitForEvent('console', (message) => message.text().includes('form-action'));
    await page.locator('.sign-up-form').evaluate((element) => (element as HTMLFormElement).requestSubmit());
    await refused;
    expect(got).toEqual([]);
  });
});
