import { describe, expect, it } from 'vitest';
import { focusField, focusText } from '#src/schemas/focus.ts';
import { issueMessage } from './issue-message.ts';

/** What is said of a text that is no point. */
function refusal(text: string): string {
  const [issue] = focusField.safeParse(text).error?.issues ?? [];
  return issue ? issueMessage(issue) : '';
}

describe('the focus of a picture', () => {
  it.each([
    ['50% 20%', { x: 50, y: 20 }],
    ['0% 100%', { x: 0, y: 100 }],
    [' 7% 8% ', { x: 7, y: 8 }],
  ])('“%s” is a point', (text, point) => {
    expect(focusField.parse(text)).toEqual(point);
    expect(focusText(point)).toBe(text.trim());
  });

  it.each([
    ['top', '50% 15%'],
    ['Left', '15% 50%'],
    ['abajo a la derecha', '85% 85%'],
    ['center', '50% 50%'],
    ['30 20', '30% 20%'],
    ['30%,20%', '30% 20%'],
  ])('“%s” is answered with what to write', (text, meant) => {
    expect(refusal(text)).toBe(`focus.near ${meant}`);
  });

  it.each(['', '50%', '120% 20%', '-1% 20%', '0.5% 20%', 'the turtle'])('“%s” is none', (text) => {
    expect(refusal(text)).toBe('not-a-focus');
  });
});
