/** The reader's own computer, on which `npm start` and `npm run dev` show the site to an editor (RFC 6761, section 6.3). */
const OWN_COMPUTER =
  /^\s*https?:\/\/(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])\.?(?::\d*)?(?=[/?#\s]|$)/i;

/** The path of an address that was copied from a preview; undefined for any other address. */
export function previewPath(address: string): string | undefined {
  const path = address.replace(OWN_COMPUTER, '');
  if (path === address) return undefined;
  return path.startsWith('/') ? path : `/${path}`;
}
