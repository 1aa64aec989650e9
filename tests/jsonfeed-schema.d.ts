declare module 'jsonfeed-schema/v1.1.js' {
  /** The schema of JSON Feed 1.1, as JSON Schema (draft 7). */
  const schema: object;
  export default schema;
}
