import type { BodyFacts, ShownInBody } from '#src/markdown/body-facts.ts';

/** The pictures of a body, each once: a path is told of where it is first shown. */
export function firstShown({ pictures }: BodyFacts): ShownInBody[] {
  const told = new Set<string>();
  return pictures.filter(({ path }) => !told.has(path) && told.add(path));
}

/** A path that leads to the newsroom's own pictures, if not to one that the site can show. */
export const OWN_PICTURE = /^(?:\.\/|\/pictures\/)(?!.*\.\.\/)/;
