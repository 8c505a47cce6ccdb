import type { Confirmation } from '../../../core/confirmation';
import type { NetworkModel } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { readValue } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import type { TreeName } from './node';
import type { Health, HealthInput } from './health';

/** What a person asked a tree to show. */
export interface TreeOptions {
  /** Lower case; empty where nothing is filtered. */
  filter: string;
  /** Pages beyond the first, by the id of the node that is paged. */
  readonly pages: Map<string, number>;
  /** Networks that Azure ML does not use are shown from the first page on. */
  showAll: boolean;
}

export function noTreeOptions(): TreeOptions {
  return { filter: '', pages: new Map(), showAll: false };
}

/** What the lines of a tree are made with. */
export interface TreeContext {
  readonly tree: TreeName;
  readonly say: Say;
  readonly reads: Reads;
  readonly options: TreeOptions;
  /** Computes that were begun from here and are not over, by their IDs in lower case. */
  readonly creations: ReadonlySet<string>;
  /** Whether a person watches a subnet. */
  readonly isWatched: (subnetId: string) => boolean;
  /** What others confirmed of a subnet, as far as it still holds. */
  readonly confirmed: (model: NetworkModel, subnetId: string) => readonly Confirmation[];
  readonly health: (input: HealthInput) => Health;
}

/** True where what is shown is the sample, whose resources are in no portal. */
export function isSampleShown({ reads }: TreeContext): boolean {
  return readValue(reads.connection.peek())?.sample ?? false;
}
