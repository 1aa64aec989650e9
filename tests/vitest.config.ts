import { defineConfig } from 'vitest/config';
import { IS_LONG } from './long.ts';
import { PATIENCE_MS } from './patience.ts';

/** What every project has. The limits end a test that hangs: none may depend on how busy the machine is. */
const COMMON = {
  root: 'tests',
  exclude: IS_LONG ? [] : ['**/*.long.test.ts'],
  testTimeout: 2 * PATIENCE_MS,
  hookTimeout: 2 * PATIENCE_MS,
  // Its own limit of a second is missed by a form on a busy machine.
  expect: { poll: { timeout: PATIENCE_MS } },
};

/**
 * Unit tests run in this process and take seconds; scripts tests call the commands; lab tests try what measures and proves;
 * site tests build sites and read them; publish tests put sites before a real nginx, kill what publishes them and fill its disk; forms tests write an article in
 * the editors' form and read what it saved; browser tests read a built site in real Chromium.
 */
export default defineConfig({
  test: {
    // Vitest itself would leave one core to watch.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...COMMON,
          name: 'unit',
          include: ['architecture.test.ts', 'packages.test.ts', 'unit/**/*.test.ts'],
          setupFiles: ['fixed-seed.ts'],
          // The rooms are pure: their tests share nothing that a fresh world would have to protect.
          isolate: false,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'scripts',
          include: ['scripts/**/*.test.ts'],
          exclude: [...COMMON.exclude, 'scripts/lab/**'],
          setupFiles: ['fixed-seed.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'lab',
          include: ['scripts/lab/**/*.test.ts'],
          setupFiles: ['fixed-seed.ts'],
          isolate: false,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'site',
          include: ['site/**/*.test.ts'],
          globalSetup: ['site/prepare-sites.ts'],
          // A built site is read and parsed once for all files of a worker.
          isolate: false,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'publish',
          include: ['publish/**/*.test.ts'],
          testTimeout: 1_800_000,
          // The many kills of the long run come at random moments of the work, not of a machine that is busy with something else.
          maxWorkers: IS_LONG ? 1 : 2,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'forms',
          include: ['forms/**/*.test.ts'],
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...COMMON,
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          globalSetup: ['site/prepare-sites.ts'],
          // Two browsers, each started once.
          maxWorkers: 2,
          isolate: false,
        },
      },
    ],
  },
});
