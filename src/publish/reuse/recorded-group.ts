/** What is known of one file of a built site. */
export interface SiteFile {
  /** What it was made from, by digest: the same again need not be made again. */
  key: string;
  /** SHA-256 of its bytes, hexadecimal. */
  digest: string;
  /** Of the file when its bytes were last seen to be those; absent where it was not seen since. */
  signature?: string;
  /** Of pages: the addresses of the pictures they name. */
  pictures?: readonly string[];
}

/** Files by their path in the site, with forward slashes. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

/**
 * What is known of files of a site that are kept together for as long as one key is the same. A site of 100,000 stories has
 * a quarter of a million files; of most groups, a build asks for no more than the key.
 */
export class RecordedGroup {
  /** Changes when anything does that the files are made from; '' where nobody can say. */
  readonly key: string;
  /** How many files it holds. */
  readonly count: number;
  /** The addresses of the pictures that its pages name, each once. */
  readonly pictures: readonly string[];
  /** What is known of each file, as it is written. */
  readonly body: Uint8Array;
  #files: SiteFiles | undefined;

  constructor(key: string, count: number, pictures: readonly string[], body: Uint8Array) {
    this.key = key;
    this.count = count;
    this.pictures = pictures;
    this.body = body;
  }

  static of(key: string, files: SiteFiles): RecordedGroup {
    const pictures = new Set([...files.values()].flatMap((file) => file.pictures ?? []));
    return new RecordedGroup(key, files.size, [...pictures].sort(), Buffer.from(JSON.stringify([...files])));
  }

  /** What is known of each file; read when it is asked for. */
  files(): SiteFiles {
    return (this.#files ??= new Map(JSON.parse(Buffer.from(this.body).toString('utf8')) as [string, SiteFile][]));
  }
}
