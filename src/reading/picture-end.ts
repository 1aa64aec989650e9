/**
 * Whether a picture's file is complete. One that was cut short while it was copied still has its size in its first bytes.
 * Decoding it would find out, but takes as long as making a picture of it; its end marker is enough.
 * @param format as its first bytes say; other formats count as complete
 * @see ITU-T T.81 (JPEG), annex B: SOS and EOI; W3C PNG, section 11.2.5: IEND; ISO/IEC 14496-12 (AVIF), section 4.2: boxes
 */
export function hasItsEnd(data: Buffer, format: string): boolean {
  switch (format) {
    case 'jpeg': {
      // After the last scan, since a preview within the file has an end of its own.
      const scan = data.lastIndexOf(Buffer.from([0xff, 0xda]));
      return data.indexOf(Buffer.from([0xff, 0xd9]), scan) > scan;
    }
    case 'png':
      return data.lastIndexOf('IEND') > data.lastIndexOf('IDAT');
    case 'avif':
      return boxesEnd(data) <= data.length;
    default:
      return true;
  }
}

/** Where the last box of a file should end, in bytes. */
function boxesEnd(data: Buffer): number {
  let at = 0;
  while (at + 8 <= data.length) {
    const size = data.readUInt32BE(at);
    // 0: to the end of the file; 1: the size follows in eight bytes.
    if (size === 0) return data.length;
    const whole = size === 1 && at + 16 <= data.length ? Number(data.readBigUInt64BE(at + 8)) : size;
    if (whole < 8) return Infinity;
    at += whole;
  }
  return at;
}
