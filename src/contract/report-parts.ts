import * as v from 'valibot';
import { nodeKinds } from '../core/compute-kinds';

/** Adds a description to a schema, for the JSON schema. */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

export const reasonSchema = described(
  v.strictObject({ key: v.string(), text: v.string() }),
  'A sentence. Its key never changes. Its text is in the language of LANG.',
);

export const placeSchema = described(
  v.nullable(
    v.strictObject({
      file: v.string(),
      line: v.number(),
      column: v.number(),
      address: described(v.optional(v.string()), 'Terraform’s address of the resource.'),
    }),
  ),
  'Place in a file. Line and column start at 1. Null for default rules of Azure, and for resources outside the files.',
);

export const directionSchema = v.picklist(['Inbound', 'Outbound']);

export const deciderSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rule'),
    name: v.string(),
    priority: described(v.nullable(v.number()), 'Null if it isn’t known.'),
    direction: directionSchema,
    default: described(v.boolean(), 'True for a default rule of Azure.'),
    group: described(
      v.string(),
      'ID of the network security group. For a security admin rule, ID of its configuration.',
    ),
    level: v.picklist(['subnet', 'network-interface', 'network-manager']),
    place: placeSchema,
  }),
  v.strictObject({
    kind: v.literal('firewall-rule'),
    name: described(v.string(), 'Empty if no rule matches and the firewall denies by default.'),
    collection: v.string(),
    default: described(v.boolean(), 'True if no rule matches.'),
    firewall: v.string(),
    writtenIn: described(v.string(), 'Rule collection group that contains the rule, or the firewall.'),
    place: placeSchema,
  }),
  v.strictObject({
    kind: v.literal('route'),
    name: v.string(),
    destination: v.string(),
    nextHop: v.string(),
    nextHopAddress: v.nullable(v.string()),
    table: v.nullable(v.string()),
    place: placeSchema,
  }),
]);

export const packetSchema = v.strictObject({
  protocol: v.string(),
  source: v.string(),
  sourcePort: v.nullable(v.number()),
  destination: v.string(),
  host: described(
    v.optional(v.string()),
    'Host name of the destination, if no address is known. `destination` is then an address reserved for documentation.',
  ),
  destinationPort: v.nullable(v.number()),
});

export const reportHead = {
  version: described(v.literal(1), 'Increases when a change breaks programs that read the report.'),
  profile: v.picklist(['current', '2020-12']),
  cloud: v.picklist(['public', 'usgov', 'china']),
  serviceTags: v.strictObject({
    date: described(v.string(), 'ISO date of the list. Empty if its file doesn’t state it.'),
    changeNumber: v.string(),
    isOld: described(v.boolean(), 'True if the list is more than 60 days old.'),
  }),
};

export const outcomeNameSchema = v.picklist([
  'allowed',
  'partly-blocked',
  'blocked',
  'no-outbound-access',
  'reply-lost',
  'forwarded',
  'unknown',
  'passed',
  'failed',
  'not-applicable',
  'note',
]);

export const nodeKindNameSchema = v.nullable(v.picklist(nodeKinds));
