import type { TagCatalogue } from '../../core/tags/tag-catalogue';
import type { SubnetCheck } from '../check';
import type { Found } from '../found';
import type { CheckOptions } from '../options';
import type { PrintedResource } from '../resources/read-resources';

/** What a report is made of. */
export interface Reported {
  readonly checks: readonly SubnetCheck[];
  /** Of the groups and tables that the subnets use. */
  readonly found: readonly Found[];
  readonly printed: readonly PrintedResource[];
  readonly tags: TagCatalogue;
  readonly options: CheckOptions;
}
