/** An element that the page must have. @throws Error if it has none */
export function element<Kind extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): Kind {
  const found = within.querySelector<Kind>(selector);
  if (!found) throw new Error(`The search page has no ${selector}`);
  return found;
}
