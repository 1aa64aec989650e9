/** What is below a picture in a text: Markdown has one title for both, `"Caption. | Photo: name"`. */
export interface PictureWords {
  caption: string;
  credit: string;
}

/** Between caption and credit; no caption has one. */
const BETWEEN = '|';

/** The parts of a picture's Markdown title. Without a sign between them, it is a caption. */
export function titleParts(title: string): PictureWords {
  const at = title.lastIndexOf(BETWEEN);
  if (at < 0) return { caption: title.trim(), credit: '' };
  return { caption: title.slice(0, at).trim(), credit: title.slice(at + 1).trim() };
}

/** The Markdown title of a picture with that caption and credit. */
export function titleOf({ caption, credit }: PictureWords): string {
  if (credit === '') return caption;
  return `${caption} ${BETWEEN} ${credit.replaceAll(BETWEEN, '/')}`.trim();
}
