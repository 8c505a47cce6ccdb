import * as v from 'valibot';
import { parameterFile } from './check-report';
import {
  decider,
  direction,
  nodeKindName,
  packet,
  reason,
  reportHead,
  told,
  verdictName,
} from './report-parts';

/** Packets that fare alike. */
const packets = {
  direction,
  packet: told(packet, 'One of them.'),
  host: told(
    v.nullable(v.string()),
    'The host that it is sent to, where a firewall goes by name: `*` is every host that no rule names.',
  ),
  parts: told(
    v.array(
      v.strictObject({
        protocol: v.string(),
        ports: v.string(),
        ranges: told(v.number(), 'Address ranges on the far side.'),
        hosts: told(v.array(v.string()), 'Hosts that it is about; empty where it is about all.'),
      }),
    ),
    'All of them.',
  ),
};

const change = v.strictObject({
  ...packets,
  certain: told(v.boolean(), 'False where one of the two ends is not known.'),
  decidedBy: told(v.nullable(decider), 'What lets them through, or stops them, in the later state.'),
});

const end = v.strictObject({
  is: v.picklist(['passes', 'handed-on', 'undecided']),
  because: told(v.nullable(reason), 'Of `undecided`.'),
  decidedBy: told(v.nullable(decider), 'Of `handed-on`: the route that leads to somebody else.'),
});

const unknown = v.strictObject({
  ...packets,
  changes: told(v.boolean(), 'True where it was known, or leads elsewhere than it did.'),
  before: end,
  after: end,
});

const verdict = v.strictObject({
  verdict: verdictName,
  explicit: told(v.optional(v.boolean()), 'Of `allowed`: true where a written rule allows it.'),
  because: v.nullable(reason),
  decidedBy: v.nullable(decider),
});

const side = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  prefixes: told(v.array(v.string()), 'Empty where they are not known.'),
});

const subnet = v.strictObject({
  before: side,
  after: side,
  compute: told(
    v.strictObject({
      kind: nodeKindName,
      publicIp: told(v.nullable(v.boolean()), 'Null where nobody said it.'),
    }),
    'What both states are judged for.',
  ),
  same: told(v.boolean(), 'Nothing differs.'),
  sharedAddresses: told(
    v.picklist(['all', 'some', 'none', 'unknown']),
    'Flows are compared of the addresses that the subnet has in both states.',
  ),
  opens: told(v.array(change), 'What failed before and does no longer.'),
  closes: told(v.array(change), 'What fails now and did not.'),
  unknown: told(v.array(unknown), 'What may pass in both states, and is not known to in one of them.'),
  verdicts: told(
    v.array(
      v.strictObject({
        id: told(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
        name: v.string(),
        before: verdict,
        after: verdict,
      }),
    ),
    'Requirements with another verdict.',
  ),
  assumed: told(v.array(reason), 'What neither the files nor the command line say.'),
});

/** What `aml-secure-compute compare A B --format json` prints. */
export const compareReport = told(
  v.strictObject({
    ...reportHead,
    before: told(v.string(), 'The file with the earlier state.'),
    after: told(v.string(), 'The file with the later state.'),
    parameterFiles: told(v.array(parameterFile), 'Of both files, where they have any.'),
    same: told(v.boolean(), 'Nothing differs: the run ends with 0.'),
    subnets: told(v.array(subnet), 'One for each pair of subnets and each compute.'),
  }),
  'What `aml-secure-compute compare A B --format json` prints.',
);
export type CompareReport = v.InferOutput<typeof compareReport>;
