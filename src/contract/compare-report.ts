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
  packet: described(packetSchema, 'One of them.'),
  host: described(
    v.nullable(v.string()),
    'The host that it is sent to, where a firewall goes by name: `*` is every host that no rule names.',
  ),
  parts: described(
    v.array(
      v.strictObject({
        protocol: v.string(),
        ports: v.string(),
        ranges: described(v.number(), 'Address ranges on the far side.'),
        hosts: described(v.array(v.string()), 'Hosts that it is about; empty where it is about all.'),
      }),
    ),
    'All of them.',
  ),
};

const change = v.strictObject({
  ...packets,
  certain: described(v.boolean(), 'False where one of the two ends is not known.'),
  decidedBy: described(
    v.nullable(deciderSchema),
    'What lets them through, or stops them, in the later state.',
  ),
});

const end = v.strictObject({
  is: v.picklist(['passes', 'handed-on', 'undecided']),
  because: described(v.nullable(reasonSchema), 'Of `undecided`.'),
  decidedBy: described(v.nullable(deciderSchema), 'Of `handed-on`: the route that leads to somebody else.'),
});

const unknown = v.strictObject({
  ...packets,
  changes: described(v.boolean(), 'True where it was known, or leads elsewhere than it did.'),
  before: end,
  after: end,
});

const verdict = v.strictObject({
  verdict: outcomeNameSchema,
  explicit: described(v.optional(v.boolean()), 'Of `allowed`: true where a written rule allows it.'),
  because: v.nullable(reasonSchema),
  decidedBy: v.nullable(deciderSchema),
});

const side = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  prefixes: described(v.array(v.string()), 'Empty where they are not known.'),
});

const subnet = v.strictObject({
  before: side,
  after: side,
  compute: described(
    v.strictObject({
      kind: nodeKindNameSchema,
      publicIp: described(v.nullable(v.boolean()), 'Null where nobody said it.'),
    }),
    'What both states are checked for.',
  ),
  same: described(v.boolean(), 'Nothing differs.'),
  sharedAddresses: described(
    v.picklist(['all', 'some', 'none', 'unknown']),
    'Flows are compared of the addresses that the subnet has in both states.',
  ),
  opens: described(v.array(change), 'What failed before and does no longer.'),
  closes: described(v.array(change), 'What fails now and did not.'),
  unknown: described(v.array(unknown), 'What may pass in both states, and is not known to in one of them.'),
  verdicts: described(
    v.array(
      v.strictObject({
        id: described(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
        name: v.string(),
        before: verdict,
        after: verdict,
      }),
    ),
    'Requirements with another verdict.',
  ),
  assumed: described(v.array(reasonSchema), 'What neither the files nor the command line say.'),
});

/** Output of `aml-secure-compute compare A B --format json`. */
export const compareReportSchema = described(
  v.strictObject({
    ...reportHead,
    before: described(v.string(), 'The file with the earlier state.'),
    after: described(v.string(), 'The file with the later state.'),
    parameterFiles: described(v.array(parameterFileSchema), 'Of both files, where they have any.'),
    same: described(v.boolean(), 'Nothing differs: the run ends with 0.'),
    subnets: described(v.array(subnet), 'One for each pair of subnets and each compute.'),
  }),
  'What `aml-secure-compute compare A B --format json` prints.',
);
export type CompareReport = v.InferOutput<typeof compareReportSchema>;
