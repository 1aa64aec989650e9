import { showValue } from '#src/schemas/problem.ts';
import type { NameRule } from '../rule.ts';
import { KNOWN_FOLDERS, nameOf, topOf } from './newsroom-folders.ts';

export const fileNameUnicode: NameRule = {
  id: 'file-name-unicode',
  severity: 'error',
  scope: 'name',
  title: { en: 'A name whose accents are written apart (NFD)', es: 'Un nombre con los acentos separados (NFD)' },
  explanation: {
    en: 'Two names that look the same are two files on one machine and one file on another.',
    es: 'Dos nombres que se ven iguales son dos archivos en una máquina y uno solo en otra.',
  },
  check: ({ path }) => {
    const name = nameOf(path);
    if (!KNOWN_FOLDERS.includes(topOf(path)) || name === name.normalize('NFC')) return undefined;
    return {
      value: showValue(name),
      reason: 'has a name whose accents are characters of their own',
      remedy: 'rename it with letters a–z, digits and hyphens',
    };
  },
};
