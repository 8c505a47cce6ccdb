import * as v from 'valibot';
import { actionSchema } from './shared-schemas';

const text = v.pipe(v.string(), v.maxLength(200));

/** How the network is connected with a private workspace. */
const connection = v.picklist(['none', 'endpoint', 'peering']);

/** The user's choices for a proposed network; null means the proposed value. */
export const networkOptionsSchema = v.pipe(
  v.object({
    name: v.nullable(text),
    resourceGroup: v.nullable(text),
    addressSpace: v.nullable(text),
    subnetName: v.nullable(text),
    subnetPrefix: v.nullable(text),
    connection: v.optional(connection),
    /** Stored by earlier versions, which only had the endpoint. */
    privateEndpoint: v.optional(v.boolean(), false),
  }),
  v.transform(({ privateEndpoint, connection: chosen, ...fields }) => ({
    ...fields,
    connection: chosen ?? (privateEndpoint ? ('endpoint' as const) : ('none' as const)),
  })),
);

const networkField = v.picklist(['name', 'resourceGroup', 'addressSpace', 'subnetName', 'subnetPrefix']);

/** One field as typed (empty restores the proposed value), or the connection with the workspace. */
export const networkFieldChangeSchema = v.union([
  v.object({ field: networkField, text }),
  v.object({ connection }),
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
  /** Ways to connect the network with the workspace; null if it doesn't need any. */
  connection: v.nullable(
    v.object({
      label: v.string(),
      chosen: connection,
      choices: v.array(
        v.object({
          value: connection,
          label: v.string(),
          line: v.string(),
          available: v.boolean(),
          /** Copies the request to the owner of the other network; null if there is nothing to request. */
          help: v.nullable(actionSchema),
        }),
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
