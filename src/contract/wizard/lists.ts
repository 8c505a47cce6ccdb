import * as v from 'valibot';
import { listStateSchema, outcomeCellSchema } from './shared-schemas';

/** First and last IPv4 address of each range, so that the page can filter by address. */
const ranges = v.array(v.tuple([v.number(), v.number()]));

const networkRow = v.object({
  id: v.string(),
  name: v.string(),
  resourceGroup: v.string(),
  region: v.string(),
  addresses: v.string(),
  /** Resource group, region, and addresses in one line, without column titles. */
  more: v.string(),
  ranges,
  subnets: v.number(),
  /** null until the row is visible: then the page requests it (`checkRows`). */
  outcome: v.nullable(outcomeCellSchema),
  /** Why this plan can't use the network; null if it can. */
  unfit: v.nullable(v.string()),
});
export type NetworkRow = v.InferOutput<typeof networkRow>;

/** Rows in display order, unfit rows last. */
export const networkListSchema = v.object({
  state: listStateSchema,
  resourceGroups: v.array(v.string()),
  rows: v.array(networkRow),
});
export type NetworkList = v.InferOutput<typeof networkListSchema>;

export const subnetRowSchema = v.object({
  id: v.string(),
  name: v.string(),
  addresses: v.string(),
  ranges,
  /** `47`, or text if it isn't readable. */
  free: v.string(),
  securityGroup: v.string(),
  routeTable: v.string(),
  outboundAccess: v.string(),
  /** Addresses and what follows in one line, without column titles. */
  more: v.string(),
  outcome: v.nullable(outcomeCellSchema),
  unfit: v.nullable(v.string()),
  /** The whole row as a sentence for a screen reader. */
  spoken: v.string(),
});
export type SubnetRow = v.InferOutput<typeof subnetRowSchema>;

export const subnetListSchema = v.object({
  state: listStateSchema,
  networkName: v.nullable(v.string()),
  rows: v.array(subnetRowSchema),
});
export type SubnetList = v.InferOutput<typeof subnetListSchema>;
