import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readServiceTagFile } from '../azure/network/service-tag-file';
import { withAge } from '../core/tags/tag-age';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { tagCatalogOf, type TagSnapshot } from '../core/tags/tag-snapshot';
import type { Cloud } from '../core/network/model';
import { reason } from '../core/reason';
import { formatDate } from '../wording/dates';
import type { Terminal } from './terminal';
import { UnreadableFile, type TextFile } from './resources/read-resources';

const kept = new Map<string, Promise<TagCatalog>>();

/** The list that ships with the program, read once: what was answered with it holds for as long as it's the same. */
function shippedTags(dataFolder: string, cloud: Cloud): Promise<TagCatalog> {
  const file = join(dataFolder, `service-tags.${cloud}.json`);
  const tags = kept.get(file) ?? readShipped(file);
  kept.set(file, tags);
  return tags;
}

/** The package for npm has it smaller than the extension, which reads the same file without this program. */
async function readShipped(file: string): Promise<TagCatalog> {
  const small = await readFile(`${file}.br`).catch(() => undefined);
  const text = small ? brotliDecompressSync(small) : gunzipSync(await readFile(`${file}.gz`));
  return tagCatalogOf(JSON.parse(text.toString('utf8')) as TagSnapshot);
}

/** Throws `UnreadableFile` where the file is no list of service tags, or speaks of another cloud. */
function tagsOfFile(file: TextFile, cloud: Cloud): TagCatalog {
  const found = readServiceTagFile(file, cloud);
  switch (found.is) {
    case 'tags':
      return found.tags;
    case 'no-tags':
      throw new UnreadableFile(
        reason('terminal.noTags', { file: file.name, command: 'az network list-service-tags' }),
      );
    case 'other-cloud':
      throw new UnreadableFile(reason('terminal.otherCloud', { file: file.name, its: found.its, cloud }));
  }
}

interface TagsPlace extends Pick<Terminal, 'dataFolder' | 'today'> {
  readFile(name: string): Promise<TextFile>;
}

/** The tags that a command line asks for: those of the file that it names, else those that ship with the program. */
export async function tagsFor(
  { dataFolder, today, readFile }: TagsPlace,
  { serviceTags, cloud }: { readonly serviceTags: string | undefined; readonly cloud: Cloud },
): Promise<TagCatalog> {
  const tags =
    serviceTags === undefined
      ? await shippedTags(dataFolder, cloud)
      : tagsOfFile(await readFile(serviceTags), cloud);
  return withAge(tags, today);
}

/** States that the list is old, and what to do. */
export function warnOldTags(
  { say, error }: Pick<Terminal, 'say' | 'error'>,
  { isOld, date }: TagCatalog,
): void {
  if (isOld) {
    error(`${say('terminal.oldTags', { date: formatDate(say, date), option: '--service-tags FILE' })}\n`);
  }
}
