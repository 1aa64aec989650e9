/** What is known of one file of a built site. */
export interface SiteFile {
  /** Changes with everything it was made from. */
  key: string;
  /** SHA-256 of its bytes, hexadecimal. */
  digest: string;
  /** The file's signature when its bytes were last compared with the digest; absent if they were not yet. */
  signature?: string;
  /** Of pages: the addresses of the pictures they show. */
  pictures?: readonly string[];
}

/** Files by their path in the site, with forward slashes. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

/**
 * What is known of files of a site that are reused together while their group's key is the same. A site of 100,000 articles
 * has a quarter of a million files; of most groups, a build needs only the key.
 */
export class RecordedGroup {
  /** Changes with everything that the files are made from; '' if unknown. */
  readonly key: string;
  /** How many files it has. */
  readonly count: number;
  /** The addresses of the pictures that its pages show, each once. */
  readonly pictures: readonly string[];
  /** What is known of each file, as JSON. */
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

  /** What is known of each file; parsed when first used. */
  files(): SiteFiles {
    return (this.#files ??= new Map(JSON.parse(Buffer.from(this.body).toString('utf8')) as [string, SiteFile][]));
  }
}
