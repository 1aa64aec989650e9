import fc from 'fast-check';

/** Text of any characters Unicode has, control characters and private ones among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), { maxLength: 30 })
  .map((points) => String.fromCodePoint(...points));
