import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNewsroom } from '#src/reading/read-newsroom.ts';
import { issueMailOf, readyIssue } from '../../../scripts/newsletter/ready-issue.ts';
import { AROUND, STORY, temporaryFolder, writeFiles } from '../../temporary-folder.ts';
import { callScript } from '../call-script.ts';
import { runScript } from '../run-script.ts';
import { withoutProgress } from '../without-progress.ts';

const NOW = '2026-11-24T07:00';

const storyOf = (title: string, hour: number, more = '') =>
  STORY.replace(/title: .*/, () => `title: "${title}"`).replace('2026-11-20T09:00', `2026-11-23T${hour}:00${more}`);

/** A newsroom with these English stories: slug → headline, the first is the newest. */
function newsroom(stories: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): string {
  const files = Object.entries(stories).map(([slug, title], at) => [
    `articles/en/2026/${slug}.md`,
    storyOf(title, 23 - at),
  ]);
  return temporaryFolder({ ...AROUND, ...(Object.fromEntries(files) as Record<string, string>), ...more });
}

const THREE = { reef: 'The reef', bus: 'The bus', market: 'The market' };

const compose = (root: string, ...options: string[]) => {
  const usual = ['--edition', 'daily', '--lang', 'en', '--now', NOW];
  const given = usual.filter((_, at) => !options.includes(usual[at - (at % 2)] ?? ''));
  return callScript('newsletter/compose', ['--content', root, ...given, ...options]);
};

const DAILY = 'newsletters/en/2026/2026-11-24-daily.md';
const read = (root: string, file = DAILY) => readFileSync(join(root, file), 'utf8');
const mailIn = (root: string, id: string, now = NOW) =>
  issueMailOf({ contentRoot: root, locale: 'en', id, now: new Date(`${now}:00-05:00`) });

describe('npm run newsletter', () => {
  it('writes an issue of what came out since the last one, and says how it is sent', async () => {
    const root = newsroom(THREE);
    const { status, stdout, stderr } = await compose(root);
    expect(withoutProgress(stderr)).toBe('');
    expect(status).toBe(0);
    expect(read(root)).toBe(
      [
        '---',
        'subject: "The reef"',
        'preheader: "Also: The bus; The market"',
        'kind: daily',
        'date: 2026-11-24T07:00',
        'since: 2026-11-23T07:00',
        'articles: [reef, bus, market]',
        '---',
        '',
      ].join('\n'),
    );
    expect(readNewsroom(root).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stdout).toContain('Subject:    The reef\n');
    expect(stdout).toContain('npm run newsletter -- send 2026-11-24-daily --lang en\n');
    expect((await mailIn(root, '2026-11-24-daily')).text).toContain('The market');
  });

  it('sends nothing if there is too little, and says so plainly', async () => {
    const root = newsroom({ reef: 'The reef' });
    const { status, stdout } = await compose(root);
    expect(status).toBe(0);
    expect(stdout).toBe(
      'Nothing to send: 1 new story since 2026-11-23T07:00:00-05:00; a daily issue in en needs 3 (newsletter.minimum in src/site.config.ts).\n',
    );
    expect(existsSync(join(root, 'newsletters'))).toBe(false);
  });

  it('tells no story again, the next day or the same', async () => {
    const root = newsroom(THREE);
    await compose(root);
    expect((await compose(root, '--since', '2026-11-01')).stdout).toContain(
      'Nothing to send: 0 new stories since 2026-11-01T00:00:00-05:00 (3 more: sent before, or kept out)',
    );
    const more = { rain: 'Rain', sun: 'Sun', wind: 'Wind' };
    writeFiles(
      root,
      Object.fromEntries(
        Object.entries(more).map(([slug, title], at) => [
          `articles/en/2026/${slug}.md`,
          storyOf(title, 10 + at).replace('11-23', '11-24'),
        ]),
      ),
    );
    await compose(root, '--now', '2026-11-25T07:00');
    expect(read(root, 'newsletters/en/2026/2026-11-25-daily.md')).toContain('articles: [wind, sun, rain]');
  });

  it('says what it would send, and writes nothing, in a dry run', async () => {
    const root = newsroom({ ...THREE, out: 'Kept out' });
    writeFileSync(join(root, 'articles/en/2026/out.md'), storyOf('Kept out', 12, '\nnewsletter: false'));
    const { stdout } = await compose(root, '--dry-run', '--out', join(root, 'mail'));
    expect(stdout).toMatch(/ {2}lead {6}The reef\n {2}top {7}The bus\n {2}top {7}The market\n/);
    expect(stdout).toMatch(/HTML \d+\.\d kB of 90\.0 kB, text \d\.\d kB\n/);
    expect(stdout).toContain('Left out: Kept out (newsletter: false)\n');
    expect(readdirSync(root).toSorted()).toEqual(['articles', 'authors', 'categories']);
  });

  it('writes a draft that an editor switches on before it can be sent', async () => {
    const root = newsroom(THREE);
    const { stdout } = await compose(root, '--draft');
    expect(stdout).toContain('Review it, take out “draft: true”, publish the site, and then:');
    await expect(mailIn(root, '2026-11-24-daily')).rejects.toThrow(`${DAILY} is a draft: take out “draft: true”`);
    const edited = read(root).replace('draft: true\n', '').replace('[reef, bus, market]', '[market, bus]');
    writeFileSync(join(root, DAILY), `${edited}Good morning.\n`);
    const { text } = await mailIn(root, '2026-11-24-daily');
    expect(text).toMatch(/Good morning\.\n\nThe market\n[^]*The bus\n/);
    expect(text).not.toContain('The reef\n');
  });

  it('writes the mail for whoever sends it, and a second issue of a day beside the first', async () => {
    const root = newsroom({ ...THREE, storm: 'The storm' });
    const out = join(root, 'mail');
    await compose(root, '--edition', 'breaking', '--article', 'storm', '--out', out);
    await compose(root, '--edition', 'breaking', '--article', 'bus', '--out', out);
    expect(readdirSync(out).toSorted()).toEqual(
      ['2026-11-24-breaking', '2026-11-24-breaking-2']
        .flatMap((stem) => ['html', 'json', 'txt'].map((end) => `${stem}.${end}`))
        .toSorted(),
    );
    expect(JSON.parse(readFileSync(join(out, '2026-11-24-breaking.json'), 'utf8'))).toMatchObject({
      id: 'en/2026-11-24-breaking',
      subject: 'The storm',
      text: readFileSync(join(out, '2026-11-24-breaking.txt'), 'utf8'),
    });
    expect(readFileSync(join(out, '2026-11-24-breaking.html'), 'utf8')).toContain('Nobody had expected the water');
    const again = await compose(root, '--edition', 'breaking', '--article', 'bus');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('--article bus: newsletters/en/2026/2026-11-24-breaking-2.md has told it');
  });

  it('leaves out a story with a mistake, and says which', async () => {
    const root = newsroom({ ...THREE, more: 'More' });
    writeFileSync(join(root, 'articles/en/2026/more.md'), storyOf('More', 12).replace('ana-pech', 'nobody'));
    const { status, stderr } = await compose(root);
    expect(status).toBe(0);
    expect(stderr).toContain(
      'Left out because of a mistake: articles/en/2026/more.md:5:11  error  authors[0] ("nobody")',
    );
    expect(read(root)).toContain('articles: [reef, bus, market]');
  });

  it.each<[string, string[], string]>([
    ['no kind', ['--edition', 'hourly'], '--edition hourly: expected daily, weekly, breaking'],
    ['no language', ['--lang', 'fr'], '--lang fr: expected en or es'],
    ['no instant', ['--since', 'monday'], '--since monday: expected an instant such as'],
    ['a story for a day', ['--article', 'reef'], '--article is for --edition breaking'],
    ['a story that is none', ['--edition', 'breaking', '--article', 'reeff'], 'no such story — did you mean reef?'],
  ])('refuses what makes no sense: %s', async (_, options, message) => {
    const { status, stderr } = await compose(newsroom(THREE), ...options);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('composes if no other part is named, and answers --help in each', () => {
    expect(runScript('newsletter', ['--help']).stdout).toContain('npm run newsletter -- compose [options]');
    expect(runScript('newsletter', ['compose', '--edition', 'daily']).stderr).toContain('--lang is missing');
  });
});

describe('an issue that is to be sent', () => {
  const issue = 'subject: "A"\npreheader: "B"\nkind: daily\ndate: 2026-11-24T06:00\narticles: [reef]';
  const withIssue = (front: string) => newsroom(THREE, { [DAILY]: `---\n${front}\n---\n` });

  it('is refused before its time, without a story, and if it is not there', async () => {
    const late = withIssue(issue);
    await expect(mailIn(late, '2026-11-24-daily', '2026-11-24T05:00')).rejects.toThrow('which is still to come');
    await expect(mailIn(late, '2026-11-24-dayly')).rejects.toThrow('did you mean 2026-11-24-daily?');
    const gone = withIssue(issue.replace('[reef]', '[gone]'));
    await expect(mailIn(gone, '2026-11-24-daily')).rejects.toThrow('names no story that readers can see');
    const faulty = withIssue(issue.replace('kind: daily', 'kind: hourly'));
    await expect(mailIn(faulty, '2026-11-24-daily')).rejects.toThrow(/has mistakes:\n.*kind \("hourly"\)/);
  });

  it('says what its mail had no room for', async () => {
    const { leftOut, bytes } = await readyIssue({
      contentRoot: withIssue(issue),
      locale: 'en',
      id: '2026-11-24-daily',
      now: new Date('2026-11-24T12:00:00Z'),
    });
    expect(leftOut).toEqual([]);
    expect(bytes).toBeGreaterThan(2000);
  });
});
