import { idMeant } from '#src/markdown/body-ids.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type Finding } from '../rule.ts';
import type { ResolvedLink } from './resolved-links.ts';

/** A host without `https://`: `www.gob.mx/tramites`, `gob.mx`. What a newsroom's own files are called does not look like one. */
const HOST =
  /^(?:www\.)?(?:[a-z0-9-]+\.)+(?!(?:md|markdown|mdx|html?|php|pdf|docx?|xlsx?|txt|jpe?g|png|webp|avif|gif|svg|xml|json)\b)[a-z]{2,}(?:[:/?#]|$)/i;
const BROKEN_SCHEME = /^(?:https?|htt?p?s?|hhtps?)(?:;|:?)\/{1,2}(?=[a-z0-9-]+\.)/i;
const MAIL = /^[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}$/i;
const PHONE = /^\+?[\d(][\d ().-]{6,}\d$/;

/** What is wrong with a link that leads nowhere. */
export function deadLink(
  { target, address, inPlace, withPath, file }: ResolvedLink,
  { anchors }: Pick<NewsroomView, 'anchors'>,
): Finding | undefined {
  switch (target.kind) {
    case 'no-address':
      return finding('dead-link.no-address');
    case 'picture':
      return finding('dead-link.picture', { address });
    case 'no-slash':
      return finding(
        'dead-link.slash',
        { address: withPath(target.path) },
        { before: address, after: withPath(target.path) },
      );
    case 'moved':
      return target.hasPage ? undefined : finding('dead-link.moved', { address: withPath(target.to) });
    case 'nothing': {
      const meant =
        meantAddress(address) ?? meantPart(address, anchors.get(file)) ?? (target.near && inPlace(target.near));
      if (meant !== undefined) return finding('dead-link.near', { meant });
      return finding(/\.\w+$/.test(address) ? 'dead-link.file' : 'dead-link');
    }
    default:
      return undefined;
  }
}

/** The address that was probably meant by something that is none of this site. */
function meantAddress(written: string): string | undefined {
  const address = written.trim();
  if (/^(?:https?:)?\/\//i.test(address)) return undefined;
  if (MAIL.test(address)) return `mailto:${address}`;
  if (BROKEN_SCHEME.test(address)) return address.replace(BROKEN_SCHEME, 'https://');
  if (HOST.test(address)) return `https://${address}`;
  return PHONE.test(address) ? `tel:${address.replace(/[^\d+]/g, '')}` : undefined;
}

/** The part of the own page that was probably meant: `tickets` for `#tickets`. */
function meantPart(address: string, ids: readonly string[] = []): string | undefined {
  if (!/^[\p{L}\p{N}-]+$/u.test(address)) return undefined;
  return idMeant(address, new Set(ids)) && `#${address}`;
}
