import { join } from 'node:path';
import { readPackedJson } from './packed-json';

/** Every page of checks and causes, as it ships with the program, by its path from `docs`. */
export function readPackedPages(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  return readPackedJson(join(dataFolder, 'pages.json.br'));
}
