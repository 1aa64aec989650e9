import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { TerminalProgress } from '../../../scripts/shared/terminal-progress.ts';

/** Progress on a terminal or in a log, whose clock stands still until it is moved. */
function progressOn(kind: 'a terminal' | 'a log') {
  const stream = new PassThrough({ encoding: 'utf8' });
  let now = 5_000;
  const progress = new TerminalProgress(stream, kind === 'a terminal', () => now);
  return {
    progress,
    pass: (ms: number) => (now += ms),
    /** What was written since it was last asked for. */
    written: () => (stream.read() as string | null) ?? '',
  };
}

/** What replaces the line that a terminal shows. */
const REPLACE = '\r\u001b[K';

describe('progress on a terminal', () => {
  it('is one line, which each stage and each step replaces', () => {
    const { progress, pass, written } = progressOn('a terminal');
    progress.stage('Reading the newsroom');
    expect(written()).toBe(`${REPLACE}Reading the newsroom …`);
    pass(500);
    progress.update(1_500, 19_042);
    expect(written()).toBe(`${REPLACE}Reading the newsroom: 1,500 of 19,042`);
    pass(500);
    progress.stage('Rendering pages');
    expect(written()).toBe(`${REPLACE}Rendering pages …`);
  });

  it('counts without an end where the end is not known', () => {
    const { progress, written } = progressOn('a terminal');
    progress.stage('Reading');
    written();
    progress.update(7);
    expect(written()).toBe(`${REPLACE}Reading: 7`);
  });

  it('says after a second how many seconds are left of the stage, as if all steps took as long', () => {
    const { progress, pass, written } = progressOn('a terminal');
    progress.stage('Another');
    pass(60_000);
    progress.stage('Rendering');
    pass(1_000);
    progress.update(10, 100);
    expect(written()).not.toContain('left');
    pass(1_000);
    progress.update(20, 100);
    expect(written()).toBe(`${REPLACE}Rendering: 20 of 100, 8 s left`);
  });

  it('is not drawn more often than ten times a second, but for the last step', () => {
    const { progress, pass, written } = progressOn('a terminal');
    progress.stage('Rendering');
    progress.update(1, 3);
    written();
    pass(99);
    progress.update(2, 3);
    expect(written()).toBe('');
    progress.update(3, 3);
    expect(written()).toBe(`${REPLACE}Rendering: 3 of 3`);
    pass(100);
    progress.update(4, 5);
    expect(written()).toBe(`${REPLACE}Rendering: 4 of 5`);
  });

  it('leaves an empty line for what is said next', () => {
    const { progress, written } = progressOn('a terminal');
    progress.stage('Rendering');
    written();
    progress.end();
    expect(written()).toBe(REPLACE);
  });
});

describe('progress in a log', () => {
  it('says nothing of what is soon done', () => {
    const { progress, pass, written } = progressOn('a log');
    progress.stage('Reading');
    pass(29_999);
    progress.update(5, 10);
    progress.end();
    expect(written()).toBe('');
  });

  it('is a whole line every half a minute, without what only a terminal can read', () => {
    const { progress, pass, written } = progressOn('a log');
    progress.stage('Reading');
    pass(30_000);
    progress.update(50, 100);
    expect(written()).toBe('… Reading: 50 of 100, 30 s left\n');
    pass(29_000);
    progress.update(90, 100);
    expect(written()).toBe('');
    pass(1_000);
    progress.stage('Rendering');
    expect(written()).toBe('… Rendering …\n');
  });
});
