/** Several pieces of bytes in one, which another thread can be given without a copy: to hand over each takes longer than to copy it. */
export interface PackedBytes {
  /** One piece after the other. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  ends: readonly number[];
}

export function packBytes(pieces: readonly Uint8Array[]): PackedBytes {
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let end = 0;
  const ends = pieces.map((piece) => {
    bytes.set(piece, end);
    return (end += piece.byteLength);
  });
  return { bytes, ends };
}

/** The pieces, in their order; they share the memory of the pack. */
export function unpackBytes({ bytes, ends }: PackedBytes): Uint8Array[] {
  return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}
