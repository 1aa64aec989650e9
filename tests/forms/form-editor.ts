/** The form as an editor sees it: in real Chromium, under its own content security policy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { noLists, type ListFiles } from '#src/admin/published-list.ts';
import { formHeaders } from '#src/hosting/site-headers.ts';
import { homeOf } from '#src/reading/home-of.ts';
import { formSchema, type FormSettings } from '#src/schemas/form-settings.ts';
import type { z } from 'zod';
import { writeForm } from '../../scripts/admin/write-form.ts';
import { formSite } from '#src/publish/compile/form-site.ts';
import { serveSite } from '../../scripts/shared/static-server.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { SITE } from '../factories.ts';
import { PATIENCE_MS } from '../patience.ts';

/** Far from Cancún, so that a moment which is read in the machine's own zone is seen to be another. */
const ELSEWHERE = 'Asia/Tokyo';

/** What the CMS says in the console of every page, of itself. */
const HARMLESS = [/OAuth application ID is not defined/, /allow-scripts and allow-same-origin/];

/** The CMS moves things even for readers who asked for none of it: half of a test's time would go into drawing that. */
const STILL = '*, ::before, ::after { transition: none !important; animation: none !important }';

/** A form that is open. */
export interface Editor {
  page: Page;
  origin: string;
  /** The folder that the form is served from. */
  folder: string;
  /** The group of one field, by its label in the form's language. */
  field: (label: string, inside?: Locator) => Locator;
  /** Everything that went wrong so far: messages of the console, requests that left for elsewhere. */
  problems: string[];
}

/** An article as an editor fills it in. */
export interface ArticleWords {
  headline: string;
  standfirst: string;
  author: string;
  section: string;
  picture: { file: string; alt: string; credit: string };
}

/**
 * Opens the form in a browser that has never been there.
 * @param settings as a publisher writes them
 * @param hosts the origins, besides the form's own, that it may ask
 */
export async function openForm(
  settings: z.input<typeof formSchema>,
  { hosts = [], language = 'en', screen = { width: 1280, height: 900 }, lists }: FormVisit = {},
): Promise<Editor> {
  const parsed: FormSettings = formSchema.parse(settings);
  const folder = mkdtempSync(join(tmpdir(), 'form-'));
  const form = await formSite({ settings: parsed, site: { name: SITE.name, url: SITE.url } }, resolve('.cache'));
  writeForm(form, lists ?? noLists(homeOf(SITE), new Date()), folder);
  const { origin, close } = await serveSite(folder, 0, formHeaders());
  const browser = await launchBrowser();
  const context = await browser.newContext({
    locale: language,
    timezoneId: ELSEWHERE,
    viewport: screen,
    reducedMotion: 'reduce',
  });
  onTestFinished(async () => {
    await context.close();
    await close();
    rmSync(folder, { recursive: true });
  });
  await context.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, STILL);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const problems: string[] = [];
  page.on('console', (message) => {
    const isBad = ['error', 'warning'].includes(message.type());
    if (isBad && !HARMLESS.some((known) => known.test(message.text())))
      problems.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = ['blob:', 'data:'].includes(url.protocol) || [origin, ...hosts].includes(url.origin);
    if (!isOwn) problems.push(`asked ${request.url()}`);
  });
  await page.goto(`${origin}/`);
  const field = (label: string, inside: Locator = page.locator('body')) =>
    // The CMS sets the label between marks of direction.
    inside.getByRole('group', { name: new RegExp(`^\\W*${label}\\W* (?:Field|)$|“\\W*${label}\\W*”`) });
  return { page, origin, folder, field, problems };
}

/** How an editor comes to the form. */
interface FormVisit {
  hosts?: readonly string[];
  language?: string;
  screen?: { width: number; height: number };
  /** What was published when the form was written; by default nothing. */
  lists?: ListFiles;
}

/** Writes an article with picture and rich text, from the list of its collection, and saves it. */
export async function writeArticle(editor: Editor, article: ArticleWords): Promise<void> {
  const { page, field } = editor;
  await page.getByRole('button', { name: 'Begin a new one' }).click();
  // A new form is there some milliseconds, in which nobody could type, before it sets what it begins with.
  const begun = field('Publication').locator('input').first();
  await expect.poll(() => begun.inputValue()).not.toBe('');
  await field('Headline').getByRole('textbox').fill(article.headline);
  await field('Standfirst').getByRole('textbox').fill(article.standfirst);
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.type('Nobody had expected it.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## ');
  // The form makes a heading of it, a moment later.
  await field('Text').getByRole('heading', { level: 2 }).waitFor();
  await page.keyboard.type('The square');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It is **swept** on Mondays.');
  await field('Byline').getByRole('checkbox', { name: article.author }).click();
  await field('Sections').getByRole('checkbox', { name: article.section }).click();
  await field('Picture').last().getByRole('checkbox').click();
  await field('File').getByRole('button', { name: 'Browse' }).click();
  const dialog = page.getByRole('dialog', { name: 'Select Image' });
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Upload' }).click();
  await (await choosing).setFiles(article.picture.file);
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await field('Description for those who cannot see it').getByRole('textbox').fill(article.picture.alt);
  await chooseFocus(editor);
  await field('Credit').getByRole('textbox').fill(article.picture.credit);
  // A new story begins as a draft.
  await field('Draft').getByRole('switch').click();
  await save(editor);
}

/** Chooses what stays in sight of a picture: a quarter from its left and its top with the mouse, a little higher with the keyboard. */
async function chooseFocus({ page, field }: Editor): Promise<void> {
  const picture = field('Focus').getByRole('button', { name: /^Click on what must stay in sight/ });
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.desk-focus img')?.naturalWidth);
  const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
  await picture.click({ position: { x: width / 4, y: height / 4 } });
  await picture.press('ArrowUp');
  expect(await field('Focus').getByRole('textbox').inputValue()).toBe('25% 20%');
}

/** Opens an article from the list of its collection. */
export async function openArticle({ page, field }: Editor, headline: string): Promise<void> {
  await page.getByRole('gridcell', { name: `— ${headline}` }).click();
  // The form is there a moment before what it shows.
  const input = field('Headline').getByRole('textbox');
  await input.waitFor();
  await expect.poll(() => input.inputValue()).toBe(headline);
}

/** Changes the slug of the article that is open. */
export async function changeSlug({ page }: Editor, slug: string): Promise<void> {
  await page.getByRole('radio', { name: 'Address' }).click();
  const panel = page.getByRole('group', { name: 'Address', exact: true });
  const input = panel.getByRole('textbox', { name: 'Address' });
  if (!(await input.isEditable())) await panel.getByRole('button', { name: 'Edit the address' }).click();
  await input.fill(slug);
  await input.press('Enter');
}

/**
 * Saves what is open with one click, and waits for the list.
 * @param asDraft what has mistakes is saved as a draft
 * @throws Error with what the form says instead
 */
export async function save({ page, problems }: Editor, { asDraft = false } = {}): Promise<void> {
  // Its words say what it does: “Publish now”.
  await page.locator('.content-editor button[aria-keyshortcuts$="+S"]').click();
  const refusal = page.locator('dialog[open], [aria-invalid="true"]');
  // The list is there behind the form all the time: the address says which of them is open.
  const isSaved = () => page.waitForFunction(() => !/\/(?:new|entries\/.*)$/.test(location.hash)).then(() => true);
  const isRefused = () =>
    refusal
      .first()
      .waitFor()
      .then(() => false);
  if (await Promise.race([isSaved(), isRefused()])) return;
  const anyway = page.getByRole('button', { name: 'Save as draft anyway' });
  if (asDraft && (await anyway.isVisible())) {
    await anyway.click();
    await isSaved();
    // What it says of the mistakes would cover the next entry.
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    return;
  }
  throw new Error(`not saved: ${[...(await refusal.allInnerTexts()), ...problems].join(' | ')}`);
}
