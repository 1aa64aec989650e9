import type { PictureRule } from '../rule.ts';

/** 12 MB and 12,000 pixels a side: no camera of a newsroom makes more, and no page needs a tenth. */
const MOST_BYTES = 12_000_000;
const MOST_PIXELS = 12_000;

export const oversizedPicture: PictureRule = {
  id: 'oversized-picture',
  severity: 'warning',
  scope: 'picture',
  title: { en: 'A picture of more than 12 MB or 12,000 pixels', es: 'Una imagen de más de 12 MB o 12,000 pixeles' },
  explanation: {
    en: 'Readers get small copies, but every checkout and every build carries the original for ever.',
    es: 'Los lectores reciben copias pequeñas, pero cada copia del proyecto carga con el original para siempre.',
  },
  check: ({ size, width, height }) => {
    const remedy = 'save it smaller: 3,000 pixels on the long side are plenty';
    if (size > MOST_BYTES) return { value: `${(size / 1e6).toFixed(1)} MB`, reason: 'is larger than 12 MB', remedy };
    if (Math.max(width, height) <= MOST_PIXELS) return undefined;
    return { value: `${width} × ${height}`, reason: 'is larger than 12,000 pixels on a side', remedy };
  },
};
