/** What Vitest sets, and Astro and Vite would take for their own. */
const OF_VITEST = /^(?:BASE_URL|DEV|MODE|NODE_ENV|PROD|SSR|TEST|VITEST.*)$/;

/**
 * The environment for a command whose output a test reads: as a user has it, without what Vitest adds, and without colours,
 * which a developer's machine would not show, where no terminal listens, but CI does.
 */
export function plainEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(([name]) => !OF_VITEST.test(name));
  return { ...Object.fromEntries(own), NO_COLOR: '1', FORCE_COLOR: undefined };
}
