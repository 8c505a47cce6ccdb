import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readServiceTagFile } from '../azure/network/service-tag-file';
import { withAge } from '../core/tags/tag-age';
import type { TagCatalog } from '../core/tags/tag-catalog';
import { tagCatalogOfColumns, type TagColumns } from '../core/tags/tag-columns';
import { tagCatalogOf, type TagSnapshot } from '../core/tags/tag-snapshot';
import type { Cloud } from '../core/network/model';
import { reason } from '../core/reason';
import { formatDate } from '../wording/dates';
import type { Terminal } from './terminal';
import { UnreadableFile, type TextFile } from './resources/read-resources';

const kept = new Map<string, Promise<TagCatalog>>();

/** Returns the list that ships with the program. It's read once, because results are cached by the list's object. */
function shippedTags(dataFolder: string, cloud: Cloud): Promise<TagCatalog> {
  const file = join(dataFolder, `service-tags.${cloud}.json`);
  const tags = kept.get(file) ?? readShipped(file);
  kept.set(file, tags);
  return tags;
}

/** Packages contain a smaller file than the repository, that for npm by columns. */
async function readShipped(file: string): Promise<TagCatalog> {
  const small = await readFile(`${file}.br`).catch(() => undefined);
  const text = small ? brotliDecompressSync(small) : gunzipSync(await readFile(`${file}.gz`));
  const list = JSON.parse(text.toString('utf8')) as TagColumns | TagSnapshot;
  return 'tags' in list ? tagCatalogOf(list) : tagCatalogOfColumns(list);
}

/**
 * Reads a list of service tags.
 * @throws `UnreadableFile` if the file isn't one, or is for another cloud
 */
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

/**
 * Returns the service tags for a command line: those of the file that it names, or else those that ship with the
 * program.
 */
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

/** Warns that the list is old, and what to do. */
export function warnOldTags(
  { say, error }: Pick<Terminal, 'say' | 'error'>,
  { isOld, date }: TagCatalog,
): void {
  if (isOld) {
    error(`${say('terminal.oldTags', { date: formatDate(say, date), option: '--service-tags FILE' })}\n`);
  }
}
