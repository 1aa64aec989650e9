import { formFields } from '#src/admin/form-fields.ts';
import { COLLECTIONS, TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import { LANGUAGES } from '#src/schemas/locale.ts';
import { contentSchemas, schemaPath } from './content-schemas.ts';
import { STAMP, stampedJson, type GeneratedFile } from './generated-file.ts';

/** The fields of the form's collections, a file for each language of its labels. */
const formFieldFiles: readonly GeneratedFile[] = LANGUAGES.map((locale) => ({
  path: `src/admin/generated/fields.${locale}.json`,
  text: () =>
    stampedJson(Object.fromEntries(COLLECTIONS.map((collection) => [collection, formFields(collection, locale)]))),
}));

/** Which schema is for which YAML files: VS Code reads it with the extension “YAML” (redhat.vscode-yaml). */
const schemas = Object.fromEntries(
  COLLECTIONS.filter((collection) => !TEXT_COLLECTIONS.has(collection)).map((collection) => [
    `./${schemaPath(collection)}`,
    `src/content/${collection}/*.yaml`,
  ]),
);

/** VS Code's settings for this folder; it allows comments in them. */
const editorSettings: GeneratedFile = {
  path: '.vscode/settings.json',
  text: () => `// ${STAMP}\n${JSON.stringify({ 'yaml.schemas': schemas }, undefined, 2)}\n`,
};

/** Every generated file of the project. */
export const generatedFiles: readonly GeneratedFile[] = [...formFieldFiles, ...contentSchemas, editorSettings];
