import { suggest } from '#src/schemas/explain.ts';

/** Fields that keep an article from readers, and what they are called elsewhere. */
const HIDING = ['draft', 'withdrawn', 'borrador', 'retirado', 'retirada'];

/** A field, on a line of its own: `draft: true`, ` "Draft" = yes`. */
const FIELD = /^[ \t]*["']?([\p{L}_-]{3,24})["']?[ \t]*[:=][ \t]*["']?([^#"'\n]*)/gmu;

const NO = /^(?:false|no|off|0)$/i;
const STATE = /^(?:status|state|estado|visibility)$/;
const HIDDEN_STATE = /^(?:draft|withdrawn|borrador|retirad[oa]|private|pending|trash)\b/i;

/**
 * Whether a file that cannot be read speaks of being a draft or withdrawn: then readers may be meant not to see it any more,
 * not even as it was.
 * @param text of the whole file
 */
export function hidesItself(text: string): boolean {
  const end = /^---[ \t]*$/m.exec(text.slice(3))?.index;
  const frontMatter = end === undefined ? text : text.slice(0, end + 3);
  return [...frontMatter.matchAll(FIELD)].some(([, name = '', written = '']) => {
    const [key, value] = [name.toLowerCase(), written.trim()];
    if (STATE.test(key)) return HIDDEN_STATE.test(value);
    if (key === 'published') return NO.test(value);
    const isHiding = /^(?:is_?)?(?:draf|withdr)/.test(key) || suggest(key, HIDING) !== undefined;
    return isHiding && !NO.test(value);
  });
}
