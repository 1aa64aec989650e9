import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../../scripts/lab/bench/measure.ts';
import { PATIENCE } from '../../run-script.ts';

const MEBIBYTE = 2 ** 20;
const HELD = 150;

/** A program that holds memory for a while, itself or in a grandchild that only waits for it. */
const holding = `const held = Buffer.alloc(${HELD * MEBIBYTE}, 1); console.log('ready'); setTimeout(() => held.length, 4000);`;
const inGrandchild = `require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(holding)}], { stdio: 'inherit' });`;
const node = (program: string) => ({ file: process.execPath, options: ['--eval', program], cwd: process.cwd() });
/** Other systems do not say what a process holds in this way. */
const isKnown = existsSync('/proc/self/smaps_rollup');

describe('a measured command', PATIENCE, () => {
  it('has the memory of what it starts counted with its own', async () => {
    const { peakBytes } = await measure(node(inGrandchild));
    if (!isKnown) return expect(peakBytes).toBeUndefined();
    expect(peakBytes).toBeGreaterThan(HELD * MEBIBYTE);
    expect(peakBytes).toBeLessThan((HELD + 400) * MEBIBYTE);
  });

  it('comes with its exit code and the end of its output', async () => {
    const { exitCode, output } = await measure(node('console.log("half done"); process.exitCode = 3'));
    expect({ exitCode, output }).toEqual({ exitCode: 3, output: 'half done\n' });
  });

  it('has the processor time of what it starts counted with its own, and no waiting', async () => {
    const busy = 'const until = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < until);';
    const program = `require('node:child_process').spawnSync(process.execPath, ['--eval', ${JSON.stringify(busy)}]);`;
    const [busyCost, idleCost] = [await measure(node(program)), await measure(node('setTimeout(() => 0, 1000)'))];
    if (!isKnown) return expect(busyCost.cpuSeconds).toBeUndefined();
    expect(busyCost.cpuSeconds ?? 0).toBeGreaterThan(idleCost.cpuSeconds ?? 0);
  });

  it('that cannot be started is an error', async () => {
    await expect(measure({ file: 'no-such-program', options: [], cwd: process.cwd() })).rejects.toThrow('ENOENT');
  });
});
