import type { Confirmation } from '../../../core/confirmation';
import type { NetworkModel } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import type { TreeName } from './node';
import type { Health, HealthInput } from './health';

/** The user's choices for a tree. */
export interface TreeOptions {
  /** Lower case; empty without a filter. */
  filter: string;
  /** Number of additional pages, by the ID of the parent node. */
  readonly pages: Map<string, number>;
  /** True to include networks that Azure ML doesn't use on the first page. */
  showAll: boolean;
}

export function noTreeOptions(): TreeOptions {
  return { filter: '', pages: new Map(), showAll: false };
}

/** Data and services that the nodes of a tree are built with. */
export interface TreeContext {
  readonly tree: TreeName;
  readonly say: Say;
  readonly reads: Reads;
  readonly options: TreeOptions;
  /** IDs of compute resources that this product is still creating, in lower case. */
  readonly creations: ReadonlySet<string>;
  /** Checks whether the user watches a subnet. */
  readonly isWatched: (subnetId: string) => boolean;
  /** Returns the confirmations of a subnet that are still valid. */
  readonly confirmed: (model: NetworkModel, subnetId: string) => readonly Confirmation[];
  readonly health: (input: HealthInput) => Health;
}

/** Checks whether the sample is shown. Its resources aren't in the portal. */
export function isSampleShown({ reads }: TreeContext): boolean {
  return readValue(reads.connection.peek())?.sample ?? false;
}
