import type { Cloud } from '../../core/network/model';
import { createTagCatalogue, readPrefixes, type TagCatalogue } from '../../core/tags/tag-catalogue';
import { at, listAt, parseJson, textAt, textsAt } from '../json';

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

export type ServiceTagFile =
  | { readonly is: 'tags'; readonly tags: TagCatalogue }
  /** Neither of the two formats. */
  | { readonly is: 'no-tags' }
  | { readonly is: 'other-cloud'; readonly its: string };

/**
 * Microsoft's published file (`ServiceTags_Public_20251109.json`), whose date is in its name alone, or what
 * `az network list-service-tags` prints, which has no date.
 */
export function readServiceTagFile(
  { name, text }: { readonly name: string; readonly text: string },
  cloud: Cloud,
): ServiceTagFile {
  const body = parseJson(text.replace(/^\uFEFF/, ''));
  const tags = new Map(
    listAt(body, 'values').flatMap((one) => {
      const tag = textAt(one, 'name') ?? textAt(one, 'id');
      const prefixes = [...textsAt(one, 'properties', 'addressPrefixes'), ...textsAt(one, 'addressPrefixes')];
      return tag === undefined || prefixes.length === 0 ? [] : [[tag, () => readPrefixes(prefixes)] as const];
    }),
  );
  if (tags.size === 0) return { is: 'no-tags' };
  const its = textAt(body, 'cloud') ?? '';
  if ((cloudNames[its.toLowerCase().replaceAll(' ', '')] ?? cloud) !== cloud) {
    return { is: 'other-cloud', its };
  }
  const changeNumber = String(at(body, 'changeNumber') ?? '');
  return { is: 'tags', tags: createTagCatalogue({ cloud, date: dateOf(name), changeNumber, tags }) };
}

function dateOf(name: string): string {
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})\.json$/.exec(name) ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
}
