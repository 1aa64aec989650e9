/** How many bytes at the beginning of a file are looked at. */
const SAMPLE = 1_000;

/**
 * The text of a file that is saved as UTF-16, in either byte order; undefined if it is not. Without a byte order mark it is known by
 * its NULs, which are every other byte of Latin letters and spaces.
 */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return undefined;
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const most = sample.length / 2;
  if (odd > 0.6 * most && even < 0.1 * most) return new TextDecoder('utf-16le').decode(bytes);
  if (even > 0.6 * most && odd < 0.1 * most) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}
