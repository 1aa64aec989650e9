/** The point of a picture that stays in sight wherever the picture is cropped. */
import { z } from 'zod';
import { withError, zodMessage } from './message.ts';

/** Whole percentages of a picture's width and height, from its left and its top. */
export interface Focus {
  x: number;
  y: number;
}

/** `50% 20%`: as CSS writes such a point. */
export const FOCUS_PATTERN = /^(\d{1,2}|100)% (\d{1,2}|100)%$/;

/** @returns undefined if the text is no point */
export function parseFocus(text: string): Focus | undefined {
  const [, x, y] = FOCUS_PATTERN.exec(text) ?? [];
  return x === undefined ? undefined : { x: Number(x), y: Number(y) };
}

/** A point as it is written in files. */
export const focusText = ({ x, y }: Focus) => `${x}% ${y}%`;

/** What a picture without a focus is cropped around. */
export const MIDDLE: Readonly<Focus> = { x: 50, y: 50 };

/** Words that people write for a part of a picture, in the languages of the desk. */
const WORDS: readonly (Partial<Focus> & { word: RegExp })[] = [
  { word: /\b(?:left|izquierda|izq)\b/, x: 15 },
  { word: /\b(?:right|derecha|der)\b/, x: 85 },
  { word: /\b(?:top|above|arriba|alto)\b/, y: 15 },
  { word: /\b(?:bottom|below|abajo|bajo)\b/, y: 85 },
  { word: /\b(?:cent(?:er|re|ro)|middle|medio)\b/ },
];

/** The point that was probably meant by `top left`, `50, 20` or `50 % 20 %`; undefined if it cannot be told. */
function meantFocus(text: string): Focus | undefined {
  const [, x, y] = /^(\d{1,3})\s*%?[\s,;/]+(\d{1,3})\s*%?$/.exec(text.trim()) ?? [];
  if (x !== undefined) return parseFocus(`${Number(x)}% ${Number(y)}%`);
  const named = WORDS.filter(({ word }) => word.test(text.toLowerCase()));
  if (named.length === 0) return undefined;
  return named.reduce<Focus>((focus, { x = focus.x, y = focus.y }) => ({ x, y }), MIDDLE);
}

/** A point: text in files. */
export const focusField = z.string(withError('focus')).transform((text, context): Focus => {
  const focus = parseFocus(text.trim());
  if (focus) return focus;
  const meant = meantFocus(text);
  const message = meant ? zodMessage('focus.near', { meant: focusText(meant) }) : zodMessage('not-a-focus');
  context.issues.push({ code: 'custom', input: text, message });
  return z.NEVER;
});
