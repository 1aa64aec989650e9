import { withEnglishWords } from './program-words.ts';

/**
 * What the CMS would request from other servers, and what replaces it. Each must be found in the pinned version, so that a
 * new version that requests something else is noticed.
 */
const ASKED_OUTSIDE: readonly { what: RegExp; instead: string }[] = [
  // Once an hour, for a newer version of itself; this project chooses the version.
  { what: /https:\/\/unpkg\.com\/@sveltia\/cms/g, instead: '/no-updates' },
  // Fonts, which it also brings along.
  { what: /@font-face\s*\{[^}]*cdn\.jsdelivr\.net[^}]*\}/g, instead: '' },
];

/**
 * Where the CMS loses what an editor has written, or tells us too little, and what it does instead. Each must be found in the
 * pinned version: of a new one, find out whether it still does so (src/lib/services/contents/draft/backup.js and save/index.js).
 */
const MENDED: readonly { what: RegExp; instead: string }[] = [
  // A second choice of a host, such as a folder after a Git host, switches the copies in the browser off.
  {
    what: /if\((\w+)&&!(\w+)\)\{(let\{databaseName:\w+\}=\1\.repository\?\?\{\};if\(\w+\)\{\2=new \w+\(\w+,`draft-backups`)/g,
    instead: 'if($1){$3',
  },
  // A copy is made half a second after the last letter, never while someone types: now a second after the first.
  {
    what: /globalThis\.clearTimeout\((\w+)\),(\w+)&&(\w+)&&\(\1=globalThis\.setTimeout\(\(\)=>\{(\w+)\(\2\)\},500\)\)/g,
    instead: '$2&&$3?$1||=globalThis.setTimeout(()=>{$1=0;$4($2)},1e3):(globalThis.clearTimeout($1),$1=0)',
  },
  // A copy is thrown away if the configuration has changed since, and be it a label or the form's language.
  {
    what: /return (\w+)\?\1\.cmsConfigVersion===\w+\.current\?\1:\(await \w+\(\w+,\w+\),null\):null/g,
    instead: 'return $1??null',
  },
  // The browser's store of copies is not made if another is made at the same moment, as when an editor first signs in: then no copy is kept.
  {
    what: /(objectStoreNames:\w+\}=\w+,(\w+)=this\.#\w+;[^]{0,300}?)return (\w+)&&\((\w+)\.close\(\),\4=await this\.(#\w+)\((\w+)\+1\)\),/g,
    instead:
      '$1$3&&($4.close(),$4=await this.$5($6+1).catch(()=>this.$5()));' +
      'for(;!$4.objectStoreNames.contains($2);)$4.close(),$4=await this.$5($4.version+1);return ',
  },
  // What is put into a line (a footnote) ends the line: only what is alone is to begin a new one.
  {
    what: /(\w+)\(\[(\w+\(\w*\))\(\),(\w+)\(\)\]\)/g,
    instead: '$1((e=>e.isInline()?[e]:[e,$3()])($2()))',
  },
  // Who reads a file of our format is told its text and not its path, without which the form cannot say what a link leads to.
  {
    what: /(text:(\w+)=``,path:(\w+),folder:\{collectionName:\w+,fileName:\w+\}\}\)=>\{[^]{0,600}?\.parser;if\((\w+)\)return \4\(\2)\)/g,
    instead: '$1,$3)',
  },
  // A preview is handed the pictures, a field of ours is not; a narrow window shows no preview.
  {
    what: /entry:((\w+)\?(\w+\(\{draft:\2,locale:\w+\}\)))\.entryMap:void 0,onChange/g,
    instead: 'getAsset:$1.getAsset:void 0,$&',
  },
  // A new story can begin with lines of text that the address names, but not with groups (a picture), nor with Markdown as it is
  // written: a translation begins with its original.
  {
    what: /\?\[(\w+),([\w$]+\(\{fields:\w+,locale:\1,defaultLocale:\w+,dynamicValues:(\w+)\}\))\]/g,
    instead: '?[$1,(globalThis.newStory??(e=>e))($2,$3)]',
  },
  // A story that is opened is shown from its last picture on: each part takes the keyboard when it is drawn, not only a new one.
  {
    what: /(requestAnimationFrame\(\(\)=>\{)(\w+\.closest\(`\[role="textbox"\]\[aria-readonly="false"\]`\)&&)/g,
    instead: '$1!this.__props&&$2',
  },
  // A choice hears clicks a tenth of a second after it is drawn, and longer while a large form is. One that is made before is shown
  // as chosen, and is not saved.
  {
    what: /await (\w+\(100\))(,this\.activate\(\)\}\)\(\)\}activate\(\)\{let\{parent:\w+,allMembers:)/g,
    instead: 'await(this.role===`radiogroup`?0:$1)$2',
  },
  // A story cannot be saved while a required field is empty, be it a draft: our own check says so, and asks.
  { what: /(\{draft:(\w+),enforceRequired:)\w+\(\2\)(\}\)\)throw)/g, instead: '$1!1$3' },
];

/**
 * The program of the CMS as this project uses it.
 * @throws Error if a new version has something else in a place that is changed
 */
export function mendCms(program: string): string {
  const mended = [...ASKED_OUTSIDE, ...MENDED].reduce((text, { what, instead }) => {
    if (text.search(what) < 0)
      throw new Error(`@sveltia/cms no longer contains ${String(what)}: find out what it does instead`);
    return text.replace(what, instead);
  }, program);
  return withEnglishWords(mended);
}
