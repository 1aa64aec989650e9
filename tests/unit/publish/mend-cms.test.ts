import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '#src/i18n/form/program.en.json' with { type: 'json' };
import spanish from '#src/i18n/form/program.es.json' with { type: 'json' };
import formal from '#src/i18n/form/usted.es.json' with { type: 'json' };
import { mendCms } from '#src/publish/compile/mend-cms.ts';
import { withSpanishWords } from '#src/publish/compile/program-words.ts';

const PACKAGE = join('node_modules', '@sveltia', 'cms');
const PROGRAM = readFileSync(join(PACKAGE, 'npm', 'index.js'), 'utf8');

/** The paths of a catalogue's words. */
const pathsIn = (words: object, above = ''): string[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? pathsIn(value, `${above}${key}.`) : [`${above}${key}`],
  );

/** Everything that a catalogue says. */
const saidIn = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : Object.values(words as object).flatMap(saidIn);

/** What only a “tú” is told: pronouns, verbs in its person, commands. */
const INFORMAL =
  /(?<!\p{L})(?:tu|tus|te|ti|contigo|haz|quieres|puedes|debes|tienes|necesitas|eres|estás|hayas|(?:tendr|podr|ser|ver|seguir|recibir)ás|(?:ingresa|selecciona|arrastra|revisa|escanea|presiona|toca|administra) (?:tu|el|la|los|las|un|una|otro|para)|(?:intént|verifíc|prueb|acépt)al[oa]s?|corrígel[oa]s?|pídele|regístrate|síguenos|únete)(?!\p{L})/giu;

const informalWords = (catalogue: string) =>
  saidIn(JSON.parse(catalogue)).flatMap((text) => text.match(INFORMAL) ?? []);

describe('the pinned version of the CMS', () => {
  it('is changed in every place that is listed: it asks nobody, keeps copies, and speaks as editors do', () => {
    const mended = mendCms(PROGRAM);
    for (const gone of ['https://unpkg.com/@sveltia/cms', 'cdn.jsdelivr.net', 'Work with Local Repository'])
      expect([gone, PROGRAM.includes(gone), mended.includes(gone)]).toEqual([gone, true, false]);
    // The copies of unsaved stories: kept after a choice of another host, every second, whatever the configuration.
    expect(mended).toMatch(/if\((\w+)\)\{let\{databaseName:\w+\}=\1\.repository/);
    expect(mended).toMatch(/\|\|=globalThis\.setTimeout\(\(\)=>\{\w+=0;\w+\(\w+\)\},1e3\)/);
    expect(mended).not.toMatch(/cmsConfigVersion===/);
    expect(mended).toMatch(/enforceRequired:!1\}\)\)throw/);
    // Who reads a file is told its path; a new story can begin with another's fields.
    expect(mended).toMatch(/\?\.parser;if\((\w+)\)return \1\(\w+,\w+\)/);
    expect(mended).toMatch(/getAsset:(\w+\?\w+\(\{draft:\w+,locale:\w+\}\))\.getAsset:void 0,entry:\1\.entryMap/);
    expect(mended.match(/globalThis\.newStory/g)).toHaveLength(1);
    // The store of copies is there in the end; what is put into a line leaves it whole.
    expect(mended).toMatch(/for\(;!\w+\.objectStoreNames\.contains\(\w+\);\)/);
    expect(mended.match(/\.isInline\(\)\?\[e\]:\[e,\w+\(\)\]/g)).toHaveLength(2);
    // A choice hears the first click.
    expect(mended.match(/await\(this\.role===`radiogroup`\?0:\w+\(100\)\),this\.activate\(\)/g)).toHaveLength(1);
    // Only a new part of a text takes the keyboard.
    expect(mended.match(/!this\.__props&&\w+\.closest/g)).toHaveLength(1);
  });

  it.each([
    'https://unpkg.com/@sveltia/cms',
    '`draft-backups`',
    'cmsConfigVersion===',
    '?.parser',
    'dynamicValues:',
    'this.activate()',
    'Work with Local Repository',
  ])('is not bundled without %s, as a new one might be', (place) => {
    expect(() => mendCms(PROGRAM.replaceAll(place, 'elsewhere'))).toThrow('@sveltia/cms');
  });

  it('has Spanish words for everything that has English ones, of ours or of its own', () => {
    expect(Object.keys(english).filter((key) => !(key in spanish))).toEqual([]);
    const catalogue = (words: string) => pathsIn(JSON.parse(words) as object);
    const all = catalogue(readFileSync(join(PACKAGE, 'locales', 'en-US.json'), 'utf8'));
    const known = new Set(catalogue(withSpanishWords(readFileSync(join(PACKAGE, 'locales', 'es-CO.json'), 'utf8'))));
    // Of those that only a wrong configuration or another store of files brings up, editors see none.
    const isSeen = (path: string) => !/^(?:config|cloud_storage)\./.test(path);
    expect(all.filter((path) => isSeen(path) && !known.has(path))).toEqual([]);
  });

  it('says “usted” to editors, as all of the project’s own Spanish does to them and to readers', () => {
    const catalogue = readFileSync(join(PACKAGE, 'locales', 'es-CO.json'), 'utf8');
    expect(informalWords(catalogue).length).toBeGreaterThan(100);
    expect(informalWords(withSpanishWords(catalogue))).toEqual([]);
    for (const path of globSync('src/i18n/**/{es,*.es}.json').filter((file) => !file.includes('usted')))
      expect([path, informalWords(readFileSync(path, 'utf8'))]).toEqual([path, []]);
    // A word of the table that the CMS no longer uses goes.
    const unused = Object.keys(formal).filter((word) => !catalogue.toLowerCase().includes(word));
    expect(unused).toEqual([]);
  });

  it('speaks Spanish with them, also where its catalogue lacks them', () => {
    const words = JSON.parse(withSpanishWords(readFileSync(join(PACKAGE, 'locales', 'es-CO.json'), 'utf8'))) as object;
    expect(words).toMatchObject({
      slug: 'Dirección',
      entry_sidebar: { slug: { title: 'Dirección' } },
      save: 'Guardar',
    });
  });
});
