import { decodeText } from '../disk/decode-text';
import { readRegularFile } from '../disk/read-file';

/** A file that a setting names, as it was read; `text` is undefined where it couldn't be, or isn't text. */
export interface NamedTagFile {
  readonly name: string;
  readonly text: string | undefined;
}

/** Microsoft's file has 4 MB. */
const mostBytes = 50_000_000;

/**
 * The file of service tags that a setting names; undefined where it names none.
 * @param setting as the settings hold it: anything
 */
export async function readNamedTagFile(setting: unknown): Promise<NamedTagFile | undefined> {
  if (typeof setting !== 'string' || setting.trim() === '') return undefined;
  const name = setting.trim();
  try {
    const bytes = await readRegularFile(name, { most: mostBytes });
    const { text, isLossy } = decodeText(bytes);
    return { name, text: isLossy ? undefined : text };
  } catch {
    return { name, text: undefined };
  }
}
