/**
 * A Markdown file with front matter, one field a line. Values are written as JSON, which YAML 1.2 includes.
 * @param fields those that are undefined are left out
 */
export function markdownFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [yamlLine(name, value)]));
  return `---\n${lines.join('\n')}\n---\n\n${body.trim()}\n`;
}

/** One field of front matter: `tags: ["grain","wheat"]`. */
export function yamlLine(name: string, value: unknown): string {
  return `${name}: ${JSON.stringify(value)}`;
}
