/** What is written in the story that is open, and which pictures there are, as the line over its fields last saw them. */
import type { CustomPreviewTemplateProps } from '@sveltia/cms';

export type GetAsset = CustomPreviewTemplateProps['getAsset'];

let written = '';
let assetAt: GetAsset | undefined;

/**
 * @param data the story's fields
 * @param getAsset finds a picture among all that the form has
 */
export function rememberDraft(data: object, getAsset: GetAsset | undefined): void {
  written = JSON.stringify(data);
  assetAt = getAsset ?? assetAt;
}

/** How long the form may take to read a picture, and how often it is asked. */
const READ_WITHIN_MS = 10_000;
const ASK_EVERY_MS = 100;

/** Shows a picture of the newsroom, which the form reads when it is first asked for. @param path as written */
export function showPicture(image: HTMLImageElement, path: string): void {
  if (image.dataset['path'] === path) return;
  image.dataset['path'] = path;
  const until = performance.now() + READ_WITHIN_MS;
  const show = () => {
    if (image.dataset['path'] !== path) return;
    const url = assetAt?.(path)?.url ?? (path.startsWith('blob:') ? path : '');
    if (url.startsWith('blob:')) image.src = url;
    else if (performance.now() < until) setTimeout(show, ASK_EVERY_MS);
  };
  show();
}

/**
 * Whether there is a picture. One that is uploaded with the story has another address until it is saved; none is missed before a story
 * was open.
 */
export function hasPicture(path: string): boolean {
  if (!assetAt || !path.startsWith('/pictures/')) return true;
  return assetAt(path) !== undefined || !written.includes(path);
}
