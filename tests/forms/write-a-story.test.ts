import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { calendarMonth } from '#src/i18n/format.ts';
import { listFiles } from '#src/reading/list-files.ts';
import { giveFolder, takeFolder } from './browser-folder.ts';
import { changeSlug, openForm, openStory, save, writeStory } from './form-editor.ts';
import { startGitHost, TOKEN } from './git-host.ts';
import { problemsOf, readFileOf, searchBuilt } from './saved-newsroom.ts';

const NEWSROOM = join(import.meta.dirname, '..', 'fixtures', 'newsroom-one');
const PICTURE = join(import.meta.dirname, '..', 'fixtures', 'newsroom-three', 'articles', 'en', '2026', 'rain.webp');

const STORY = {
  headline: 'Café: ¿quién barre la “plaza”?',
  standfirst: 'Eleven evenings of talk: a report.',
  author: 'Newsroom',
  section: 'Culture',
  picture: { file: PICTURE, alt: 'Rain on a square: “wet”.', credit: 'Nobody / CC0' },
};

/** The form files stories under the year in which it is open. */
const { year } = calendarMonth(new Date());
const SLUG = 'cafe-quien-barre-la-plaza';
const FILE = `articles/en/${year}/${SLUG}.md`;

/** The file of that story; only its minute is the clock's. */
const SAVED = [
  '---',
  'title: "Café: ¿quién barre la “plaza”?"',
  'description: "Eleven evenings of talk: a report."',
  expect.stringMatching(/^pubDate: \d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/) as string,
  'authors: [desk]',
  'categories: [culture]',
  'picture: { src: "/pictures/rain.webp", alt: "Rain on a square: “wet”.", credit: "Nobody / CC0" }',
  '---',
  '',
  'Nobody had expected it.',
  '',
  '## The square',
  '',
  'It is **swept** on Mondays.',
  '',
];

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a story written in the form', () => {
  it('on a folder of this machine is read, built and found; edited and renamed, it keeps its readers', async () => {
    const editor = await openForm({ host: 'folder' });
    const { page, field, problems } = editor;
    await giveFolder(page, NEWSROOM);
    await page.getByRole('button', { name: 'Work with Local Repository' }).click();
    const before = listFiles(NEWSROOM);

    await writeStory(editor, STORY);
    const root = join(temporary(), 'newsroom');
    await takeFolder(page, root);
    expect(listFiles(root)).toEqual([...before, FILE, 'pictures/rain.webp'].sort());
    expect(readFileOf(root, FILE).split('\n')).toEqual(SAVED);
    expect(await problemsOf(root)).toEqual([]);
    expect(await searchBuilt(page, root, join(temporary(), 'site'), 'quien barre')).toEqual([STORY.headline]);

    // One line of one file changes, whatever the zone of the machine on which the form runs.
    await openStory(editor, 'The first story of a new paper');
    await field('Headline').getByRole('textbox').fill('The very first story');
    await save(editor);
    await takeFolder(page, root);
    const old = readFileOf(NEWSROOM, 'articles/en/2026/the-first-story.md');
    expect(readFileOf(root, 'articles/en/2026/the-first-story.md')).toBe(
      old.replace('"The first story of a new paper"', '"The very first story"'),
    );

    await openStory(editor, STORY.headline);
    await changeSlug(editor, 'who-sweeps-the-square');
    await save(editor);
    await takeFolder(page, root);
    const renamed = `articles/en/${year}/who-sweeps-the-square.md`;
    expect(listFiles(root)).toEqual([...before, renamed, 'pictures/rain.webp'].sort());
    expect(readFileOf(root, renamed)).toContain(`aliases: ["/articles/${SLUG}/"]`);
    expect(await problemsOf(root)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('on a Git host is a commit of its writer’s, which is read, built and found', async () => {
    const host = await startGitHost(NEWSROOM);
    const editor = await openForm(
      { host: 'gitea', server: `${host.origin}/`, repository: 'paper/newsroom' },
      { hosts: [host.origin] },
    );
    const { page, field, problems } = editor;
    await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
    await page.locator('dialog[open] input').fill(TOKEN);
    await page.keyboard.press('Enter');

    await writeStory(editor, STORY);
    const clone = join(temporary(), 'clone');
    host.checkOut(clone);
    const root = join(clone, 'src', 'content');
    expect(host.git('log', '-1', '--format=%an <%ae>%n%s')).toBe(`Ximena Coral <ximena@paper.example>\nAdd ${SLUG} +1`);
    expect(host.git('diff', '--name-status', 'main~1', 'main').split('\n').sort()).toEqual(
      [`A\tsrc/content/${FILE}`, 'A\tsrc/content/pictures/rain.webp'].sort(),
    );
    expect(readFileOf(root, FILE).split('\n')).toEqual(SAVED);
    expect(await problemsOf(root)).toEqual([]);
    expect(await searchBuilt(page, root, join(temporary(), 'site'), 'quien barre')).toEqual([STORY.headline]);

    await openStory(editor, STORY.headline);
    await field('Standfirst').getByRole('textbox').fill('Twelve evenings of talk.');
    await changeSlug(editor, 'who-sweeps-the-square');
    await save(editor);
    expect(host.git('log', '-1', '--format=%s')).toBe('Edit who-sweeps-the-square');
    host.checkOut(clone);
    const renamed = readFileOf(root, `articles/en/${year}/who-sweeps-the-square.md`);
    expect(renamed).toContain('description: "Twelve evenings of talk."');
    expect(renamed).toContain(`aliases: ["/articles/${SLUG}/"]`);
    expect(listFiles(root)).not.toContain(FILE);
    expect(await problemsOf(root)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
