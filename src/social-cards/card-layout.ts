import type { Node } from '@takumi-rs/core';
import { LANGUAGE_TAGS } from '#src/i18n/format.ts';
import { drawableText } from './drawable-text.ts';
import { CARD_SIZE, type SocialCard } from './social-card.ts';

/** The paper's colours in light mode: `src/styles/tokens.css`. */
const COLOURS = {
  paper: '#f6f0e4',
  paperDeep: '#ece3d2',
  ink: '#1b1a1f',
  inkSoft: '#4c463d',
  accent: '#a01a53',
  storm: '#7a3d00',
  sea: '#1c6671',
} as const;

/** The families and files that a card is drawn with. */
export const FONT = 'Faustina';
/** The paper's sign, and the sea below every card, as {@link CARD_PICTURES} has them. */
const [SIGN, WAVES, HORIZON] = ['sign', 'waves', 'horizon'] as const;

const MARGIN = 64;
const WAVES_HEIGHT = 40;
const HORIZON_HEIGHT = 230;
/** The part of a card that a picture takes, at its right. */
export const PICTURE_BOX = { width: 432, height: CARD_SIZE.height - WAVES_HEIGHT } as const;

/** A headline and the box that it must fit into, in pixels. */
export interface HeadlineBox {
  text: string;
  width: number;
  height: number;
  /** The sizes to try, the largest first. */
  sizes: readonly number[];
}

const LINE_HEIGHT = 1.1;

export function headlineBox(card: SocialCard): HeadlineBox {
  const text = drawableText(card.headline);
  if (card.kind === 'paper')
    return { text, width: CARD_SIZE.width - 2 * MARGIN, height: 270, sizes: [124, 108, 92, 76, 60] };
  const width = CARD_SIZE.width - 2 * MARGIN - (card.picture ? PICTURE_BOX.width : 0);
  const sizes = card.picture ? [76, 68, 60, 54, 48, 42, 36] : [124, 108, 96, 84, 74, 66, 58, 50, 42];
  return { text, width, height: 300, sizes };
}

/** A headline in one size. @param isCut breaks words that are too long, and ends after the lines that fit */
export function headlineNode({ text, width, height }: HeadlineBox, size: number, isCut = false): Node {
  return textNode(text, {
    width,
    color: COLOURS.ink,
    fontSize: size,
    fontWeight: 700,
    lineHeight: LINE_HEIGHT,
    textWrap: 'balance',
    ...(isCut && {
      overflowWrap: 'anywhere',
      lineClamp: Math.floor(height / (size * LINE_HEIGHT)),
      textOverflow: 'ellipsis',
      textWrap: 'wrap',
    }),
  });
}

/** A card, without its picture. */
export function cardNode(card: SocialCard, headline: Node): Node {
  return card.kind === 'paper' ? paperNode(card, headline) : storyNode(card, headline);
}

function paperNode({ foot }: SocialCard, headline: Node): Node {
  return page(COLOURS.paper, [
    column({ padding: `52px ${MARGIN}px 0`, gap: 20 }, [
      row({ gap: 24 }, [pictureNode(SIGN, 76, 76), rules()]),
      headline,
      textNode(drawableText(foot), {
        // Left of the sun.
        maxWidth: 860,
        color: COLOURS.accent,
        fontSize: 34,
        fontWeight: 700,
        lineHeight: 1.25,
      }),
    ]),
    atBottom(pictureNode(HORIZON, CARD_SIZE.width, HORIZON_HEIGHT)),
  ]);
}

function storyNode({ kind, locale, paper, kicker, label, foot, picture }: SocialCard, headline: Node): Node {
  const isWarning = label?.kind === 'warning';
  const band = isWarning ? COLOURS.storm : COLOURS.accent;
  const width = CARD_SIZE.width - (picture ? PICTURE_BOX.width : 0);
  const capitals = (text: string) => drawableText(text).toLocaleUpperCase(LANGUAGE_TAGS[locale]);
  return page(label ? COLOURS.paperDeep : COLOURS.paper, [
    ...(label
      ? [
          {
            type: 'container',
            style: { ...AT_CORNER, width: 20, height: CARD_SIZE.height, backgroundColor: band },
          } as Node,
        ]
      : []),
    column({ width, height: CARD_SIZE.height - WAVES_HEIGHT, padding: `40px ${MARGIN}px 30px` }, [
      row({ gap: 18 }, [
        pictureNode(SIGN, 52, 52),
        oneLine(drawableText(paper), {
          color: COLOURS.ink,
          fontSize: 32,
          fontWeight: 700,
          maxWidth: width - 2 * MARGIN - 110,
        }),
        rules(),
      ]),
      row({ marginTop: 30, gap: 20 }, [
        oneLine(capitals(kicker), {
          maxWidth: label ? 230 : width - 2 * MARGIN,
          color: COLOURS.accent,
          fontSize: 26,
          fontWeight: 700,
          letterSpacing: '0.07em',
        }),
        ...(label
          ? [
              oneLine(capitals(label.text), {
                padding: '5px 14px 3px',
                backgroundColor: band,
                color: COLOURS.paper,
                fontSize: 24,
                fontWeight: 700,
                letterSpacing: '0.07em',
                maxWidth: width - 2 * MARGIN - 240,
              }),
            ]
          : []),
      ]),
      column({ marginTop: 16 }, [headline]),
      column({ marginTop: 'auto' }, [
        oneLine(drawableText(foot), {
          color: COLOURS.inkSoft,
          // When and where an event is matters more than who wrote a story.
          fontSize: kind === 'article' ? 30 : 36,
          maxWidth: width - 2 * MARGIN,
        }),
      ]),
    ]),
    // Below a picture no ground shows between the waves.
    ...(picture ? [{ type: 'container', style: { ...BELOW_PICTURE, backgroundColor: COLOURS.sea } } as Node] : []),
    atBottom(pictureNode(WAVES, CARD_SIZE.width, WAVES_HEIGHT)),
  ]);
}

const BELOW_PICTURE = {
  position: 'absolute',
  right: 0,
  bottom: 0,
  width: PICTURE_BOX.width,
  height: WAVES_HEIGHT,
} as const;

type Style = NonNullable<Node['style']>;

const AT_CORNER = { position: 'absolute', left: 0, top: 0 } as const;

const page = (backgroundColor: string, children: Node[]): Node => ({
  type: 'container',
  style: { ...CARD_SIZE, display: 'flex', position: 'relative', flexDirection: 'column', backgroundColor },
  children,
});

const column = (style: Style, children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'column', ...style },
  children,
});

const row = (style: Style, children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'row', alignItems: 'center', ...style },
  children,
});

const textNode = (text: string, style: Style): Node => ({ type: 'text', text, style: { fontFamily: FONT, ...style } });

const oneLine = (text: string, style: Style): Node =>
  textNode(text, { flexShrink: 0, lineClamp: 1, lineHeight: 1.2, textOverflow: 'ellipsis', ...style });

const pictureNode = (src: string, width: number, height: number): Node => ({
  type: 'image',
  src,
  style: { flexShrink: 0, width, height },
});

const atBottom = (child: Node): Node => ({
  type: 'container',
  style: { position: 'absolute', left: 0, bottom: 0, display: 'flex' },
  children: [child],
});

/** A thin and a thick rule, beside the paper's name. */
const rules = (): Node =>
  column({ flexGrow: 1, gap: 5 }, [
    { type: 'container', style: { height: 2, backgroundColor: COLOURS.ink } },
    { type: 'container', style: { height: 5, backgroundColor: COLOURS.ink } },
  ]);

const svg = (width: number, height: number, content: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`);

/** A wave over the whole width. @param y of its middle */
const wave = (y: number, length: number, rise: number) =>
  `M0 ${y}${Array.from({ length: Math.ceil(1200 / length) }, () => `q${length / 4} ${-rise} ${length / 2} 0t${length / 2} 0`).join('')}`;

/** The drawn parts of cards, by the names that nodes have for them. */
export const CARD_PICTURES = [
  {
    src: SIGN,
    data: svg(
      52,
      52,
      // The sign of public/favicon.svg, without its ground.
      '<g transform="translate(-5 -8) scale(.97)"><path d="M7 46V38H15V30H23V22H31V46Z" fill="#b3275f"/><path d="M28 43H55V13H38V31H46" fill="none" stroke="#b3275f" stroke-width="6"/><path d="M9 54.5Q14.8 49.5 20.5 54.5T32 54.5T43.5 54.5T55 54.5" fill="none" stroke="#0f3d4a" stroke-width="4" stroke-linecap="round"/></g>',
    ),
  },
  {
    src: WAVES,
    data: svg(
      1200,
      WAVES_HEIGHT,
      `<path d="${wave(10, 240, 9)}V${WAVES_HEIGHT}H0Z" fill="${COLOURS.sea}"/><path d="${wave(26, 240, 7)}" fill="none" stroke="#f6f0e4" stroke-opacity=".7" stroke-width="2.5"/>`,
    ),
  },
  {
    src: HORIZON,
    data: svg(
      1200,
      HORIZON_HEIGHT,
      `<circle cx="1046" cy="106" r="102" fill="#d9a441"/><rect y="106" width="1200" height="124" fill="#1f6f78"/><path d="${wave(164, 400, 16)}V${HORIZON_HEIGHT}H0Z" fill="#15525c"/><path d="${wave(164, 400, 16)}" fill="none" stroke="#f6f0e4" stroke-width="4"/><rect y="102" width="1200" height="10" fill="#0f3d4a"/>`,
    ),
  },
];
