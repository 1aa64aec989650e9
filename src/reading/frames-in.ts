/**
 * How many frames a picture has where sharp does not count them: an animated PNG says so in its chunk `acTL` (w3.org/TR/png-3),
 * a sequence of AVIF by its brand `avis`, without their number.
 * @returns 1 for a still picture; 2 for one that moves in an unknown number of frames
 */
export function framesIn(data: Buffer, format: string): number {
  if (format === 'png') {
    const control = data.subarray(0, data.indexOf('IDAT')).indexOf('acTL');
    return control < 0 ? 1 : data.readUInt32BE(control + 4);
  }
  return format === 'avif' && data.subarray(8, 12).toString('latin1') === 'avis' ? 2 : 1;
}
