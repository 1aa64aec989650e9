/** One thing of which a page tells search engines. Each kind has a module, typed by schema.org's own vocabulary. */
export interface GraphNode {
  readonly '@type': string;
}

/** All that a page tells search engines, as text that can stand in its script. */
export function graphText(nodes: readonly GraphNode[]): string {
  return inPage({ '@context': 'https://schema.org', '@graph': nodes });
}

/** JSON that ends no script and begins no comment. */
function inPage(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
