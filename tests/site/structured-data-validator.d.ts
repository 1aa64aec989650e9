declare module '@adobe/structured-data-validator' {
  /** What a page says of things, by their type. */
  interface ExtractedData {
    jsonld: Readonly<Partial<Record<string, readonly object[]>>>;
    microdata: object;
    rdfa: object;
  }

  export default class Validator {
    validate(data: ExtractedData): Promise<{ severity: string; issueMessage: string; path: unknown }[]>;
  }
}
