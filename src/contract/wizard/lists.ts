import * as v from 'valibot';
import { listState, verdictCell } from './words';

/** First and last IPv4 address of each range, so that the page can filter by an address. */
const ranges = v.array(v.tuple([v.number(), v.number()]));

const networkRow = v.object({
  id: v.string(),
  name: v.string(),
  resourceGroup: v.string(),
  region: v.string(),
  addresses: v.string(),
  ranges,
  subnets: v.number(),
  /** Null until somebody looks at the row: then the page asks for it (`checkRows`). */
  verdict: v.nullable(verdictCell),
  /** Why the network cannot be used for this plan; null where it can. */
  unfit: v.nullable(v.string()),
});
export type NetworkRow = v.InferOutput<typeof networkRow>;

/** Rows in the order to show; unfit ones last. */
export const networkList = v.object({
  state: listState,
  resourceGroups: v.array(v.string()),
  rows: v.array(networkRow),
});
export type NetworkList = v.InferOutput<typeof networkList>;

export const subnetRow = v.object({
  id: v.string(),
  name: v.string(),
  addresses: v.string(),
  ranges,
  /** `47`, or words where it is not readable. */
  free: v.string(),
  securityGroup: v.string(),
  routeTable: v.string(),
  wayOut: v.string(),
  verdict: v.nullable(verdictCell),
  unfit: v.nullable(v.string()),
  /** The whole row as a sentence for a screen reader. */
  spoken: v.string(),
});
export type SubnetRow = v.InferOutput<typeof subnetRow>;

export const subnetList = v.object({
  state: listState,
  networkName: v.nullable(v.string()),
  rows: v.array(subnetRow),
});
export type SubnetList = v.InferOutput<typeof subnetList>;
