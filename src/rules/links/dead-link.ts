import { idMeant } from '#src/markdown/body-ids.ts';
import { meantAddress } from '#src/schemas/meant-address.ts';
import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type Finding } from '../rule.ts';
import type { ResolvedLink } from './resolved-links.ts';

/** What is wrong with a link that leads nowhere. */
export function deadLink(
  { target, address, path, inPlace, withPath, file, isPreview }: ResolvedLink,
  { anchors }: Pick<NewsroomView, 'anchors'>,
): Finding | undefined {
  switch (target.kind) {
    case 'no-address':
      return finding(address.includes('%') ? 'dead-link.no-address' : 'dead-link.no-host');
    case 'picture':
      return finding('dead-link.picture', { address });
    case 'no-slash':
      return finding(
        'dead-link.slash',
        { address: withPath(target.path) },
        { before: address, after: withPath(target.path) },
      );
    case 'moved':
      if (isPreview) return finding('dead-link.preview', { address: withPath(target.to) });
      return target.hasPage ? undefined : finding('dead-link.moved', { address: withPath(target.to) });
    case 'nothing': {
      const meant =
        meantAddress(address) ?? meantPart(address, anchors.get(file)) ?? (target.near && inPlace(target.near));
      if (meant !== undefined) return finding('dead-link.near', { meant });
      return finding(/\.\w+$/.test(address) ? 'dead-link.file' : 'dead-link');
    }
    default:
      if (!isPreview) return undefined;
      return finding('dead-link.preview', { address: withPath(path) }, { before: address, after: withPath(path) });
  }
}

/** The part of the own page that was probably meant: `tickets` for `#tickets`. */
function meantPart(address: string, ids: readonly string[] = []): string | undefined {
  if (!/^[\p{L}\p{N}-]+$/u.test(address)) return undefined;
  return idMeant(address, new Set(ids)) && `#${address}`;
}
