import { defineConfig } from 'vitest/config';

/**
 * Unit tests need no Astro and take seconds; site tests read built output; browser tests read it in real Chromium; forms
 * tests write a story in the editors' form and read what it saved; publish tests put sites before a real nginx, kill what publishes them and fill its disk.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: 'tests',
          include: ['architecture.test.ts', 'packages.test.ts', 'unit/**/*.test.ts', 'scripts/**/*.test.ts'],
          // What starts the build as a process, over and over, belongs with the built sites.
          exclude: ['scripts/build/**', 'scripts/lab/bench/bench.test.ts'],
          testTimeout: 20_000,
          // The rooms are pure: their tests share nothing that a fresh world would have to protect.
          isolate: false,
        },
      },
      {
        test: {
          name: 'site',
          root: 'tests',
          include: ['site/**/*.test.ts', 'scripts/build/**/*.test.ts', 'scripts/lab/bench/bench.test.ts'],
          globalSetup: ['site/build-sites.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'publish',
          root: 'tests',
          include: ['publish/**/*.test.ts'],
          testTimeout: 1_800_000,
          // Kills are meant to come at random moments of the work, not of a machine that is busy with something else.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'forms',
          root: 'tests',
          include: ['forms/**/*.test.ts'],
          testTimeout: 300_000,
          // One browser at a time, as with the pages.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          root: 'tests',
          include: ['browser/**/*.test.ts'],
          globalSetup: ['site/build-sites.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One page at a time is seen as a reader sees it; two on two cores only slow each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
