import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';

/** Reads a JSON file that ships compressed with the program. */
export async function readPackedJson<T>(file: string): Promise<T> {
  return JSON.parse(brotliDecompressSync(await readFile(file)).toString('utf8')) as T;
}
