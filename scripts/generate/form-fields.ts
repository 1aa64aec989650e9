import { formFields } from '#src/admin/form-fields.ts';
import { COLLECTIONS } from '#src/schemas/collections.ts';
import { LOCALES } from '#src/schemas/locale.ts';
import { stampedJson, type GeneratedFile } from './generated-file.ts';

/** The fields of the form's collections, a file for each language of its labels. */
export const formFieldFiles: readonly GeneratedFile[] = LOCALES.map((locale) => ({
  path: `src/admin/generated/fields.${locale}.json`,
  text: () =>
    stampedJson(Object.fromEntries(COLLECTIONS.map((collection) => [collection, formFields(collection, locale)]))),
}));
