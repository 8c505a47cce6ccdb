import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(200));

/** The user's choices for a proposed network; null means the proposed value. */
export const networkOptionsSchema = v.object({
  name: v.nullable(text),
  resourceGroup: v.nullable(text),
  addressSpace: v.nullable(text),
  subnetName: v.nullable(text),
  subnetPrefix: v.nullable(text),
  /** True to include a private endpoint of the workspace, which Azure bills. */
  privateEndpoint: v.optional(v.boolean(), false),
});

const networkField = v.picklist(['name', 'resourceGroup', 'addressSpace', 'subnetName', 'subnetPrefix']);

/** One field as typed (empty restores the proposed value), or whether to include a private endpoint. */
export const networkFieldChangeSchema = v.union([
  v.object({ field: networkField, text }),
  v.object({ privateEndpoint: v.boolean() }),
]);

/** A network that the generated files create. */
export const newNetworkViewSchema = v.object({
  fields: v.array(
    v.object({
      field: networkField,
      label: v.string(),
      value: v.string(),
      /** Text under the field; can be empty. */
      under: v.string(),
      is: v.picklist(['fine', 'warning', 'error']),
    }),
  ),
  region: v.string(),
  /** A private endpoint of the workspace; null if the network doesn't need one, or can't have one. */
  privateEndpoint: v.nullable(
    v.object({
      label: v.string(),
      chosen: v.boolean(),
      choices: v.array(
        v.object({ value: v.picklist(['none', 'endpoint']), label: v.string(), line: v.string() }),
      ),
    }),
  ),
  /** The resources to create, then the rules of each direction; empty while a field is invalid. */
  tables: v.array(
    v.object({
      title: v.string(),
      columns: v.array(v.string()),
      rows: v.array(v.array(v.string())),
    }),
  ),
});
export type NewNetworkView = v.InferOutput<typeof newNetworkViewSchema>;
