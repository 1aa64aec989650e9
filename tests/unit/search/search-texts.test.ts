import { describe, expect, it } from 'vitest';
import { withinQuotes } from '#src/search/search-texts.ts';

describe('a query between quotation marks', () => {
  it.each([
    ['reef', 'reef'],
    ['"great reef"', 'great reef'],
    ['“great reef” ', 'great reef'],
    ['"great reef" storm', '‘great reef’ storm'],
    ['"great reef" "old storm"', '‘great reef’ ‘old storm’'],
    ['an odd " mark', 'an odd " mark'],
  ])('%s is %s', (query, said) => {
    expect(withinQuotes(query)).toBe(said);
  });
});
