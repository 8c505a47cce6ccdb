import { join } from 'node:path';
import { readPackedJson } from './packed-json';

/** Returns every page of checks and causes that ships with the program, by its path from `docs`. */
export function readPackedPages(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  return readPackedJson(join(dataFolder, 'pages.json.br'));
}
