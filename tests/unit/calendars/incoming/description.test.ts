import { describe, expect, it } from 'vitest';
import { description, plainLine } from '#src/calendars/incoming/description.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import { hostileStrings } from '../../../hostile-strings.ts';
import { imported, parsed } from './import-lines.ts';

describe('a description', () => {
  it('in plain text is shown word for word, line for line, with its addresses as links', () => {
    const { body, summary } = description(
      'Entrada *libre*.\n2 x 1 [hoy]\n\n- Uno\n- Dos_tres_\n\n# 1\n::video{url="x"}\nhttps://tulum.example/a_(b).',
    );
    expect(summary).toBe('Entrada *libre*. 2 x 1 [hoy]');
    expect(body).toBe(
      [
        'Entrada \\*libre\\*.\\\n2 x 1 \\[hoy\\]',
        '- Uno\n- Dos\\_tres\\_',
        '\\# 1\\\n\\::video{url="x"}\\\n[tulum.example](https://tulum.example/a_%28b)).',
      ].join('\n\n'),
    );
  });

  it('in HTML becomes Markdown, without pictures, scripts and addresses that run', () => {
    const { body, summary } = description(
      '<h1>Feria</h1><p>Ven a <b>la feria</b> &amp; baila &lt;hoy&gt;.<br>Gratis.</p><ul><li>Uno</li><li><a href="https://a.example/b">aquí</a></li></ul>' +
        '<script>alert(1)</script><style>p{}</style><img src="x" onerror="alert(1)"><a href="javascript:alert(1)">No</a>' +
        '<a href="https://user:secret@a.example/">Tampoco</a> <a href="https://www.b.example/">https://www.b.example/</a>',
    );
    expect(body).toBe(
      [
        '**Feria**',
        'Ven a **la feria** & baila \\<hoy>.\\\nGratis.',
        '- Uno\n- [aquí](https://a.example/b)',
        'NoTampoco [b.example](https://www.b.example/)',
      ].join('\n\n'),
    );
    expect(summary).toMatch(/^Feria Ven a la feria & baila <hoy>\. Gratis\./);
  });

  it('is one sentence in lists, and no text of its own if that is all', () => {
    expect(description('Música en el parque.')).toEqual({ summary: 'Música en el parque.', body: '', isCut: false });
    const long = `${'Una frase más. '.repeat(40)}`;
    expect(description(long).summary).toMatch(/^(?:Una frase más\. ?){15,25}$/);
    expect(description('palabra '.repeat(100)).summary).toMatch(/palabra…$/);
  });

  it('leads where its link says, without the detour by Google', () => {
    expect(description('<a href="https://www.google.com/url?q=https://a.example/b&amp;sa=D">Más</a>').body).toBe(
      '[Más](https://a.example/b)',
    );
    expect(description('<a href="https://www.google.com/url?q=javascript:alert(1)">Más</a>').body).not.toContain('](');
  });

  it('of a whole book is cut, and says so', () => {
    const { body, isCut } = description('<div>'.repeat(100_000));
    expect([body, isCut]).toEqual(['', true]);
  });

  it('has no addresses in its first sentence alone', () => {
    expect(description('https://a.example/x\n\nBoletos en taquilla.').summary).toBe('Boletos en taquilla.');
  });
});

it('makes one line of a name', () => {
  expect(plainLine('<b>Fish &amp; chips</b>\n tonight\u202e\u0007', 140)).toBe('Fish & chips tonight');
  expect(plainLine('palabra '.repeat(40), 140)).toHaveLength(136);
});

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

describe('what strangers write', () => {
  it.each(hostileStrings())('is a valid file whatever it is: %j', (text) => {
    const value = escaped(text).replace(/[\u0085\u2028\u2029\v\f]/g, ' ');
    const event = imported(
      `SUMMARY:Feria ${value}`,
      `DESCRIPTION:Hoy ${value}`,
      `LOCATION:${value}`,
      `ORGANIZER;CN="${value.replaceAll('"', '')}":mailto:${value}`,
      `URL:${value}`,
      `CATEGORIES:${value}`,
    );
    const read = parsed(event);
    expect(read.title).toMatch(/^Feria/);
    expect(JSON.stringify(read)).not.toMatch(/"(?:url|online)":"(?!https?:)/i);
    expect(plainText(event.body)).not.toMatch(/[\u0000-\u0008]/);
  });
});
