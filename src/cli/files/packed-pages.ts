import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Every page of checks and causes, as it ships with the program, by its path from `docs`. */
export async function readPackedPages(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  const packed = await readFile(join(dataFolder, 'pages.json.br'));
  return JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Readonly<Record<string, string>>;
}
