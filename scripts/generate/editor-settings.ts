import { COLLECTIONS, TEXT_COLLECTIONS } from '#src/schemas/collections.ts';
import { schemaPath } from './content-schemas.ts';
import { STAMP, type GeneratedFile } from './generated-file.ts';

/** Which schema is for which YAML files: VS Code reads it with the extension “YAML” (redhat.vscode-yaml). */
const schemas = Object.fromEntries(
  COLLECTIONS.filter((collection) => !TEXT_COLLECTIONS.has(collection)).map((collection) => [
    `./${schemaPath(collection)}`,
    `src/content/${collection}/*.yaml`,
  ]),
);

const settings = { 'yaml.schemas': schemas };

/** Settings of the workspace; files of this kind may have comments. */
export const editorSettings: GeneratedFile = {
  path: '.vscode/settings.json',
  text: () => `// ${STAMP}\n${JSON.stringify(settings, undefined, 2)}\n`,
};
