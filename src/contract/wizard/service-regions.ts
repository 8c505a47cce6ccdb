import * as v from 'valibot';

/** Services whose regions the user can choose if Azure didn't return them. */
const serviceName = v.picklist(['storage', 'registry', 'key-vault', 'datastores', 'aml-registries']);

const location = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,60}$/));

/** A service with a region that was chosen for it, as stored. A service can have several. */
export const chosenRegionsSchema = v.pipe(
  v.array(v.object({ service: serviceName, region: location })),
  v.maxLength(100),
);

export const regionChoiceSchema = v.object({
  service: serviceName,
  regions: v.pipe(v.array(location), v.maxLength(20)),
});

const regionRow = v.object({
  service: serviceName,
  label: v.string(),
  /** null if none is chosen. */
  region: v.nullable(v.string()),
  /** The value until a region is chosen: the list's first choice. */
  none: v.string(),
});

/** Rows of services whose region wasn't read, each with the region that was chosen for it. */
export const regionsViewSchema = v.object({
  /** Every region of the cloud. */
  options: v.array(v.object({ id: v.string(), label: v.string() })),
  rows: v.array(regionRow),
  /** Rows that are shown on demand: their regions can't be read, and few plans need them. */
  more: v.array(regionRow),
});
export type RegionsView = v.InferOutput<typeof regionsViewSchema>;
export type RegionRow = RegionsView['rows'][number];
