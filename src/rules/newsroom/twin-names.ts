import type { NewsroomRule } from '../rule.ts';

/** A name in which case or composed letters can make a difference. */
const FOLDABLE = /[^\u0000-\u007f]|[A-Z]/;

export const twinNames: NewsroomRule = {
  id: 'twin-names',
  severity: 'error',
  scope: 'newsroom',
  title: {
    en: 'Two files whose names differ in case or composition alone',
    es: 'Dos archivos cuyos nombres solo difieren en mayúsculas o en la forma de los acentos',
  },
  explanation: {
    en: 'On Windows and macOS they are one file: a checkout there loses the other.',
    es: 'En Windows y macOS son un solo archivo: al copiar el proyecto se pierde el otro.',
  },
  check: ({ files }) => {
    const odd = files.filter((path) => FOLDABLE.test(path));
    if (odd.length === 0) return [];
    const fold = (path: string) => path.normalize('NFC').toLowerCase();
    const folded = new Set(odd.map(fold));
    // A plain name is its own folded form: of an archive's, only those that an odd one meets are kept.
    const holders = new Map<string, string>();
    for (const path of files) if (!FOLDABLE.test(path) && folded.has(path)) holders.set(path, path);
    return odd.flatMap((path) => {
      const key = fold(path);
      const holder = holders.get(key);
      if (holder === undefined) {
        holders.set(key, path);
        return [];
      }
      return [
        {
          file: path,
          reason: `differs from ${holder} in nothing that every machine can tell`,
          remedy: 'rename one of the two',
        },
      ];
    });
  },
};
