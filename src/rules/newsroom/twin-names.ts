import type { NewsroomView } from '../newsroom-view.ts';
import { finding, type FileFinding } from '../rule.ts';

/** A name in which case or composed letters can make a difference. */
const FOLDABLE = /[^\u0000-\u007f]|[A-Z]/;

/** Files whose names some machines cannot tell apart. */
export function twinNames({ files }: NewsroomView): readonly FileFinding[] {
  const odd = files.filter((path) => FOLDABLE.test(path));
  if (odd.length === 0) return [];
  const fold = (path: string) => path.normalize('NFC').toLowerCase();
  const folded = new Set(odd.map(fold));
  // A plain name is its own folded form: of an archive's, only those that an odd one meets are kept.
  const holders = new Map<string, string>();
  for (const path of files) if (!FOLDABLE.test(path) && folded.has(path)) holders.set(path, path);
  return odd.flatMap((path) => {
    const holder = holders.get(fold(path));
    if (holder !== undefined) return [{ file: path, ...finding('twin-names', { file: holder }) }];
    holders.set(fold(path), path);
    return [];
  });
}
