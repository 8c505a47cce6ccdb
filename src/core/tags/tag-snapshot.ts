import { decodeTag } from '../addresses/prefix-text';
import type { Cloud } from '../network/model';
import { createTagCatalog, type TagCatalog } from './tag-catalog';

/** The shipped list of a cloud, as `scripts/service-tags.mjs` writes it: encoded prefixes per tag. */
export interface TagSnapshot {
  readonly cloud: Cloud;
  /** ISO date of Microsoft's file. */
  readonly date: string;
  readonly changeNumber: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Creates the catalog of a snapshot (parsed JSON). Tags are decoded on first use. */
export function tagCatalogOf({ cloud, date, changeNumber, tags }: TagSnapshot): TagCatalog {
  return createTagCatalog({
    cloud,
    date,
    changeNumber,
    tags: new Map(Object.keys(tags).map((name) => [name, () => decodeTag(tags, name)])),
  });
}
