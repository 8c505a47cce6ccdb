import * as v from 'valibot';
import { baselineOfRunSchema } from './baseline';
import {
  deciderSchema,
  directionSchema,
  nodeKindNameSchema,
  packetSchema,
  placeSchema,
  reasonSchema,
  reportHead,
  described,
  outcomeNameSchema,
} from './report-parts';

const blockedPart = v.strictObject({
  protocol: v.string(),
  ports: v.string(),
  to: described(v.nullable(v.string()), 'The far side, where the requirement has several flows.'),
  names: described(v.array(v.string()), 'Hosts, where a firewall goes by name.'),
  percent: described(v.number(), 'Share of the addresses of the far side; 100 where it is all of them.'),
  prefixes: described(
    v.nullable(v.strictObject({ tags: v.array(v.string()), some: v.number(), all: v.number() })),
    'How many prefixes of which service tags; null where it is all of the flow, or no service tag.',
  ),
  percentOfSubnet: described(
    v.number(),
    'Share of the addresses of the subnet; 100 where it is all of them.',
  ),
});

const flow = v.strictObject({
  direction: directionSchema,
  protocol: v.picklist(['TCP', 'UDP', 'Any']),
  ports: v.string(),
  remote: v.string(),
  ranges: described(v.number(), 'Address ranges behind `remote`.'),
  subnet: described(
    v.optional(v.string()),
    'ID of the subnet whose traffic it is, where that is another one.',
  ),
});

const fix = v.strictObject({
  title: described(v.optional(v.string()), 'What it changes, in words, where `steps` can’t state it.'),
  effect: described(
    v.picklist(['none', 'opens', 'costs', 'closes']),
    'The gravest of what it comes to: `costs` makes what is billed by the hour: a NAT gateway, a public address, a private endpoint or DNS zone, `closes` stops traffic.',
  ),
  allow: described(
    v.array(v.picklist(['remove', 'cost'])),
    'What `fix --allow` must include: `remove` if the fix removes or detaches something, `cost` if it creates something that Azure bills.',
  ),
  opens: v.array(flow),
  closes: v.array(flow),
  steps: described(
    v.array(
      v.looseObject({
        do: v.picklist([
          'insert',
          'remove',
          'set',
          'create',
          'attach',
          'detach',
          'delete',
          'admit',
          'dismiss',
          'trust',
          'distrust',
          'link',
          'unlink',
          'appoint',
          'connect',
          'disconnect',
          'addZone',
          'removeZone',
          'register',
          'deregister',
        ]),
      }),
    ),
    'Changes to resources, in order: rules and routes to insert, resources to make and attach.',
  ),
});

export const requirementSchema = v.strictObject({
  id: described(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
  name: v.string(),
  level: v.picklist(['required', 'recommended', 'optional', 'forbidden', 'situational']),
  basis: v.picklist(['documented', 'derived', 'observed']),
  severity: v.picklist(['error', 'warning', 'info']),
  effect: described(
    v.picklist(['refused', 'fails', 'documented']),
    'Without it: `refused` at creation, `fails` at run time, or `documented` only and not seen enforced.',
  ),
  checked: described(v.string(), 'ISO date on which pages and threads were last compared with it.'),
  verdict: outcomeNameSchema,
  explicit: described(v.optional(v.boolean()), 'Of `allowed`: true where a written rule allows it.'),
  because: v.nullable(reasonSchema),
  finding: described(v.boolean(), 'It ends the run with 1.'),
  ignored: described(v.boolean(), 'The files say to ignore it.'),
  subject: v.nullable(
    v.strictObject({
      direction: directionSchema,
      protocol: v.picklist(['TCP', 'UDP', 'Any']),
      ports: v.string(),
      remote: v.string(),
    }),
  ),
  decidedBy: v.nullable(deciderSchema),
  blocked: described(
    v.array(blockedPart),
    'What of the flow fails, with how much of its far side and of the subnet; empty where nothing does.',
  ),
  packet: described(v.nullable(packetSchema), 'One that fails; where all pass, one that passes.'),
  assumptions: v.array(reasonSchema),
  fix: described(
    v.nullable(fix),
    'Tried on a copy by itself: the requirement is fine after it, and nothing is worse.',
  ),
  advice: described(v.string(), 'What to do, in words, also without a `fix`.'),
});

const causeKind = v.picklist([
  'nsg-rule-blocks',
  'nsg-default-blocks',
  'admin-rule-blocks',
  'route-drops',
  'reply-route',
  'no-outbound-access',
  'firewall-blocks',
  'appliance-decides',
  'dns-missing',
  'endpoint-missing',
  'service-firewall',
  'permission-missing',
  'quota-short',
  'policy-denies',
  'lock',
  'subnet-unfit',
  'addresses-short',
  'not-readable',
]);

const component = v.strictObject({
  kind: causeKind,
  key: described(v.string(), 'Its `key` among the causes.'),
  text: v.string(),
});

const cause = v.strictObject({
  kind: described(causeKind, 'What decides: a code that never changes.'),
  key: described(v.string(), 'The same for the same component in every run.'),
  title: v.string(),
  status: described(
    v.picklist(['fails', 'to-confirm']),
    '`to-confirm` where nothing certainly fails, but an appliance decides, or something wasn’t read.',
  ),
  severity: described(v.picklist(['error', 'warning', 'info']), 'Of its most severe requirement.'),
  flows: described(v.array(v.string()), 'IDs of its requirements, the most severe first.'),
  alsoBlockedBy: described(
    v.array(v.strictObject({ flow: v.string(), by: v.array(component) })),
    'Of flows that several components decide over: which decide next, in the order of the path.',
  ),
  blockedEarlier: described(
    v.array(v.strictObject({ by: component, flows: v.array(v.string()) })),
    'Flows that depend on it too. They are among the `flows` of the cause that blocks them first.',
  ),
  at: placeSchema,
  decidedBy: v.nullable(deciderSchema),
  because: described(v.nullable(reasonSchema), 'Why, where no rule or route decides.'),
  packet: described(v.nullable(packetSchema), 'An example packet of its most severe flow.'),
  action: v.strictObject({
    kind: described(
      v.picklist(['fix', 'confirm', 'manual']),
      '`fix`: a tested fix is available. `confirm`: confirm it with the owner of the appliance or the network. `manual`: change it manually.',
    ),
    text: v.string(),
    fix: described(v.nullable(fix), 'For all of its requirements that can be fixed together.'),
  }),
});

const subnet = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  compute: v.strictObject({
    name: described(v.nullable(v.string()), 'Of a compute that the files hold.'),
    kind: nodeKindNameSchema,
    publicIp: described(v.nullable(v.boolean()), 'Null where nobody said it.'),
  }),
  ready: described(v.boolean(), 'Nothing is open and, but for DNS, nothing is unknown at severity error.'),
  dnsChecked: described(v.boolean(), 'False where what DNS answers isn’t known, which `ready` leaves out.'),
  onlyIf: described(
    v.array(reasonSchema),
    'Of a ready one: what it is ready under; empty where it is for every plan.',
  ),
  counts: v.strictObject({
    toFix: v.number(),
    unknown: v.number(),
    advised: v.number(),
    met: v.number(),
    onlyByDefault: v.number(),
    notes: v.number(),
    notNeeded: v.number(),
  }),
  assumed: described(
    v.array(reasonSchema),
    'What the files and the command line leave open, and what the results rest on, also where all pass.',
  ),
  fixAll: described(
    v.nullable(fix),
    'Every fix in one, tried as a whole; null where they do not go together.',
  ),
  causes: described(
    v.array(cause),
    'What fails or isn’t known, by what decides: each requirement in one. What files ignore is left out.',
  ),
  requirements: v.array(requirementSchema),
});

const entry = v.strictObject({
  kind: v.picklist(['rule', 'route', 'role', 'compute', 'network']),
  name: v.string(),
  resource: described(
    v.string(),
    'ID of the security group, route table, role definition, compute resource, or network.',
  ),
  index: described(v.number(), 'Place in its list, from 0.'),
  place: placeSchema,
});

const finding = v.strictObject({
  id: described(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
  name: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  refines: described(v.nullable(v.string()), 'A requirement whose verdict tells of the first of these.'),
  finding: described(v.boolean(), 'It ends the run with 1.'),
  because: reasonSchema,
  at: entry,
  assumptions: v.array(reasonSchema),
  beside: described(
    v.array(entry),
    'Other rules or routes that it stands on: those that decide before it, for one.',
  ),
  fix: described(
    v.nullable(fix),
    'Tried on a copy by itself: it is gone, no other one comes, no verdict is worse.',
  ),
  advice: described(v.string(), 'What to do, in words, also without a `fix`.'),
});

const missingModule = v.strictObject({
  name: described(v.string(), 'As the file names it.'),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: described(v.string(), 'Why, and what to do.'),
});

const readError = v.strictObject({
  file: v.string(),
  line: described(v.nullable(v.number()), 'Null where the whole file is meant.'),
  column: v.nullable(v.number()),
  because: described(v.string(), 'Why, and what to do.'),
});

const uncheckedCompute = v.strictObject({
  name: v.string(),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: v.string(),
});

/** Parameter files that a template was read with. */
export const parameterFileSchema = v.strictObject({
  template: v.string(),
  used: described(v.nullable(v.string()), 'Null where the template was read with its default values.'),
  candidates: described(v.array(v.string()), 'All that belong to the template.'),
  isGiven: described(v.boolean(), 'The command line names it, or asks for default values.'),
  isWhole: described(v.boolean(), 'False where the project is too large to look through for others.'),
});

export const summarySchema = v.strictObject({
  filesRead: v.number(),
  notReadable: described(v.array(v.string()), 'Files that could not be read, or not whole.'),
  readErrors: described(v.array(readError), 'What could not be read or evaluated, and where it is.'),
  missingModules: described(v.array(missingModule), 'What these would deploy was not checked.'),
  uncheckedComputes: described(
    v.array(uncheckedCompute),
    'Compute resources that certainly use no subnet of the files, and why. They count for nothing.',
  ),
  parameterFiles: described(v.array(parameterFileSchema), 'Of templates that have any.'),
  compiledTemplates: described(
    v.array(v.string()),
    'Templates that are not checked once more: the Bicep file that they were compiled from is in the same folder.',
  ),
  computesElsewhere: described(v.number(), 'Compute resources whose subnet no file declares.'),
  subnetsChecked: v.number(),
  subnetsNotChecked: described(v.number(), 'Subnets beyond the limits of one run; each counts as unknown.'),
  notCheckedBecause: described(v.array(v.string()), 'Why they were not checked, and what to do.'),
  sharingSubnets: described(
    v.array(v.string()),
    'Subnets that were not checked: no compute resource uses them, and they only share an NSG with a used one.',
  ),
  errors: described(v.number(), 'Causes and findings of severity error, each once.'),
  warnings: v.number(),
  unknown: described(v.number(), 'Causes that are to be confirmed, and what wasn’t checked.'),
  infos: v.number(),
  flows: described(
    v.strictObject({
      errors: v.number(),
      warnings: v.number(),
      unknown: v.number(),
      infos: v.number(),
    }),
    'Flows that these causes decide over, each once.',
  ),
});

/** Output of `aml-secure-compute check --format json`. */
export const checkReportSchema = described(
  v.strictObject({
    ...reportHead,
    summary: summarySchema,
    subnets: described(v.array(subnet), 'One for each subnet and compute.'),
    findings: described(
      v.array(finding),
      'What the security groups and route tables of these subnets have, rule by rule, each once.',
    ),
    baseline: described(
      v.optional(baselineOfRunSchema),
      'What the run found of the baseline. Missing where none was given.',
    ),
    notChecked: described(
      v.optional(v.array(v.string())),
      'Subnets that were not checked, since there are more than one run checks, or the files aren’t read whole: their results are unknown. Missing where all were checked.',
    ),
  }),
  'What `aml-secure-compute check --format json` prints.',
);
export type CheckReport = v.InferOutput<typeof checkReportSchema>;
