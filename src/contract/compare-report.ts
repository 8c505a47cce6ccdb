import * as v from 'valibot';
import { parameterFileSchema } from './check-report';
import {
  deciderSchema,
  directionSchema,
  nodeKindNameSchema,
  packetSchema,
  reasonSchema,
  reportHead,
  described,
  outcomeNameSchema,
} from './report-parts';

/** Packets with the same disposition. */
const packets = {
  direction: directionSchema,
  packet: described(packetSchema, 'Example packet.'),
  host: described(
    v.nullable(v.string()),
    'Host name of the destination, if a firewall filters by name. `*`: every host that isn’t in a rule.',
  ),
  parts: described(
    v.array(
      v.strictObject({
        protocol: v.string(),
        ports: v.string(),
        ranges: described(v.number(), 'Remote address ranges.'),
        hosts: described(v.array(v.string()), 'Hosts. Empty for all hosts.'),
      }),
    ),
    'Parts of the flow.',
  ),
};

const change = v.strictObject({
  ...packets,
  certain: described(v.boolean(), 'False if the result of one state isn’t known.'),
  decidedBy: described(
    v.nullable(deciderSchema),
    'Rule or route that allows or blocks them in the later state.',
  ),
});

const end = v.strictObject({
  is: v.picklist(['passes', 'forwarded', 'unknown']),
  because: described(v.nullable(reasonSchema), 'Reason for `unknown`.'),
  decidedBy: described(
    v.nullable(deciderSchema),
    'For `forwarded`: the route to another network or appliance.',
  ),
});

const unknown = v.strictObject({
  ...packets,
  changes: described(v.boolean(), 'True if the result was known before, or the next hop differs.'),
  before: end,
  after: end,
});

const outcome = v.strictObject({
  outcome: outcomeNameSchema,
  explicit: described(
    v.optional(v.boolean()),
    'For `allowed`: true if a rule of the file or network allows it, and not a default rule.',
  ),
  because: v.nullable(reasonSchema),
  decidedBy: v.nullable(deciderSchema),
});

const side = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  prefixes: described(v.array(v.string()), 'Empty if they aren’t known.'),
});

const subnet = v.strictObject({
  before: side,
  after: side,
  compute: described(
    v.strictObject({
      kind: nodeKindNameSchema,
      publicIp: described(v.nullable(v.boolean()), 'Null if neither files nor options state it.'),
    }),
    'Plan that both states are checked for.',
  ),
  same: described(v.boolean(), 'True if nothing differs.'),
  sharedAddresses: described(
    v.picklist(['all', 'some', 'none', 'unknown']),
    'Addresses that the subnet has in both states. Only their flows are compared.',
  ),
  opens: described(v.array(change), 'Flows that were blocked before and are allowed now.'),
  closes: described(v.array(change), 'Flows that were allowed before and are blocked now.'),
  unknown: described(v.array(unknown), 'Flows whose result is unknown in one or both states.'),
  outcomes: described(
    v.array(
      v.strictObject({
        id: described(v.string(), 'Never changes. Its page is docs/checks/<id>.md.'),
        name: v.string(),
        before: outcome,
        after: outcome,
      }),
    ),
    'Requirements whose result differs.',
  ),
  assumed: described(v.array(reasonSchema), 'Assumptions: values that neither files nor options state.'),
});

/** Output of `aml-secure-compute compare A B --format json`. */
export const compareReportSchema = described(
  v.strictObject({
    ...reportHead,
    before: described(v.string(), 'The file with the earlier state.'),
    after: described(v.string(), 'The file with the later state.'),
    parameterFiles: described(v.array(parameterFileSchema), 'Parameter files of both states.'),
    same: described(v.boolean(), 'True if nothing differs. The exit code is then 0.'),
    subnets: described(v.array(subnet), 'One for each pair of subnets and each compute resource.'),
  }),
  'Output of `aml-secure-compute compare A B --format json`.',
);
export type CompareReport = v.InferOutput<typeof compareReportSchema>;
