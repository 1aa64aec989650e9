import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfBody } from '#src/markdown/body-facts.ts';

/** What is found in a body, and the first letters of what stands there. */
const found = (markdown: string) =>
  factsOfBody(markdown).rawMarks.map(({ key, offset }) => `${key} ${markdown.slice(offset, offset + 4)}`);

describe('Markdown that became nothing', () => {
  it.each([
    ['![the beach](/pictures/Foto de playa.jpg)', 'lost-markdown.picture-space ![th'],
    ['Text ![the beach](./Foto (1).jpg)', 'lost-markdown.picture-space ![th'],
    ['![the beach] (/pictures/a.jpg)', 'lost-markdown.picture ![th'],
    ['!(the beach)[/pictures/a.jpg]', 'lost-markdown.picture !(th'],
    ['![the beach](/pictures/a.jpg', 'lost-markdown.picture ![th'],
    ['![the beach](/pictures/a.jpg “so”)', 'lost-markdown.picture ![th'],
    ['![the beach][beach]', 'lost-markdown.picture ![th'],
    ['![the beach]', 'lost-markdown.picture ![th'],
    ['Said so[^source].', 'raw-markdown.note [^so'],
    ['> Said so[^my source].', 'raw-markdown.note [^my'],
    ['Words.\n\n[^n]: A note.', 'lost-markdown.note [^n]'],
    ['[^n]: A note with [^m].\n\n[^m]: Another.', 'lost-markdown.note [^n]', 'lost-markdown.note [^m]'],
    ['See [a][b].', 'raw-markdown.reference [a]['],
    ['See [a][].', 'raw-markdown.reference [a]['],
    ['See [a](/x y).', 'raw-markdown.link [a]('],
    ['See [a](https://a.example/x y).', 'raw-markdown.link [a]('],
    ['See [a](/x "it"s").', 'raw-markdown.link [a]('],
    ['See [a](/x', 'raw-markdown.link [a]('],
    ['See a](/x).', 'raw-markdown.link ](/x'],
    ['See [a] (/x/).', 'raw-markdown.link-space [a] '],
    ['See [a]\u00a0(https://a.example/).', 'raw-markdown.link-space [a]\u00a0'],
    ['See (a)[https://a.example/].', 'raw-markdown.link-turned (a)['],
    ['**Nota:**el agua', 'raw-markdown.bold **No'],
    ['__Nota:__el agua', 'raw-markdown.bold __No'],
    ['- uno\n- **no cerrado', 'raw-markdown.bold **no'],
    ['Nota:** el agua', 'raw-markdown.bold ** e'],
    ['Un ** texto ** así', 'raw-markdown.bold ** t'],
    ['**La [nota](/x/)**del', 'raw-markdown.bold **La'],
    ['*Nota:*el agua', 'raw-markdown.italic *Not'],
    ['_x_y', 'raw-markdown.italic _x_y'],
    ['They said *no.', 'raw-markdown.italic *no.'],
    ['***One** two', 'raw-markdown.italic ***O'],
    ['It is ~~four ~~ five', 'raw-markdown.strike ~~fo'],
    ['Type `cd now', 'raw-markdown.code `cd '],
    ['```\nWords.\n\nMore.', 'raw-markdown.fence ```\n'],
    ['~~~~\nWords.\n~~~\n', 'raw-markdown.fence ~~~~'],
    ['##Heading', 'raw-markdown.heading ##He'],
    ['Words.\n###Heading', 'raw-markdown.heading ###H'],
    ['####### Seven', 'raw-markdown.heading ####'],
    ['## Tickets {#buy}', 'raw-markdown.foreign {#bu'],
    ['| a | b |\n| c | d |', 'raw-markdown.table | a '],
    ['| a | b |\n|---|\n| c | d |', 'raw-markdown.table | a '],
    ['a | b\n--|--|--\nc | d', 'raw-markdown.table a | '],
    ['|a|b|\n|-|-|\n|1|2|3|', 'lost-markdown.cell 3|'],
    ['1.Uno\n2.Dos', 'raw-markdown.list 1.Un'],
    ['<!-- a note\n\nWords.', 'lost-markdown.comment <!--'],
    ['Words <!-- a note', 'lost-markdown.comment <!--'],
    ['See <a href=“/x/”>this</a>', 'raw-markdown.tag <a h'],
    ['<div>\n**bold**\n</div>', 'raw-markdown.in-html **bo'],
    ['<p>See [this](/x/).</p>', 'raw-markdown.in-html [thi'],
    ['> [!NOTE]\n> Words', 'raw-markdown.foreign [!NO'],
    [':::tip\nWords', 'raw-markdown.foreign :::t'],
    ['{{< youtube x >}}', 'raw-markdown.foreign {{< '],
    ['A ==bright== word', 'raw-markdown.foreign ==br'],
    ['[Nota]: cerrado', 'lost-markdown.definition [Not'],
    ['A ** texto** así', 'raw-markdown.bold ** a'],
    ['Unas negritas** sin abrir', 'raw-markdown.bold ** s'],
    ['**uno\n\ndos**', 'raw-markdown.bold **un'],
    ['dijo**"hola"**ayer', 'raw-markdown.bold **ay'],
    ['A *bold** word', 'raw-markdown.italic * wo'],
    ['~~ tachado ~~', 'raw-markdown.strike ~~ t'],
    ['<img src=/pictures/a.webp alt=beach>', 'lost-markdown.picture <img'],
    ['See <a href=https://a.example/>it</a>', 'raw-markdown.tag <a h'],
    ['Words.\n\n##\n\nMore.', 'raw-markdown.empty-heading ##\n\n'],
    ['> #', 'raw-markdown.empty-heading #'],
    ['Words. {: .lead }', 'raw-markdown.foreign {: .'],
    ['!!! note\n    Words', 'raw-markdown.foreign !!! '],
    ['A [b]bold[/b] and [url=https://a.example/]x[/URL]', 'raw-markdown.foreign [b]b', 'raw-markdown.foreign [url'],
    ['<! -- a note -->', 'raw-markdown.tag <! -'],
    ['See: ::video{url="https://youtu.be/abcdefgh" title="A"}', 'lost-markdown.embed ::vi'],
    ['<center>**Words**</center>', 'raw-markdown.in-html **Wo'],
    ['<div>\n## Words\n</div>', 'raw-markdown.in-html ## W'],
    ['<div>\n- one\n- two\n</div>', 'raw-markdown.in-html - on'],
    ['Precio*\n\n\\* Sin impuestos. *Ojo.', 'raw-markdown.italic *Ojo'],
  ])('is found in its place: %j', (markdown, ...expected) => {
    expect(found(markdown)).toEqual(expected);
  });

  it.each([
    ...['• ', '•', '● ', '·', '– ', '—', '-', '*', '+', '→ ', '✓ ', '[ ] ', '➤', '🎵 '].map(
      (sign) => [sign, sign] as const,
    ),
    ...([
      ['1- ', '2- '],
      ['1.- ', '2.- '],
      ['1.-', '2.-'],
      ['(1) ', '(2) '],
      ['1º ', '2º '],
      ['a) ', 'b) '],
    ] as const),
    ['A. ', 'B. '] as const,
  ])('is a list whose items begin with %s and %s', (first, second) => {
    const [words, next] = [`${first}uno`, `${second}dos`];
    const key = `raw-markdown.lines ${words.slice(0, 4)}`;
    expect(found(`${words}\n${next}`)).toEqual([key]);
    expect(found(`Text.\n\n> Hay:\r\n> ${words}\r\n> ${next}\r\n`)).toEqual([key]);
    // Each on a line of its own, or a paragraph, as it was typed.
    for (const apart of ['  \n', '\\\n', '\n\n'])
      expect(found(`${words}${apart}${next}`).filter((mark) => mark.startsWith('raw-markdown.lines'))).toEqual([]);
  });

  it.each([
    ['Hay:\n9) uno\n10) dos', 'raw-markdown.lines 9) u'],
    ['Ciudad\tCasos\nTulum\t3\nCobá\t5', 'raw-markdown.tabs Ciud'],
    ['Hay:\n\n\tUn texto con sangría de tabulador.', 'raw-markdown.indented Un t'],
    ['     “Four words of text,” she said.\n     And more.', 'raw-markdown.indented “Fou'],
    ['     • Un punto', 'raw-markdown.indented • Un'],
    ['    ## Heading', 'raw-markdown.indented ## H'],
    ['It ended here.\n---\nThen more.', 'raw-markdown.underline ---\n'],
    ['It ended\nthere\n===', 'raw-markdown.underline ==='],
    [`${'Many words '.repeat(12)}\n-----`, 'raw-markdown.underline ----'],
    ['> It ended here.\n> ---', 'raw-markdown.underline ---'],
  ])('is a text that a sign beside it has turned into something else: %j', (markdown, expected) => {
    expect(found(markdown)).toEqual([expected]);
  });

  it('is no text that means what it is', () => {
    for (const markdown of [
      'Él dijo: *esto*, **aquello**; “*otro*” y (**nuevo**)y ¡**Ojo**!y ***todo***.',
      '[link](/a/ "t"), [a]( /x/ ), [a](<x y>), [b][b] and [b], https://x.example/_a_b, <https://x.example/**y>\n\n[b]: /b/',
      '`**x**` and ``[a](b c)`` and &#42;&#42;x and &ast;&ast;x\n\n    **code** [x](y z)\n',
      '\\*\\*x \\[a\\](b c) \\#\\#x \\_x\\_y \\![a](/b/ "c") \\~~x \\`x \\[^a] \\<!-- x',
      '```md\n**x\n[a][b]\n##x\n```\n\n> ~~~\n> **x\n> ~~~\n\n- ```\n  x\n  ```',
      'Price 20*\n\n*Taxes included',
      '| Price** |\n| --- |\n| *3 |\n\n**Taxes included.',
      '2*3*4, 2**3**4, a * b * c, 5 ** 3, Call *911, *.pdf, f*ck, s**t, ****, Name: ____, snake_case_name, @_user',
      '#MeToo #Cancún\n\n#1 on the coast',
      '~100 and ~200, $$ – $$$ | y, |x|, Cancún --> Tulum <- x <3 a<b && c>d, a == b',
      '[the mayor] said [sic] (yes) [12][13], f(x)[0], ¡Qué![sic]',
      "``quote’’ and ``quote'' and rock `n' roll",
      '<kbd>**x**</kbd> <!-- **x --> words\n\n<pre>\n**x**\n</pre>\n\n<div>\n\n**x**\n\n</div>\n\n<!--\n[a][b]\n-->',
      '- [ ] task\n- [x] done\n\n* * *\n\n---\n\n1. One\n2. Two\n\n10.30 h\n\n1999.Then',
      'A[^1] and B[^2].\n\n[^1]: One[^3].\n\n[^2]: Two.\n\n[^3]: Three.\n\n[unused]: /a/b',
      '| a | b |\n| --- | --- |\n| 1 | `x \\| y` |\n| 1 |\n| 1 | 2 | |',
      'What the f***, what the sh** and cabr** said.\n\nA mark (*) here.\n\n*Taxes included',
      '10.30 h: Misa\n11.30 h: Feria\n\n-5 a -3 grados\n-2 a 0 grados\n\nIn\n2026. Then\n2028. And',
      'It fell –\n— said Ana — again\n\n• One\n\n• Two\n\nTitle\n---\n\nWhere?\n===\n\nWhat we know:\n---\n\nSo it goes...\n---',
      '    const a = one, two three four;\n\n    npm run build\n\n- one\n    - two words more here\n\n1. a\n\n   b c d e',
      'A\ttab\n\nTwo\ttabs\there\nOne\ttab',
      '`::video{url="x"}` and \\::video{url="x"}, <b>**</b>',
      '10:30, 12:45. :)\n\n::video{url="https://youtu.be/abcdefgh" title="**x [a][b]"}',
    ])
      expect(found(markdown), markdown).toEqual([]);
  });

  it('is never found in escaped text or code, whatever it is', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'*_~`[]()!#<>|{}^:=-. ab1\n'), maxLength: 30 });
    fc.assert(
      fc.property(signs, (text) => {
        const line = text.replaceAll('\n', ' ').trim();
        const escaped = line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
        expect(found(`Words ${escaped}`)).toEqual([]);
        expect(found(`${'`'.repeat(31)} ${line} ${'`'.repeat(31)}`)).toEqual([]);
        expect(found(`~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n${text}\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`)).toEqual([]);
      }),
    );
  });
});
