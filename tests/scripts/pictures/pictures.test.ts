import { describe, expect, it } from 'vitest';
import { chosenNames } from '../../../scripts/pictures/options.ts';
import { UsageError } from '../../../scripts/shared/command-line.ts';
import { composePicture, scenes } from '../../../scripts/pictures/catalogue.ts';
import { marks } from '../../../scripts/pictures/marks.ts';
import { markNames, pictureNames } from '../../../scripts/pictures/names.ts';
import { print } from '../../../scripts/pictures/press.ts';
import { heaviest, toWebp } from '../../../scripts/pictures/render.ts';

describe('composePicture', () => {
  it.each(pictureNames)('%s is the same for the same seed, is whole, and holds no text', (name) => {
    const svg = composePicture(name, 'a seed');
    expect(composePicture(name, 'a seed')).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|<text/u);
  });

  it.each(pictureNames)('%s uses each id once', (name) => {
    const ids = [...composePicture(name).matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets the seed move what is left to chance', () => {
    expect(composePicture('reef-morning', 'one')).not.toBe(composePicture('reef-morning', 'two'));
  });

  it('has one scene of its own for every name', () => {
    expect(Object.keys(scenes)).toEqual([...pictureNames]);
    expect(new Set(Object.values(scenes)).size).toBe(pictureNames.length);
  });
});

describe('printing', () => {
  it('gives the same pixels for the same seed and others for another', () => {
    const clean = { data: new Uint8Array(40 * 30 * 3).fill(90), width: 40, height: 30 };
    expect(print(clean, 'a').data).toEqual(print(clean, 'a').data);
    expect(print(clean, 'a').data).not.toEqual(print(clean, 'b').data);
  });

  it('gives the same bytes twice, within the weight a page can carry', { timeout: 30_000 }, async () => {
    const [first, second] = await Promise.all([1, 2].map(() => toWebp(composePicture('water-tap'), 'water-tap')));
    expect(first).toEqual(second);
    expect(first?.length).toBeGreaterThan(40_000);
    expect(first?.length).toBeLessThanOrEqual(heaviest);
  });
});

describe('the marks', () => {
  it('has a file for every mark, and a favicon that is an SVG document', async () => {
    expect(Object.keys(marks)).toEqual([...markNames]);
    expect((await marks.favicon.render()).toString()).toMatch(/^<svg xmlns=/u);
  });
});

describe('the names asked for', () => {
  it('are all of them unless told otherwise', () => {
    expect(chosenNames(undefined)).toEqual([...pictureNames, ...markNames]);
  });

  it('are drawn once each, in the paper’s order', () => {
    expect(chosenNames('sea-wall, bus-line,sea-wall')).toEqual(['bus-line', 'sea-wall']);
  });

  it('are refused where nobody has one, with the nearest', () => {
    const sentence =
      'No picture is called “reef-mornin”. Did you mean “reef-morning”? Run with --help for all the names.';
    expect(() => chosenNames('sea-wall,reef-mornin')).toThrow(new UsageError(sentence));
  });

  it('are refused where there are none', () => {
    expect(() => chosenNames(' ,')).toThrow('--only names no picture.');
  });
});
