import { decodeText } from '../disk/decode-text';
import { readRegularFile } from '../disk/read-file';

/** A file that a setting names, as it was read. `text` is undefined if it couldn't be read, or isn't text. */
export interface NamedTagFile {
  readonly name: string;
  readonly text: string | undefined;
}

/** Maximum size in bytes. Microsoft's file has 4 MB. */
const mostBytes = 50_000_000;

/**
 * Reads the file of service tags that a setting names; undefined if there is none.
 * @param setting the raw value of the setting, of any type
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
