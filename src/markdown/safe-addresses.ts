import { defineHastPlugin } from 'satteri';

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** A base that no real address has, to see whether an address leaves the site. */
const OWN = 'https://own.invalid';

/**
 * Links with a scheme that can run code lose their address and stay as text; links that leave the site say so to the
 * browser. Schemes are judged as browsers parse them (WHATWG URL), not as they are spelt.
 */
export const safeAddresses = defineHastPlugin({
  name: 'safe-addresses',
  element: {
    filter: ['a'],
    visit(node, context) {
      const href = node.properties['href'];
      if (typeof href !== 'string') return;
      if (!isSafeAddress(href)) context.setProperty(node, 'href', undefined);
      else if (leavesSite(href)) context.setProperty(node, 'rel', 'noopener');
    },
  },
});

/** Whether an address may stand in a link: http, https, mailto and tel, and addresses on this site. */
export function isSafeAddress(href: string): boolean {
  return URL.canParse(href, OWN) && SAFE_SCHEMES.has(new URL(href, OWN).protocol);
}

function leavesSite(href: string): boolean {
  const url = new URL(href, OWN);
  return url.origin !== OWN && url.protocol.startsWith('http');
}
