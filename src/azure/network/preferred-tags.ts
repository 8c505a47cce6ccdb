import type { Cloud } from '../../core/network/model';
import { withAge } from '../../core/tags/tag-age';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { tagCatalogOf, type TagSnapshot } from '../../core/tags/tag-snapshot';
import { readServiceTagFile } from './service-tag-file';

/** A file of service tags that the user selected, with its text. */
interface NamedFile {
  readonly name: string;
  readonly text: string | undefined;
}

interface Preferred {
  readonly tags: TagCatalog;
  /** Whether the selected file isn't a list of service tags. The shipped list then replaces it. */
  readonly isUnreadable: boolean;
}

/**
 * Returns the list in the selected file if it is for this cloud, otherwise the shipped list. Each has its age on the
 * day of `today`.
 */
export function preferredTags(
  shipped: TagSnapshot,
  named: NamedFile | undefined,
  { cloud, today }: { readonly cloud: Cloud; readonly today: string },
): Preferred {
  const own =
    named?.text === undefined ? undefined : readServiceTagFile({ name: named.name, text: named.text }, cloud);
  const tags = own?.is === 'tags' ? own.tags : tagCatalogOf(shipped);
  const isUnreadable = named !== undefined && (own === undefined || own.is === 'no-tags');
  return { tags: withAge(tags, today), isUnreadable };
}
