import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { at, listAt, parseJson, textAt, textsAt } from '../azure/json';
import { createTagCatalogue, readPrefixes, type TagCatalogue } from '../core/tags/tag-catalogue';
import { tagCatalogueOf, type TagSnapshot } from '../core/tags/tag-snapshot';
import type { Cloud } from '../core/network/model';
import { reason } from '../core/reason';
import { UnreadableFile, type TextFile } from './resources/read-resources';

const kept = new Map<string, Promise<TagCatalogue>>();

/** The list that ships with the program, read once: what was answered with it holds for as long as it's the same. */
function shippedTags(dataFolder: string, cloud: Cloud): Promise<TagCatalogue> {
  const file = join(dataFolder, `service-tags.${cloud}.json.gz`);
  const tags = kept.get(file) ?? readShipped(file);
  kept.set(file, tags);
  return tags;
}

async function readShipped(file: string): Promise<TagCatalogue> {
  const packed = await readFile(file);
  return tagCatalogueOf(JSON.parse(gunzipSync(packed).toString('utf8')) as TagSnapshot);
}

/** Clouds as Microsoft's files and the command line's `--cloud` name them. */
const cloudNames: Readonly<Record<string, Cloud>> = {
  public: 'public',
  azurecloud: 'public',
  azurepublic: 'public',
  azuregovernment: 'usgov',
  azureusgovernment: 'usgov',
  usgov: 'usgov',
  azurechinacloud: 'china',
  china: 'china',
};

/**
 * Microsoft's published file (`ServiceTags_Public_20251109.json`) or what `az network list-service-tags` prints. Throws
 * `UnreadableFile` where it is neither or speaks of another cloud.
 */
function tagsOfFile(file: TextFile, cloud: Cloud): TagCatalogue {
  const body = parseJson(file.text.replace(/^\uFEFF/, ''));
  const values = listAt(body, 'values');
  const tags = new Map(
    values.flatMap((one) => {
      const name = textAt(one, 'name') ?? textAt(one, 'id');
      const prefixes = [...textsAt(one, 'properties', 'addressPrefixes'), ...textsAt(one, 'addressPrefixes')];
      return name === undefined || prefixes.length === 0
        ? []
        : [[name, () => readPrefixes(prefixes)] as const];
    }),
  );
  if (tags.size === 0) throw new UnreadableFile(reason('terminal.noTags', { file: file.name }));
  const said = textAt(body, 'cloud') ?? '';
  const its = cloudNames[said.toLowerCase().replaceAll(' ', '')] ?? cloud;
  if (its !== cloud) {
    throw new UnreadableFile(reason('terminal.otherCloud', { file: file.name, its: said, cloud }));
  }
  return createTagCatalogue({
    cloud,
    date: dateOf(file.name),
    changeNumber: String(at(body, 'changeNumber') ?? ''),
    tags,
  });
}

/** Microsoft's file says its date in its name alone. */
function dateOf(name: string): string {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})\.json$/.exec(name) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}

/** The tags that a command line asks for: those of the file that it names, else those that ship with the program. */
export async function tagsFor(
  { dataFolder, readFile }: { readonly dataFolder: string; readFile(name: string): Promise<TextFile> },
  { serviceTags, cloud }: { readonly serviceTags: string | undefined; readonly cloud: Cloud },
): Promise<TagCatalogue> {
  return serviceTags === undefined
    ? shippedTags(dataFolder, cloud)
    : tagsOfFile(await readFile(serviceTags), cloud);
}
