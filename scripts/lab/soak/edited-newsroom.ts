import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { LOCALES, type Locale } from '#src/schemas/locale.ts';
import { articleUrl } from '#src/urls.ts';
import type { Random } from '../random.ts';

/** An article that is being edited. */
export interface Draft {
  locale: Locale;
  /** The file's name without extension. */
  stem: string;
  frontMatter: Record<string, unknown>;
  body: string;
}

/** Names so unlike each other that the checks take none for a slip of another. */
const TAGS = ['reef', 'wind', 'buses', 'choirs', 'turtles', 'harbour', 'markets'];
const AUTHORS = ['abril-tun', 'bruno-ich', 'carmen-poot', 'daniel-ek'];
const CATEGORIES = ['culture', 'environment', 'region'];
const PLACES = ['tulum', 'cozumel', 'bacalar'];
const PICTURES = ['shore', 'lagoon', 'street'];
const WORDS = 'tide mangrove council ferry lantern drum ceiba market parrot harvest reef ladder canoe plaza'.split(' ');

/**
 * A small newsroom on disk whose files are added, edited and taken away as editors do. Mistakes are made by
 * {@link EditedNewsroom.slip} alone; most later edits of the same thing fix them.
 */
export class EditedNewsroom {
  readonly root: string;
  readonly random: Random;
  readonly articles: Draft[] = [];
  #count = 0;

  constructor(root: string, random: Random) {
    this.root = root;
    this.random = random;
  }

  /** Writes the newsroom's first files and articles. */
  async create(articles: number, now: Date): Promise<void> {
    for (const id of AUTHORS) this.saveAuthor(id);
    for (const [index, id] of CATEGORIES.entries()) this.saveCategory(id, index);
    for (const id of PLACES) this.savePlace(id);
    for (const id of TAGS.slice(0, 3)) this.saveTag(id);
    for (const name of PICTURES) await this.savePicture(name);
    for (const locale of LOCALES) this.savePage(locale);
    for (let index = 0; index < articles; index += 1) this.addArticle(now);
  }

  /** An article of random kind, published within the last weeks. */
  addArticle(now: Date): void {
    const { random } = this;
    this.#count += 1;
    const draft: Draft = {
      locale: random.chance(0.7) ? 'en' : 'es',
      stem: `${random.pick(WORDS)}-${random.pick(WORDS)}-${this.#count}`,
      frontMatter: {
        title: this.words(5),
        description: this.words(9),
        pubDate: this.dateBefore(now, 90),
        authors: this.some(AUTHORS, 1, 2),
        categories: this.some(CATEGORIES, 1, 2),
        tags: this.some(TAGS, 0, 3),
        ...(random.chance(0.4) && { dateline: random.pick(PLACES) }),
        ...(random.chance(0.3) && { picture: this.picture() }),
      },
      body: this.text(),
    };
    this.articles.push(draft);
    this.save(draft);
  }

  pickArticle(): Draft {
    return this.random.pick(this.articles);
  }

  save({ locale, stem, frontMatter, body }: Draft): void {
    this.write(fileOf(locale, stem), `---\n${fields(frontMatter)}---\n\n${body}\n`);
  }

  /** Gives an article's file another name, and with it another address. @returns the address it had */
  rename(draft: Draft): string {
    const address = articleUrl({ locale: draft.locale, slug: draft.stem });
    this.#count += 1;
    const stem = `renamed-${this.random.pick(WORDS)}-${this.#count}`;
    renameSync(join(this.root, fileOf(draft.locale, draft.stem)), join(this.root, fileOf(draft.locale, stem)));
    draft.stem = stem;
    return address;
  }

  addAlias(draft: Draft, address: string): void {
    draft.frontMatter['aliases'] = [...((draft.frontMatter['aliases'] ?? []) as readonly string[]), address];
    this.save(draft);
  }

  /** A path that this newsroom has never used. */
  oldPath(): string {
    this.#count += 1;
    return `/2019/${this.random.pick(WORDS)}-${this.#count}${this.random.pick(['', '/', '.html', '.php'])}`;
  }

  remove(draft: Draft): void {
    this.articles.splice(this.articles.indexOf(draft), 1);
    rmSync(join(this.root, fileOf(draft.locale, draft.stem)));
  }

  /** Writes the article's version in the other language. */
  translate(draft: Draft): void {
    if (draft.frontMatter['translationKey']) return;
    this.#count += 1;
    draft.frontMatter['translationKey'] = `pair-${this.#count}`;
    this.save(draft);
    const other: Draft = {
      locale: draft.locale === 'en' ? 'es' : 'en',
      stem: `version-${this.#count}`,
      frontMatter: { ...draft.frontMatter, title: this.words(5), description: this.words(9), aliases: undefined },
      body: this.text(),
    };
    this.articles.push(other);
    this.save(other);
  }

  saveAuthor(id: string = this.random.pick(AUTHORS)): void {
    const role = { en: this.words(2), es: this.words(2) };
    this.write(
      `authors/${id}.yaml`,
      fields({ name: this.words(2), role, biography: { en: this.words(6), es: this.words(6) } }),
    );
  }

  saveCategory(id: string = this.random.pick(CATEGORIES), order = this.random.whole(0, 9)): void {
    const title = { en: this.words(2), es: this.words(2) };
    this.write(
      `categories/${id}.yaml`,
      fields({ title, description: { en: this.words(6), es: this.words(6) }, order }),
    );
  }

  savePlace(id: string = this.random.pick(PLACES)): void {
    const at = { latitude: this.random.whole(18, 21), longitude: -this.random.whole(86, 89) };
    const name = { en: this.words(1), es: this.words(1) };
    this.write(`places/${id}.yaml`, fields({ name, state: 'Quintana Roo', ...at, aliases: [this.words(2)] }));
  }

  saveTag(id: string = this.random.pick(TAGS)): void {
    this.write(`tags/${id}.yaml`, fields({ title: { en: this.words(2), es: this.words(2) } }));
  }

  removeTag(id: string = this.random.pick(TAGS)): void {
    rmSync(join(this.root, `tags/${id}.yaml`), { force: true });
  }

  savePage(locale: Locale = this.random.pick(LOCALES)): void {
    const front = fields({
      title: this.words(2),
      description: this.words(6),
      updatedDate: '2026-10-01',
      translationKey: 'about',
    });
    this.write(`pages/${locale}/${locale === 'en' ? 'about' : 'acerca-de'}.md`, `---\n${front}---\n\n${this.text()}\n`);
  }

  /** Replaces a picture by another of the same name. */
  async savePicture(name: string = this.random.pick(PICTURES)): Promise<void> {
    const [r, g, b] = [0, 1, 2].map(() => this.random.whole(0, 255));
    const size = { width: this.random.whole(300, 700), height: this.random.whole(200, 500) };
    const bytes = await sharp({ create: { ...size, channels: 3, background: { r: r ?? 0, g: g ?? 0, b: b ?? 0 } } })
      .webp()
      .toBuffer();
    this.write(`pictures/${name}.webp`, bytes);
  }

  /** Makes a mistake of a random kind. */
  slip(): void {
    const { random } = this;
    const draft = this.pickArticle();
    const slips = [
      () => (draft.frontMatter['pubDate'] = 'soon'),
      () => (draft.frontMatter['slug'] = random.pick(this.articles).stem),
      () => (draft.frontMatter['picture'] = { src: '/pictures/none.webp', alt: 'None', credit: 'Nobody' }),
      () =>
        (draft.body += `\n\n[A link](/articles/${random.pick(WORDS)}/) and [another](${articleUrl({ ...this.pickArticle(), slug: this.pickArticle().stem })}#${random.pick(WORDS)})`),
      () => this.write(`authors/${random.pick(AUTHORS)}.yaml`, 'name: Somebody\n'),
      () => rmSync(join(this.root, `authors/${random.pick(AUTHORS)}.yaml`), { force: true }),
      () => rmSync(join(this.root, `pictures/${random.pick(PICTURES)}.webp`), { force: true }),
      () => this.write(`pictures/${random.pick(PICTURES)}.webp`, 'no picture'),
    ];
    random.pick(slips)();
    this.save(draft);
  }

  /** Fixes every mistake. */
  async fix(now: Date): Promise<void> {
    for (const id of AUTHORS) this.saveAuthor(id);
    for (const name of PICTURES) await this.savePicture(name);
    for (const draft of this.articles) {
      const { frontMatter } = draft;
      if (frontMatter['pubDate'] === 'soon') {
        Object.assign(frontMatter, {
          pubDate: this.dateBefore(now, 90),
          updatedDate: undefined,
          expiryDate: undefined,
        });
      }
      frontMatter['slug'] = undefined;
      frontMatter['picture'] = undefined;
      draft.body = draft.body.replace(/\n\n\[A link\].*/, '');
      this.save(draft);
    }
  }

  picture(): object {
    return { src: `/pictures/${this.random.pick(PICTURES)}.webp`, alt: this.words(3), credit: this.words(1) };
  }

  authors = (): string[] => this.some(AUTHORS, 1, 2);
  categories = (): string[] => this.some(CATEGORIES, 1, 3);
  tags = (): string[] => this.some(TAGS, 0, 3);
  places = (): string[] => this.some(PLACES, 0, 2);

  words(count: number): string {
    return Array.from({ length: count }, () => this.random.pick(WORDS)).join(' ');
  }

  /** A few paragraphs, sometimes with a picture. */
  text(): string {
    const paragraphs = Array.from({ length: this.random.whole(1, 3) }, () => `${this.words(20)}.`);
    if (this.random.chance(0.2)) paragraphs.push(`![${this.words(3)}](/pictures/${this.random.pick(PICTURES)}.webp)`);
    return paragraphs.join('\n\n');
  }

  /** An instant up to a number of days before another, to the minute. */
  dateBefore(now: Date, days: number): string {
    return minute(now.getTime() - this.random.whole(1, days * 24 * 60) * 60_000);
  }

  /** An instant up to a number of hours after another, to the minute. */
  dateAfter(now: Date, hours: number): string {
    return minute(now.getTime() + this.random.whole(1, hours * 60) * 60_000);
  }

  some(names: readonly string[], least: number, most: number): string[] {
    const left = [...names];
    return Array.from({ length: this.random.whole(least, most) }, () =>
      left.splice(this.random.whole(0, left.length - 1), 1),
    ).flat();
  }

  private write(file: string, content: string | Uint8Array): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function fileOf(locale: Locale, stem: string): string {
  return `articles/${locale}/2026/${stem}.md`;
}

/** Values as JSON, which is YAML; those that are undefined are left out. */
function fields(values: Record<string, unknown>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
}

function minute(time: number): string {
  return new Date(Math.floor(time / 60_000) * 60_000).toISOString();
}
