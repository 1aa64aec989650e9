/** A host without `https://`: `www.gob.mx/tramites`, `gob.mx`. What a newsroom's own files are called does not look like one. */
const HOST =
  /^(?:www\.)?(?:[a-z0-9-]+\.)+(?!(?:md|markdown|mdx|html?|php|pdf|docx?|xlsx?|txt|jpe?g|png|webp|avif|gif|svg|xml|json|ya?ml|mp[34]|zip)\b)[a-z]{2,}(?:[:/?#]|$)/i;
const BROKEN_SCHEME = /^(?:https?|htt?p?s?|hhtps?)(?:;|:?)\/{1,2}(?=[a-z0-9-]+\.)/i;
const MAIL = /^[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}$/i;
const PHONE = /^\+?[\d(][\d ().-]{6,}\d$/;

/** Whether an address is that of another site, without the `https://` that makes it one. */
export const isWithoutScheme = (address: string): boolean => HOST.test(address);

/** The full address that was probably meant by one without its beginning; undefined if it does not look like any. */
export function meantAddress(written: string): string | undefined {
  const address = written.trim();
  if (/^(?:https?:)?\/\//i.test(address)) return undefined;
  if (MAIL.test(address)) return `mailto:${address}`;
  if (BROKEN_SCHEME.test(address)) return address.replace(BROKEN_SCHEME, 'https://');
  if (isWithoutScheme(address)) return `https://${address}`;
  return PHONE.test(address) ? `tel:${address.replace(/[^\d+]/g, '')}` : undefined;
}
