/**
 * The environment for a command whose words a test reads: they come without colours. Without this they would have none on
 * a developer's machine, where no terminal listens, and have them in CI, whose logs show colours.
 */
export function plainEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...environment, NO_COLOR: '1', FORCE_COLOR: undefined };
}
