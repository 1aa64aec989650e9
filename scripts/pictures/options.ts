import { suggest } from '#src/schemas/explain.ts';
import { UsageError } from '../shared/command-line.ts';
import { markNames, pictureNames, type MarkName, type PictureName } from './names.ts';

/** What the command can draw: a picture of the sample newsroom, or a mark of the site. */
export type DrawingName = PictureName | MarkName;

const EVERY_NAME: readonly DrawingName[] = [...pictureNames, ...markNames];

export const command = {
  call: 'npm run pictures --',
  summary: `Draws the sample newsroom’s pictures and the site’s marks. The same names give the same bytes.

Pictures: ${pictureNames.join(', ')}
Marks: ${markNames.join(', ')}`,
  options: {
    out: { type: 'string', value: '<dir>', help: 'where pictures go (default: src/content/pictures)' },
    public: { type: 'string', value: '<dir>', help: 'where marks go (default: public)' },
    only: { type: 'string', value: '<names>', help: 'draw only these, separated by commas' },
  },
} as const;

/**
 * The drawings asked for, in their own order.
 * @param list names separated by commas; undefined for all
 * @throws UsageError where a name is nobody's, with the one it probably meant, or where there is none
 */
export function chosenNames(list: string | undefined): readonly DrawingName[] {
  if (list === undefined) return EVERY_NAME;
  const wanted = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (wanted.length === 0) throw new UsageError('--only names no picture. Run with --help for all the names.');
  const unknown = wanted.find((text) => !EVERY_NAME.some((name) => name === text));
  if (unknown !== undefined) {
    const meant = suggest(unknown, EVERY_NAME);
    const question = meant ? ` Did you mean “${meant}”?` : '';
    throw new UsageError(`No picture is called “${unknown}”.${question} Run with --help for all the names.`);
  }
  return EVERY_NAME.filter((name) => wanted.includes(name));
}
