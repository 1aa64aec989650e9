import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { headlineBox } from '#src/social-cards/card-layout.ts';
import { drawCard } from '#src/social-cards/draw-card.ts';
import type { SocialCard } from '#src/social-cards/social-card.ts';
import { hostileStrings } from '../../hostile-strings.ts';

const cardOf = (fields: Partial<SocialCard> = {}): SocialCard => ({
  kind: 'article',
  locale: 'en',
  slug: 'quiet-morning',
  paper: 'Coast News & Events',
  kicker: 'Environment',
  label: undefined,
  headline: 'The reef has a quiet morning',
  foot: 'By Ana Pech · 20 November 2026',
  picture: undefined,
  ...fields,
});

const photograph = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .jpeg()
    .toBuffer();

/** The colours of a part of a picture. */
async function coloursIn(bytes: Buffer, box: { left: number; top: number; width: number; height: number }) {
  const { data, info } = await sharp(bytes).extract(box).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += info.channels) colours.add(data.readUIntBE(at, 3));
  return colours;
}

/** The margins beside and between what a card says: nothing is drawn there. */
const MARGINS = {
  right: { left: 1144, top: 100, width: 56, height: 480 },
  left: { left: 24, top: 100, width: 36, height: 480 },
  belowHeadline: { left: 24, top: 500, width: 1176, height: 10 },
};

describe('a drawn card', () => {
  it('is a PNG of 1200 × 630 pixels and some ten kilobytes', async () => {
    const card = await drawCard(cardOf());
    expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(card.length).toBeLessThan(40_000);
  });

  it('with a picture is a JPEG of at most 100 kB, whatever the picture', async () => {
    const card = cardOf({ picture: { digest: 'x', focus: { x: 10, y: 90 } } });
    for (const [width, height] of [
      [1600, 900],
      [300, 1200],
      [40, 30],
    ] as const) {
      const made = await drawCard(card, await photograph(width, height));
      expect(await sharp(made).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
      expect(made.length).toBeLessThanOrEqual(100_000);
    }
  });

  it.each([
    ['of a letter', 'A'],
    [
      'of 140 letters',
      'La ley que apenas mira a las abejas que no pican, y por qué la miel de melipona se vende sin nombre en todos los mercados de la península.',
    ],
    ['of one word without end', 'Anticonstitucionalisimamente'.repeat(5)],
    ['of capitals', 'WWWWW MMMMM '.repeat(11)],
    ['of nothing that can be drawn', '🌴漢字'],
    ['of nothing', ''],
  ])('keeps a headline %s within its margins', async (_, headline) => {
    const card = await drawCard(cardOf({ headline }));
    for (const margin of Object.values(MARGINS)) expect((await coloursIn(card, margin)).size).toBe(1);
  });

  it('keeps hostile texts in every field within its margins, and reads none of them as markup', async () => {
    for (const text of hostileStrings().slice(0, 40)) {
      const card = await drawCard(cardOf({ paper: text, kicker: text, headline: text, foot: text }));
      for (const margin of [MARGINS.right, MARGINS.left])
        expect((await coloursIn(card, margin)).size, JSON.stringify(text)).toBe(1);
    }
  });

  it('is marked at its edge and stands on another ground, if it is no report', async () => {
    const edge = { left: 4, top: 100, width: 8, height: 400 };
    const label = { text: 'Opinion', kind: 'genre' } as const;
    expect([...(await coloursIn(await drawCard(cardOf()), edge))]).toEqual([0xf6f0e4]);
    expect([...(await coloursIn(await drawCard(cardOf({ label })), edge))]).toEqual([0xa01a53]);
    expect([
      ...(await coloursIn(await drawCard(cardOf({ label: { text: 'Cancelled', kind: 'warning' } })), edge)),
    ]).toEqual([0x7a3d00]);
  });

  it('is the same, byte for byte, where there are no fonts and no settings', async () => {
    const card = cardOf({ headline: 'Ñandú, ł, “æ” — 漢 “ﬁ”', locale: 'es' });
    const program = `
      import { hash } from 'node:crypto';
      import { drawCard } from '#src/social-cards/draw-card.ts';
      console.log(hash('sha256', await drawCard(${JSON.stringify(card)})));`;
    const alone = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      env: { LANG: 'C', TZ: 'Asia/Tokyo', HOME: '/nowhere', FONTCONFIG_FILE: '/nowhere/fonts.conf' },
      encoding: 'utf8',
    });
    expect(alone.trim()).toBe(hash('sha256', await drawCard(card)));
  });
});

it('a headline leaves out what the fonts do not have, and keeps the letters that a sign consists of', () => {
  const textOf = (headline: string) => headlineBox(cardOf({ headline })).text;
  expect(textOf('  Ñ “ł” — 🌴 漢字 \u202e abc\u00a0d\u0000e ﬁn Tʼáá ²')).toBe('Ñ “ł” — abc de fin T’áá ²');
});
