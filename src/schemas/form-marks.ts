/**
 * Keys that the editors' form gives to the items of a list while they are added and moved (`__sc_item_id`,
 * `__sc_item_original_key_path` in @sveltia/cms 0.221): its own bookkeeping, no content of a newsroom.
 */
export const FORM_MARK = '__sc_';

/** A value without the keys that the form adds, at any depth. */
export function withoutFormMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFormMarks);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith(FORM_MARK))
      .map(([key, inner]) => [key, withoutFormMarks(inner)]),
  );
}
