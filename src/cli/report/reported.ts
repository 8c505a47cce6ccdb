import type { TagCatalogue } from '../../core/tags/tag-catalogue';
import type { SubnetCheck } from '../check';
import type { Found } from '../found';
import type { CheckOptions } from '../options';

/** What a report is made of. */
export interface Reported {
  readonly checks: readonly SubnetCheck[];
  /** Of the groups and tables that the subnets use. */
  readonly found: readonly Found[];
  readonly tags: TagCatalogue;
  readonly options: CheckOptions;
}
