import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const ROOT_SCHEMA = 'OfficeAppManifestV1_1.xsd';

/** Messages of the XML Schema validator; an empty list: valid. null: the schemas aren't there, nothing was checked. */
export async function validateBySchema(manifest: string, folder: string): Promise<readonly string[] | null> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes(ROOT_SCHEMA)) return null;
  const schemas = await Promise.all(
    names
      .filter((name) => name.endsWith('.xsd'))
      .map(async (name) => ({ fileName: name, contents: await readFile(join(folder, name), 'utf8') })),
  );
  const result = await validateXML({
    xml: { fileName: 'manifest.xml', contents: manifest },
    schema: schemas.filter((schema) => schema.fileName === ROOT_SCHEMA),
    preload: schemas.filter((schema) => schema.fileName !== ROOT_SCHEMA),
  });
  return result.errors.map((error) => `line ${error.loc?.lineNumber ?? '?'}: ${error.message}`);
}
