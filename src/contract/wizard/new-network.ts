import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(200));

/** What a person decided of a network that does not exist yet; null is what is proposed. */
export const networkOptionsSchema = v.object({
  name: v.nullable(text),
  resourceGroup: v.nullable(text),
  addressSpace: v.nullable(text),
  subnetName: v.nullable(text),
  subnetPrefix: v.nullable(text),
  /** With a private endpoint of the workspace, which Azure bills. */
  privateEndpoint: v.optional(v.boolean(), false),
});

const networkField = v.picklist(['name', 'resourceGroup', 'addressSpace', 'subnetName', 'subnetPrefix']);

/** One field as it was typed, where nothing is what is proposed again; or whether there is a private endpoint. */
export const networkFieldChangeSchema = v.union([
  v.object({ field: networkField, text }),
  v.object({ privateEndpoint: v.boolean() }),
]);

/** A network that the written files make. */
export const newNetworkViewSchema = v.object({
  fields: v.array(
    v.object({
      field: networkField,
      label: v.string(),
      value: v.string(),
      /** Under the field; empty where there is nothing to say. */
      under: v.string(),
      is: v.picklist(['fine', 'warning', 'error']),
    }),
  ),
  region: v.string(),
  /** A private endpoint of the workspace; null where the network needs none, or can't have one. */
  privateEndpoint: v.nullable(
    v.object({
      label: v.string(),
      chosen: v.boolean(),
      choices: v.array(
        v.object({ value: v.picklist(['none', 'endpoint']), label: v.string(), line: v.string() }),
      ),
    }),
  ),
  /** What will be made, then the rules of each direction; empty while a field is at fault. */
  tables: v.array(
    v.object({
      title: v.string(),
      columns: v.array(v.string()),
      rows: v.array(v.array(v.string())),
    }),
  ),
});
export type NewNetworkView = v.InferOutput<typeof newNetworkViewSchema>;
