import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';

/** The environment variable that `npm test -- --payloads <file>` sets: files of hostile strings, as in a PATH. */
export const PAYLOADS_SETTING = 'NEWSROOM_PAYLOADS';

/**
 * Ways of running something, each of another kind; `HOOK` stands where what runs calls home. They are made up here, after what
 * the HTML standard lets run: tags, attributes of events, addresses that run, other languages within HTML, parsers that
 * change their mind, and Markdown's own ways of making links and tags.
 */
const ATTACKS = [
  // Tags that run, also half open, misspelt or parted.
  '<script>HOOK</script>',
  '<ScRiPt >HOOK</sCrIpT\n>',
  '<script/x>HOOK</script/x>',
  '<scr<script>ipt>HOOK</scr</script>ipt>',
  '<script>HOOK//',
  '<<script>HOOK//<</script>',
  '<script src="data:text/javascript,HOOK"></script>',
  '<script type=module>HOOK</script>',
  'One <script>HOOK</script> in a line',
  // Events, in every way of writing an attribute.
  '<img src=x onerror=HOOK>',
  '<img/src="x"/onerror=HOOK>',
  '<img src=x onerror\u000c=HOOK>',
  "<img src='x' ONERROR='HOOK'>",
  '<img src=x:x onerror=HOOK//',
  '"><img src=x onerror=HOOK>',
  "' onfocus='HOOK' autofocus x='",
  '<image src=x onerror=HOOK>',
  '<body onload=HOOK>',
  '<em onmouseover=HOOK>hover</em>',
  '<p tabindex=0 onfocus=HOOK autofocus>focus</p>',
  '<details open ontoggle=HOOK><summary>x</summary></details>',
  '<div onclick=HOOK style="position:fixed;inset:0">click</div>',
  '<b style="animation-name:x" onanimationstart=HOOK>x</b><style>@keyframes x{}</style>',
  '<video src=x onerror=HOOK></video><audio src=x onerror=HOOK></audio>',
  '<marquee onstart=HOOK>x</marquee>',
  '<select autofocus onfocus=HOOK><option>x</select>',
  '<input autofocus onfocus=HOOK>',
  // Addresses that run.
  '<a href="javascript:HOOK">click</a>',
  '<a href=" &#14; javascript:HOOK">click</a>',
  '<a href="java&Tab;script&colon;HOOK">click</a>',
  '[click](javascript:HOOK)',
  '[click](javascript&colon;HOOK)',
  '[click][x]\n\n[x]: <javascript:HOOK>',
  '<javascript:HOOK>',
  '[click](data:text/html;base64,PHNjcmlwdD5IT09LPC9zY3JpcHQ+)',
  '[click](vbscript:HOOK)',
  '![alt](javascript:HOOK)',
  '![" onerror="HOOK](/pictures/x.webp)',
  '[a](/x/ "\\" onclick=\\"HOOK")',
  '<form action="javascript:HOOK"><button>click</button></form>',
  '<button formaction="javascript:HOOK">click</button>',
  '<a href="https://x.example/" ping="https://x.example/" target=_blank>x</a>',
  // Other documents and other languages.
  '<iframe srcdoc="<script>HOOK</script>"></iframe>',
  '<iframe src="javascript:HOOK"></iframe>',
  '<object data="javascript:HOOK"></object><embed src="javascript:HOOK">',
  '<svg onload=HOOK></svg>',
  '<svg><script>HOOK</script></svg>',
  '<svg><a xlink:href="javascript:HOOK"><text y=9>click</text></a></svg>',
  '<svg><animate onbegin=HOOK attributeName=x></svg>',
  '<svg><foreignObject><img src=x onerror=HOOK></foreignObject></svg>',
  '<math><mi xlink:href="javascript:HOOK">click</mi></math>',
  '<link rel=stylesheet href="data:text/css,*{}"><base href="https://x.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:HOOK">',
  '<style>@import "https://x.example/";</style>',
  // Parsers that change their mind: harmless once, not when parsed again.
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=HOOK&gt;">',
  '<svg></p><style><a id="</style><img src=x onerror=HOOK>">',
  '<noscript><p title="</noscript><img src=x onerror=HOOK>">',
  '<textarea><img title="</textarea><img src=x onerror=HOOK>"></textarea>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=HOOK src>">',
  '<table><a href="/x/"><tr><td><a onclick=HOOK>x</a></table>',
  '<!--><img src=x onerror=HOOK>-->',
  '<![CDATA[><img src=x onerror=HOOK>]]>',
  '<xmp><p title="</xmp><img src=x onerror=HOOK>">',
  '<template><img src=x onerror=HOOK></template>',
  '<plaintext><img src=x onerror=HOOK>',
  // Names that take the place of a page's own.
  '<a id=location name=location>x</a><form id=document name=body></form>',
  '<img name=getElementById><h2 id=constructor>x</h2><p constructor=x __proto__=y toString=z>x</p>',
  // Markdown round about it.
  '`<script>HOOK</script>`',
  '```"><script>HOOK</script>\n<script>HOOK</script>\n```',
  '| <img src=x onerror=HOOK> | b |\n|---|---|\n| <script>HOOK</script> | [x](javascript:HOOK) |',
  'Text[^"><script>HOOK</script>]\n\n[^"><script>HOOK</script>]: <img src=x onerror=HOOK>',
  '# <img src=x onerror=HOOK> {onclick=HOOK}',
  '::video{url="javascript:HOOK" title="x"}',
  '::video{url="https://www.youtube.com/watch?v=abcdefgh" title="<img src=x onerror=HOOK>" onclick="HOOK"}',
  '::document{url="https://x.example/\'><script>HOOK</script>" title="x" }',
];

/** Texts that trip programs up though they run nothing: other scripts, unseen signs, numbers, other languages' syntax. */
const AWKWARD = [
  '',
  ' ',
  'undefined',
  'null',
  'NaN',
  '-0',
  '1e1000',
  '0x0',
  '999999999999999999999999999999',
  'true',
  'O\'Higgins & Söhne <no tag> "quoted"',
  '</script>',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '${7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  '$(touch x) `touch x` ; touch x | touch x',
  "'; DROP TABLE stories; --",
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  '%2e%2e%2fetc%2fpasswd',
  'CON.PRN.AUX',
  '=cmd|x!A1',
  'To: a@b.example%0ABcc: c@d.example',
  '{"__proto__":{"x":1}}',
  '&amp;lt;&#60;&#x3c;&lt',
  'Ω≈ç√∫˜µ≤≥÷ ¡™£¢∞§¶•ªº–≠ œ∑´®†¥¨ˆøπ“‘',
  '田中さんにあげて下さい 社會科學院語學研究所 찦차를 타고',
  'مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ ‏test‏ \u202eright to left\u202c',
  'Ṱ̷̛̬͇̟h̵̢̧̨e̸̡̛ ñañá ǅ İi ıI ﷽ 👩🏽‍🚒🇲🇽',
  '\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u2028\u2029',
  'one\ttwo\u00a0three\u3000four',
  // Nothing to be seen: as a language’s name it is none.
  '\u00a0\u3000',
  'Scunthorpe General Hospital; Penistone; Essex',
  `${'a'.repeat(300)}`,
  '*_~`#>+-=|{}[]()!\\.:',
  '^[a-z]+$ (.*)+ \\1 \\u0000 \\x00 %00 %n %s',
];

const HOOK = /HOOK/g;

/**
 * Hostile strings: this list, and every line of the files that the setting names (a JSON file: its strings).
 * @param call what those that run something run: JavaScript without quotation marks
 */
export function hostileStrings(call = 'alert(1)'): string[] {
  return [...ATTACKS.map((text) => text.replace(HOOK, () => call)), ...AWKWARD, ...stringsOfFiles()];
}

/** The attacks of this list alone. */
export function attacks(call: string): string[] {
  return ATTACKS.map((text) => text.replace(HOOK, () => call));
}

function stringsOfFiles(): string[] {
  const files = (process.env[PAYLOADS_SETTING] ?? '').split(delimiter).filter(Boolean);
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (!file.endsWith('.json')) return text.split(/\r?\n/).filter((line) => line !== '');
    return (JSON.parse(text) as unknown[]).filter((item) => typeof item === 'string');
  });
}
