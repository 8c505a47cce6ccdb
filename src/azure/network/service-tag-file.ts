import { parseAddressSpec } from '../../core/addresses/prefix';
import type { Cloud } from '../../core/network/model';
import { createTagCatalog, readPrefixes, type TagCatalog } from '../../core/tags/tag-catalog';
import { listAt, numberAt, parseJson, textAt, type Json } from '../json';

/** Names of clouds in Microsoft's files and in the `--cloud` option of the command line. */
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

export type ServiceTagFile =
  | { readonly is: 'tags'; readonly tags: TagCatalog }
  /** Neither of the two formats, or an invalid prefix. Without that prefix, the tag would be incomplete. */
  | { readonly is: 'no-tags' }
  | { readonly is: 'other-cloud'; readonly its: string };

/**
 * Reads Microsoft's published file (`ServiceTags_Public_20251109.json`), whose date is only in its name, or the output
 * of `az network list-service-tags`, which doesn't have a date.
 */
export function readServiceTagFile(
  { name, text }: { readonly name: string; readonly text: string },
  cloud: Cloud,
): ServiceTagFile {
  const body = parseJson(text.replace(/^\uFEFF/, ''));
  const listed = listAt(body, 'values').flatMap((one) => {
    const tag = textAt(one, 'name') ?? textAt(one, 'id');
    const prefixes = [...listAt(one, 'properties', 'addressPrefixes'), ...listAt(one, 'addressPrefixes')];
    return tag === undefined || prefixes.length === 0 ? [] : [{ tag, prefixes }];
  });
  if (listed.length === 0 || !listed.every(({ prefixes }) => prefixes.every(isPrefix))) {
    return { is: 'no-tags' };
  }
  const tags = new Map(
    listed.map(({ tag, prefixes }) => [tag, () => readPrefixes(prefixes.filter(isPrefix))] as const),
  );
  const its = textAt(body, 'cloud') ?? '';
  if ((cloudNames[its.toLowerCase().replaceAll(' ', '')] ?? cloud) !== cloud) {
    return { is: 'other-cloud', its };
  }
  const changeNumber = textAt(body, 'changeNumber') ?? String(numberAt(body, 'changeNumber') ?? '');
  return { is: 'tags', tags: createTagCatalog({ cloud, date: dateOf(name), changeNumber, tags }) };
}

function isPrefix(one: Json): one is string {
  return typeof one === 'string' && parseAddressSpec(one) !== undefined;
}

function dateOf(name: string): string {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})\.json$/.exec(name) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}
