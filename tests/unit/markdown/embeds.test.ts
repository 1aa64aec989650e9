import { describe, expect, it } from 'vitest';
import { messageText } from '#src/schemas/message.ts';
import { factsOfBody } from '#src/markdown/body-facts.ts';
import { readEmbed } from '#src/markdown/embeds.ts';
import { renderBody } from '#src/markdown/pipeline.ts';
import { plainText } from '#src/markdown/plain-text.ts';
import type { Locale } from '#src/schemas/locale.ts';

const picture = { src: '/_pictures/reef.webp', srcset: undefined, width: 800, height: 450 };
const pictures = new Map([['/pictures/reef.webp', picture]]);
const html = (markdown: string, locale: Locale = 'en') => renderBody(markdown, { locale, pictures }).trim();

const VIDEO = 'url="https://www.youtube.com/watch?v=abc_DEF-123" title="The reef at seven"';

/** The mistakes that are reported for an embed, in short. */
const reported = (text: string) => {
  const reading = readEmbed(text);
  if (!reading || !('faults' in reading)) return [];
  return reading.faults.map(({ offset, value, message }) => {
    const { reason, remedy } = messageText(message, 'en');
    return `${offset} ${value ?? ''} ${reason} — ${remedy}`;
  });
};

describe('an embed', () => {
  it('is a link with its title and its source', () => {
    expect(html(`::video{${VIDEO}}`)).toBe(
      '<figure class="embed embed-video"><a class="embed-link" href="https://www.youtube.com/watch?v=abc_DEF-123" rel="noopener">' +
        '<span class="embed-title">The reef at seven</span></a>\n<figcaption>Video on YouTube</figcaption></figure>',
    );
  });

  it('shows a picture of the newsroom, with its credit', () => {
    const out = html(`::video{${VIDEO} picture="/pictures/reef.webp" alt="Divers" credit="Foto: \\ & <b>"}`);
    expect(out).toContain('<img src="/_pictures/reef.webp" width="800" height="450" alt="Divers" loading="lazy"');
    expect(out).toContain('<figcaption>Video on YouTube · Foto: \\ &amp; &lt;b&gt;</figcaption>');
  });

  it('names its host to the letter', () => {
    expect(html('::document{url="https://xn--mnchen-3ya.example/plan.pdf" title="Plan"}')).toContain(
      '<figcaption>Document on xn--mnchen-3ya.example</figcaption>',
    );
  });

  it('has no address that programs read differently', () => {
    expect(reported('::document{url="https://x.example/a\\b" title="x"}')).toHaveLength(1);
  });

  it('may write characters as HTML entities, as everywhere in Markdown', () => {
    expect(html('::video{url="https://youtu.be/abcdefgh" title="A &amp; B&hellip; &lt;b&gt;"}')).toContain(
      '<span class="embed-title">A &amp; B… &lt;b&gt;</span>',
    );
  });

  it('shows no other picture, and loads nothing from elsewhere', () => {
    expect(html(`::video{${VIDEO} picture="/pictures/gone.webp" alt="x"}`)).not.toContain('<img');
    expect(html(`::video{${VIDEO}}`)).not.toMatch(/<(?:iframe|script|img|video)|src=/);
  });

  it('is in the reader’s language', () => {
    expect(html(`::video{${VIDEO}}`, 'es')).toContain('<figcaption>Video en YouTube</figcaption>');
  });

  it.each([
    ['video', 'https://youtu.be/abc_DEF-123', 'Video on YouTube'],
    ['video', 'https://www.youtube.com/shorts/abc_DEF-123', 'Video on YouTube'],
    ['video', 'https://vimeo.com/123456789', 'Video on Vimeo'],
    ['map', 'https://www.openstreetmap.org/#map=15/20.6/-87.07', 'Map on OpenStreetMap'],
    ['post', 'https://x.com/nwsnhc/status/123', 'Post on X'],
    ['post', 'https://bsky.app/profile/a.example/post/3kabc', 'Post on Bluesky'],
    ['post', 'https://mastodon.example/@news/11223344', 'Post on mastodon.example'],
    ['post', 'https://www.instagram.com/p/Cabc123/', 'Post on Instagram'],
    ['post', 'https://www.facebook.com/sipinna/posts/123', 'Post on Facebook'],
    ['document', 'https://www.dof.gob.mx/nota.pdf', 'Document on dof.gob.mx'],
  ])('may be a %s: %s', (kind, url, caption) => {
    expect(html(`::${kind}{url="${url}" title='Say "so"'}`)).toContain(`<figcaption>${caption}</figcaption>`);
  });

  it('may be in a quote or a list, and leaves times and smileys alone', () => {
    expect(html(`> ::video{${VIDEO}}\n\n- ::video{${VIDEO}}`).match(/<figure/g)).toHaveLength(2);
    expect(html('At 10:30[^1] :smile{x} a::b\n\n[^1]: Note.')).toContain('<p>At 10:30<sup>');
  });

  it('is text within code', () => {
    expect(html(`\`\`\`\n::video{${VIDEO}}\n\`\`\``)).not.toContain('<figure');
  });

  it('is in the text for feeds, mail and search', () => {
    expect(plainText(html(`Text.\n\n::video{${VIDEO}}\n\nMore.`))).toBe(
      'Text.\nThe reef at seven\nVideo on YouTube\nMore.',
    );
  });
});

describe('the mistakes in an embed', () => {
  it.each([
    [
      '::video\u00a0{url="https://x"}',
      ['0  is an embed that cannot be read — write it on one line, as ::video{url="https://…" title="…"}'],
    ],
    ['::vidio{url="https://x"}', ['0 "vidio" is not something that can be embedded — did you mean “video”?']],
    [
      '::tweet{url="https://x"}',
      ['0 "tweet" is not something that can be embedded — write one of video, map, post, document'],
    ],
    [
      ':video{url="x"}',
      ['0  is an embed that cannot be read — write it on one line, as ::video{url="https://…" title="…"}'],
    ],
    [
      '::video[x]',
      ['0  is an embed that cannot be read — write it on one line, as ::video{url="https://…" title="…"}'],
    ],
    [`::video{${VIDEO}}\nmore`, ['0  is an embed with other text around it — leave an empty line before and after it']],
    [
      '::video{url=https://x title="y"}',
      [
        '8 "url=https://x title=\\"y\\"" cannot be read as a field — write each field as name="…", with straight quotation marks and a space between fields',
      ],
    ],
    ['::video{url="a" url="b"}', ['16 "url" is written twice — remove one of the two']],
    [
      '::video{url="https://evil.example/" title="x"}',
      [
        '8 "https://evil.example/" expected the address of one video on YouTube or Vimeo — open the video and copy its address',
      ],
    ],
    [
      '::video{ url="https://youtu.be/abcdefgh"}',
      ['0 title is missing — add it: what it shows, in a few words: the text of the link'],
    ],
    [
      '::map{url="https://osm.org/go/x" title="x" picture="/pictures/x.webp"}',
      ['0 alt is missing — add it: alt="…", what the picture shows, in words for those who cannot see it'],
    ],
    [
      '::map{url="https://osm.org/go/x" title="x" credit="y"}',
      ['43 "y" describes a picture that is not there — add picture="/pictures/name.webp" or remove this'],
    ],
    [
      '::map{url="https://osm.org/go/x" title="x" widht="y"}',
      ['43 "y" is not a field that exists here — remove it or check its spelling'],
    ],
  ])('%s', (text, expected) => {
    expect(reported(text)).toEqual(expected);
  });

  it.each([
    'javascript:alert(1)',
    'http://youtu.be/abcdefgh',
    'https://u@youtu.be/abcdefgh',
    '//youtu.be/abcdefgh',
    'https://youtu.be.evil.example/abcdefgh',
  ])('no video is at %s', (url) => {
    expect(reported(`::video{url="${url}" title="x"}`)).toHaveLength(1);
  });

  it('have an offset; code and the middle of a line are no embeds', () => {
    const markdown = `Ñ ::video{x}\n\n> ::map{}\n\n    ::map{x}\n\n- 🐢\n\n  ::post{}`;
    const places = factsOfBody(markdown).embedFaults.map(({ offset }) => markdown.slice(offset, offset + 6));
    expect([...new Set(places)]).toEqual(['::map{', '::post']);
  });
});
