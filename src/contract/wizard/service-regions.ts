import * as v from 'valibot';

/** Services whose regions the person can choose where Azure didn't give them. */
const serviceName = v.picklist(['storage', 'registry', 'key-vault', 'datastores', 'aml-registries']);

const location = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,60}$/));

/** A service and a region that was chosen for it, as they are kept. A service may be in several. */
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
  /** Null where none is chosen. */
  region: v.nullable(v.string()),
  /** What holds until one is chosen: the first choice of the list. */
  none: v.string(),
});

/** The rows of what was not read, each with the region that was chosen for it. */
export const regionsViewSchema = v.object({
  /** Every region of the cloud. */
  options: v.array(v.object({ id: v.string(), label: v.string() })),
  rows: v.array(regionRow),
  /** Rows that are shown once the person asks for them: nobody can read them, and few plans need them. */
  more: v.array(regionRow),
});
export type RegionsView = v.InferOutput<typeof regionsViewSchema>;
export type RegionRow = RegionsView['rows'][number];
