import { memoryPages, validateXML, type XMLFileInfo } from 'xmllint-wasm';

/**
 * What libxml2 finds wrong with some XML files: that they are not well-formed, or not valid by a schema.
 * @param schema an XML Schema; undefined: only whether they are well-formed
 */
export async function xmlFaults(files: readonly XMLFileInfo[], schema?: string): Promise<string[]> {
  if (files.length === 0) return [];
  const memory = { initialMemoryPages: 64 * memoryPages.MiB, maxMemoryPages: 512 * memoryPages.MiB };
  const { errors, valid } = await validateXML(
    schema === undefined
      ? {
          xml: files,
          normalization: 'format',
          // Nothing is to be written, and no file of the Web to be read.
          modifyArguments: (options) => ['--noout', '--nonet', ...options.filter((option) => option !== '--format')],
          ...memory,
        }
      : { xml: files, schema, ...memory },
  );
  return valid || errors.length > 0
    ? errors.map(({ rawMessage }) => rawMessage)
    : ['xmllint refused it without a word'];
}
