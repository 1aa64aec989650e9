import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from '#src/i18n/format.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { rounds } from '../../long.ts';

/** As typed, and as readers are to see it: in a headline, and as a paragraph of a body. */
const TABLE: readonly (readonly [string, string])[] = [
  // Years and words without their beginning.
  ["The '90s are back: 'Tis the season, rock 'n' roll", 'The ’90s are back: ’Tis the season, rock ’n’ roll'],
  ['The ’90s are back: ’Tis the season, rock ’n’ roll', 'The ’90s are back: ’Tis the season, rock ’n’ roll'],
  ['Rock ‘n’ roll in the ‘90s', 'Rock ’n’ roll in the ’90s'],
  ["Rock 'N' Roll, rock-'n'-roll, rock'n'roll", 'Rock ’N’ Roll, rock-’n’-roll, rock’n’roll'],
  ["'Twas 'til 'em, 'cause 'bout", '’Twas ’til ’em, ’cause ’bout'],
  ["“'90s” kids and the '68 movement", '“’90s” kids and the ’68 movement'],
  ["Mid-'90s, ('80s), '68-'72, class of '99", 'Mid-’90s, (’80s), ’68-’72, class of ’99'],
  ["Los años '90 y la generación del '68", 'Los años ’90 y la generación del ’68'],
  ["The '90s and the boys' dog", 'The ’90s and the boys’ dog'],
  ["'Tis the season for goin' home", '’Tis the season for goin’ home'],
  ["Class of '99 and the boys' dog", 'Class of ’99 and the boys’ dog'],
  // In quotations.
  ["'The '90s are back'", '‘The ’90s are back’'],
  ["'The '80s and the '90s are back,' he said", '‘The ’80s and the ’90s are back,’ he said'],
  ["They sang 'Summer of '69' and 'Jump'", 'They sang ‘Summer of ’69’ and ‘Jump’'],
  [`"'Back to the '90s'" ends`, '“‘Back to the ’90s’” ends'],
  // Quotations that only look like them.
  ["'90 families lost homes,' he said", '‘90 families lost homes,’ he said'],
  ["'99' was the number, 'tis' the word", '‘99’ was the number, ‘tis’ the word'],
  // Within words.
  ["O'Brien’s d'Italia L'Étoile y'all Hawai'i", 'O’Brien’s d’Italia L’Étoile y’all Hawai’i'],
  ["The boys' dog, James' car, goin' to the 1990's", 'The boys’ dog, James’ car, goin’ to the 1990’s'],
  ["'O'Brien' said", '‘O’Brien’ said'],
  // Quotations in quotations.
  [`"the 'quiet' reef"`, '“the ‘quiet’ reef”'],
  [`"'Quiet', he said"`, '“‘Quiet’, he said”'],
  [`'"Quiet" he said'`, '‘“Quiet” he said’'],
  [`"He said 'no.'"`, '“He said ‘no.’”'],
  [`the "'90s" and "'Tis"`, 'the “’90s” and “’Tis”'],
  [`«El "dique" cedió»`, '«El “dique” cedió»'],
  [`"«hola»"`, '“«hola»”'],
  // Beside signs.
  [`¿"Quién"? ¡'ole'!`, '¿“Quién”? ¡‘ole’!'],
  [`"¿Quién?", "¡No!", dijo`, '“¿Quién?”, “¡No!”, dijo'],
  [`—"Sí"— –"x"–'y'`, '—“Sí”— –“x”–‘y’'],
  [`"Yes"—"No"`, '“Yes”—“No”'],
  [`("x") ["y"] {"z"}`, '(“x”) [“y”] {“z”}'],
  [`dijo:"hola", y/"adiós"`, 'dijo:“hola”, y/“adiós”'],
  [`pre-"war" prices, the "war"s`, 'pre-“war” prices, the “war”s'],
  [`"$5", '$5', "#MeToo", '#MeToo', "@paper"`, '“$5”, ‘$5’, “#MeToo”, ‘#MeToo’, “@paper”'],
  [`l'"étoile", d'"Artagnan"`, 'l’“étoile”, d’“Artagnan”'],
  [`"half-" and "whole"`, '“half-” and “whole”'],
  [`"Yes,"said he`, '“Yes,”said he'],
  ['“already set” ‘twice’', '“already set” ‘twice’'],
  // Feet, inches, minutes, seconds.
  [`He is 5'10" tall`, 'He is 5′10″ tall'],
  [`the "5'10"" man`, 'the “5′10″” man'],
  [`"He is 5' 10" tall"`, '“He is 5′ 10″ tall”'],
  [`a 6'2" man, 40' long, 12" pizza`, 'a 6′2″ man, 40′ long, 12″ pizza'],
  [`a 1½" pipe, 34" x 22"`, 'a 1½″ pipe, 34″ x 22″'],
  [`20°12'30"N 87°25'W, 21° 9' 38.5" N`, '20°12′30″N 87°25′W, 21° 9′ 38.5″ N'],
  [`gol al minuto 90'`, 'gol al minuto 90′'],
  [`"12" and '12', in "2026", he`, '“12” and ‘12’, in “2026”, he'],
  // Dashes and dots.
  ['ten--twenty --- and...', 'ten–twenty — and…'],
  [`"...and so"`, '“…and so”'],
  // A random text: marks of which one is between spaces and one was typed as a curly one.
  ['a""“ " a', 'a”“” “ a'],
  ['1990--2000, a----b, c-----d', '1990–2000, a––b, c—–d'],
  [`see https://x.example/a--b...c and "x"`, 'see https://x.example/a--b...c and “x”'],
];

const inBody = (markdown: string) => plainText(renderBody(markdown, { locale: 'en' }));

describe('quotation marks, apostrophes and dashes', () => {
  it.each(TABLE)('%s → %s in a headline', (typed, shown) => {
    expect(typeset(typed)).toBe(shown);
    expect(typeset(shown)).toBe(shown);
  });

  it.each(TABLE)('%s → %s in a body', (typed, shown) => {
    // The word keeps a line from becoming a list, and shows marks at the start of a text as well as after a space.
    expect(inBody(typed)).toBe(shown);
    expect(inBody(`Fish. ${typed}`)).toBe(`Fish. ${shown}`);
  });

  it('are the same in a headline and a body, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...['"', '"', "'", "'", '“', '”', '‘', '’', ' ', ' ', 'fish', 'a', 's', 'n', 'Tis', '90s', '5', '10', '½', 'é'],
      ...['.', ',', '...', '--', '—', '(', ')', '¿', '?', '¡', '!', '«', '»', '$', '/', ';', '😀', '\u00a0', 'boys'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `x${parts.join('')}x`;
        expect(inBody(text)).toBe(typeset(text).replace(/[ \t]+/g, ' '));
      }),
      { numRuns: rounds(2_000, 50_000) },
    );
  });

  it('go across emphasis and links', () => {
    const html = renderBody(`The *boys*' "[dog](/x/)", 5'**10"**, rock *'n'* roll`, { locale: 'en' });
    expect(html.trimEnd()).toBe(
      '<p>The <em>boys</em>’ “<a href="/x/">dog</a>”, 5′<strong>10″</strong>, rock <em>’n’</em> roll</p>',
    );
  });

  it('do not go from one paragraph, item or cell to the next', () => {
    const html = renderBody(`“The first\n\n“A 12" pizza\n\n- 7" single\n- "one\n\n| a | b |\n|-|-|\n| 9" | "x" |`, {
      locale: 'en',
    });
    expect(plainText(html)).toBe('“The first\n“A 12” pizza\n7″ single\n“one\na\nb\n9″\n“x”');
  });

  it('stay as typed in code and after a backslash', () => {
    const markdown = 'Fish `"a" 5\'10" \'n\'` and \\"b\\"\n\n```\n5\'10" -- \'n\'\n```\n\n5\'10"';
    expect(inBody(markdown)).toBe(`Fish "a" 5'10" 'n' and "b"\n5'10" -- 'n'\n5′10″`);
  });
});
