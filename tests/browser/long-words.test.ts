import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#src/schemas/locale.ts';
import { writeHostileNewsroom } from '../hostile-newsroom.ts';
import { IS_LONG } from '../long.ts';
import { readSite } from '../site/built-site.ts';
import { buildOnce, NOW, OUTPUT, PROJECT } from '../site/build-sites.ts';
import { misfits } from './misfits.ts';
import { useReader } from './open-page.ts';

/** Words without a place to break, from those that a name may have to those that only a body may. */
const WORDS = [
  '#RivieraMayaSinSargazoNiCierresNiMiedo26',
  'W'.repeat(40),
  'M'.repeat(80),
  '@redaccion.' + 'playadelcarmen'.repeat(4),
  'electroencefalografista'.repeat(5),
  `https://paper.example/${'sargassum'.repeat(12)}`,
  `https://paper.example/?q=${'%C3%A1'.repeat(40)}`,
  `“${'W'.repeat(120)}”`,
  '海'.repeat(40),
  `${'1,234,567.89'.repeat(8)}`,
];

const LONG = 'W'.repeat(120);
const ADDRESS = `https://paper.example/${LONG}`;

/** Everything that Markdown makes, with such a word in it. */
const BODY = [
  `# ${LONG}`,
  `## \`${LONG}\``,
  `${LONG} **${LONG}** *${LONG}* ~~${LONG}~~ \`${LONG}\` [${LONG}](${ADDRESS}) ${ADDRESS} a@${'w'.repeat(60)}.example`,
  `- ${LONG}\n- - ${LONG}\n\n1. ${LONG}\n   1. ${LONG}`,
  `> ${LONG}\n>\n> > ${ADDRESS}`,
  `    ${LONG}`,
  `\`\`\`\n${LONG}\n\`\`\``,
  `| ${LONG} | b | c |\n|---|:-:|--:|\n| a | ${LONG} | \`${LONG}\` |`,
  `![A reef](/pictures/x.webp "${LONG}")`,
  `::document{url="${ADDRESS}" title="${LONG}" picture="/pictures/x.webp" alt="A reef" credit="${LONG}"}`,
  `Text[^1]\n\n[^1]: ${LONG} ${ADDRESS}`,
  `<details><summary>${LONG}</summary>${LONG}</details>`,
  `<kbd>${LONG}</kbd> <mark>${LONG}</mark> <abbr title="x">${LONG}</abbr> <sub>${LONG}</sub> <small>${LONG}</small>`,
  `<dl><dt>${LONG}</dt><dd>${LONG}</dd></dl>`,
].join('\n\n');

/** In each language: enough for a second page of each list that has one. */
const STORIES = 44;
const NEWSROOM = join('tests', 'output', 'long-words-newsroom');

beforeAll(async () => {
  const picture = join(PROJECT, 'src/content/pictures/reef-morning.webp');
  writeHostileNewsroom(join(PROJECT, NEWSROOM), WORDS, picture, STORIES);
  for (const locale of LOCALES)
    for (const file of [
      `articles/${locale}/2026/story-0.md`,
      `articles/${locale}/2026/story-3.md`,
      `pages/${locale}/about.md`,
    ])
      appendFileSync(join(PROJECT, NEWSROOM, file), `\n${BODY}\n`);
  await buildOnce({ name: 'long-words', content: NEWSROOM, now: NOW });
  return () => rmSync(join(PROJECT, NEWSROOM), { recursive: true });
});

const folder = join(OUTPUT, 'long-words');
const reader = useReader(folder);

/** One page of each kind in both editions, and both articles that have everything. */
function pagesToOpen(): string[] {
  const paths = readSite(folder)
    .pages.map(({ path }) => path)
    .filter((path) => !path.endsWith('404.html'));
  const kindOf = (path: string) => path.replace(/\d+/g, 'N').replace(/(tag|author|section|place|story)-N/, '$1');
  return paths.filter(
    (path, at) => paths.findIndex((other) => kindOf(other) === kindOf(path)) === at || /story-[03]\/$/.test(path),
  );
}

describe('words without a place to break', () => {
  it('make no page wider than the screen, in any text of any kind of page', async () => {
    const { page, setTextSize } = await reader.open('/');
    const paths = pagesToOpen();
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(reader.origin + path);
      for (const { textSizePx, widths } of [
        { textSizePx: 16, widths: IS_LONG ? [320, 768, 1280] : [320] },
        { textSizePx: 32, widths: [360] },
      ]) {
        await setTextSize(textSizePx);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 740 });
          for (const misfit of await misfits(page)) found.push(`${path} ${width} px, text ${textSizePx} px: ${misfit}`);
        }
      }
    }
    expect(found).toEqual([]);
    expect(paths.length).toBeGreaterThan(30);
    expect(paths).toContain('/archive/2026/10/page/1/');
  });

  it('leave numbers and short words whole', async () => {
    const { page } = await reader.open('/archive/', { screen: { width: 320, height: 740 } });
    const tall = await page
      .locator('.archive-years .count, .card-meta time')
      .evaluateAll((elements) =>
        elements.filter((element) => element.getClientRects().length > 1).map((element) => element.textContent),
      );
    expect(tall).toEqual([]);
  });

  it('scroll within a table, whose columns stay as wide as their words', async () => {
    const { page } = await reader.open('/about/', { screen: { width: 320, height: 740 } });
    const frame = page.locator('.table-frame').last();
    expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  });
});
