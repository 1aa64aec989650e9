import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What schema.org says of a type: its own name and those above it, and the types that each property takes. */
interface Kind {
  above: readonly string[];
  properties: ReadonlyMap<string, readonly string[]>;
}

/** What search engines ask for, though schema.org's vocabulary has no name for it (developers.google.com/search/blog/2014/09). */
const BESIDES = new Set(['query-input']);

/** Kinds of text: a distance is one too, `180 px`. */
const TEXTS = new Set(
  'Text URL Date DateTime Time Duration Distance CssSelectorType PronounceableText XPathType'.split(' '),
);
const NUMBERS = ['Number', 'Integer', 'Float'];

/**
 * schema.org's vocabulary, as the package schema-dts has it: types for the compiler, which are read here as text, because what a
 * page says is known only when it is built.
 */
function readVocabulary(): {
  types: ReadonlyMap<string, Kind>;
  members: ReadonlyMap<string, string>;
} {
  const path = createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/\.js$/, '.d.ts');
  const text = readFileSync(path, 'utf8').replace(/\/\*\*[^]*?\*\//g, '');
  const bases = new Map<string, { above: string[]; properties: Map<string, readonly string[]> }>();
  const types = new Map<string, Kind>();
  const leaves: [type: string, base: string[]][] = [];
  for (const [, name = '', above = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+) extends ([^{]*?)\s*\{([^]*?)^\}/gm,
  )) {
    const parents = above.match(/\w+/g) ?? [];
    const type = /"@type": "([^"]+)"/.exec(body)?.[1];
    if (type !== undefined) leaves.push([type, parents]);
    const properties = [...body.matchAll(/"([\w-]+)"\?: SchemaValue<([^,]*), "/g)].map(
      ([, property = '', takes = '']) => [property, takes.match(/\w+/g) ?? []] as const,
    );
    bases.set(name, { above: parents, properties: new Map(properties) });
  }
  const gather = (name: string): Kind => {
    const base = bases.get(name);
    if (!base) return { above: [], properties: new Map() };
    const parents = base.above.map(gather);
    return {
      above: [name, ...parents.flatMap(({ above }) => above)],
      properties: new Map([...parents.flatMap(({ properties }) => [...properties]), ...base.properties]),
    };
  };
  for (const [type, parents] of leaves) {
    const kinds = parents.map(gather);
    types.set(type, {
      above: [type, ...kinds.flatMap(({ above }) => above).map((name) => name.replace(/Base$/, ''))],
      properties: new Map(kinds.flatMap(({ properties }) => [...properties])),
    });
  }
  // Values of enumerations, by their full addresses.
  const members = new Map<string, string>();
  for (const [, enumeration = '', values = ''] of text.matchAll(
    /^export type (\w+) = (.*"https:\/\/schema\.org\/.*);$/gm,
  ))
    for (const [, value = ''] of values.matchAll(/"(https:\/\/schema\.org\/[^"]+)"/g)) members.set(value, enumeration);
  return { types, members };
}

let known: ReturnType<typeof readVocabulary> | undefined;

/**
 * What some nodes say that schema.org's vocabulary does not allow: types that it does not have, properties that the type does not
 * have, values of a type that the property does not take.
 */
export function vocabularyFaults(nodes: unknown): string[] {
  const { types, members } = (known ??= readVocabulary());
  const faults: string[] = [];
  const visit = (value: unknown, takes: readonly string[] | undefined, where: string): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, takes, where);
      return;
    }
    if (typeof value !== 'object' || value === null) {
      if (takes && !isOf(value, takes, members))
        faults.push(`${where}: ${JSON.stringify(value)} is none of ${takes.join(', ')}`);
      return;
    }
    const { '@type': type, '@id': id, ...fields } = value as { '@type'?: string; '@id'?: string };
    if (type === undefined) {
      // A reference to another node.
      if (id === undefined || Object.keys(fields).length > 0) faults.push(`${where}: a node without a type`);
      return;
    }
    const kind = types.get(type);
    if (!kind) {
      faults.push(`${where}: there is no type ${type}`);
      return;
    }
    if (takes && !takes.some((wanted) => kind.above.includes(wanted)))
      faults.push(`${where}: ${type} is none of ${takes.join(', ')}`);
    for (const [property, inner] of Object.entries(fields)) {
      if (BESIDES.has(property)) continue;
      const allowed = kind.properties.get(property);
      if (allowed) visit(inner, allowed, `${where}.${property}`);
      else faults.push(`${where}: ${type} has no property ${property}`);
    }
  };
  const all = Array.isArray(nodes) ? nodes : [nodes];
  for (const node of all) visit(node, undefined, String((node as { '@type'?: unknown })['@type']));
  return faults;
}

function isOf(value: unknown, takes: readonly string[], members: ReadonlyMap<string, string>): boolean {
  if (typeof value === 'boolean') return takes.includes('Boolean');
  const isNumber = takes.some((wanted) => NUMBERS.includes(wanted));
  if (typeof value === 'number') return isNumber;
  if (typeof value !== 'string') return false;
  const enumeration = members.get(value);
  if (enumeration !== undefined && takes.includes(enumeration)) return true;
  if (isNumber && value !== '' && Number.isFinite(Number(value))) return true;
  // A thing may be named by its address alone (schema.org/docs/datamodel.html): `image`, `license`, `item`.
  return takes.some((wanted) => TEXTS.has(wanted)) || (takes.includes('IdReference') && URL.canParse(value));
}
