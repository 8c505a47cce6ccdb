import * as v from 'valibot';
import { nodeKinds } from '../core/compute-kinds';

/** Adds a description to a schema, for the JSON schema. */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

export const reasonSchema = described(
  v.strictObject({ key: v.string(), text: v.string() }),
  'A sentence: its key never changes, its text is in the language of LANG.',
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
  'Where it is written; line and column from 1. Null for Azure’s own rules and for what no file holds.',
);

export const directionSchema = v.picklist(['Inbound', 'Outbound']);

export const deciderSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rule'),
    name: v.string(),
    priority: described(v.nullable(v.number()), 'Null where it is not known.'),
    direction: directionSchema,
    default: described(v.boolean(), 'One of Azure’s own rules.'),
    group: described(
      v.string(),
      'Id of the security group; of a network manager’s rule, of its configuration.',
    ),
    level: v.picklist(['subnet', 'network-card', 'network-manager']),
    place: placeSchema,
  }),
  v.strictObject({
    kind: v.literal('firewall-rule'),
    name: described(v.string(), 'Empty if no rule matches and the firewall denies by default.'),
    collection: v.string(),
    default: described(v.boolean(), 'No rule matches.'),
    firewall: v.string(),
    writtenIn: described(v.string(), 'The group of rule collections that holds it, or the firewall.'),
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
    'The host that is called, where only names are known: `destination` is then an address for documentation.',
  ),
  destinationPort: v.nullable(v.number()),
});

export const reportHead = {
  version: described(v.literal(1), 'Changes where readers would break.'),
  profile: v.picklist(['current', '2020-12']),
  cloud: v.picklist(['public', 'usgov', 'china']),
  serviceTags: v.strictObject({
    date: described(v.string(), 'ISO date of the list; empty where its file does not say it.'),
    changeNumber: v.string(),
    isOld: described(v.boolean(), 'The list is more than 60 days old.'),
  }),
};

export const outcomeNameSchema = v.picklist([
  'allowed',
  'partly-blocked',
  'blocked',
  'no-way-out',
  'reply-lost',
  'handed-on',
  'undecided',
  'met',
  'not-met',
  'not-applicable',
  'note',
]);

export const nodeKindNameSchema = v.nullable(v.picklist(nodeKinds));
