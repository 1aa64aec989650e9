import { showValue } from '#src/schemas/problem.ts';
import { finding, rule, type PictureFault, type PictureRule, type Rule } from '../rule.ts';

/** 12 MB and 12,000 pixels a side: no camera of a newsroom makes more, and no page needs a tenth. */
const MOST_BYTES = 12_000_000;
const MOST_PIXELS = 12_000;

/** What sharp calls the formats, by extension. */
const FORMATS: Readonly<Record<string, string>> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' };

/** What is wrong with a picture that is shown. */
export const PICTURE_RULES: readonly PictureRule[] = [
  rule('oversized-picture', 'warning', ({ size, width, height }) => {
    if (size > MOST_BYTES) return { value: `${(size / 1e6).toFixed(1)} MB`, ...finding('oversized-picture.bytes') };
    if (Math.max(width, height) <= MOST_PIXELS) return undefined;
    return { value: `${width} × ${height}`, ...finding('oversized-picture.pixels') };
  }),
  rule('animated-picture', 'warning', ({ frames = 1 }) =>
    frames > 1 ? finding('animated-picture', { frames }) : undefined,
  ),
  rule('mislabelled-picture', 'warning', ({ file, format }) => {
    const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
    if (FORMATS[extension] === format) return undefined;
    return { value: showValue(extension), ...finding('mislabelled-picture', { format }) };
  }),
];

/** Why a picture's file cannot be shown; reported at the article that names it. */
export const REFUSED_PICTURE_RULES = {
  unreadable: { id: 'unreadable-picture', severity: 'error' },
  elsewhere: { id: 'picture-elsewhere', severity: 'error' },
  format: { id: 'disguised-picture', severity: 'error' },
} as const satisfies Record<Exclude<PictureFault, 'denied'>, Rule>;
