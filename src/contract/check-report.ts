import * as v from 'valibot';
import {
  decider,
  direction,
  nodeKindName,
  packet,
  place,
  reason,
  reportHead,
  told,
  verdictName,
} from './report-parts';

const blockedPart = v.strictObject({
  protocol: v.string(),
  ports: v.string(),
  to: told(v.nullable(v.string()), 'The far side, where the requirement has several flows.'),
  names: told(v.array(v.string()), 'Hosts, where a firewall goes by name.'),
  percent: told(v.number(), 'Share of the addresses of the far side; 100 where it is all of them.'),
  prefixes: told(
    v.nullable(v.strictObject({ tags: v.array(v.string()), some: v.number(), all: v.number() })),
    'How many prefixes of which service tags; null where it is all of the flow, or no service tag.',
  ),
  percentOfSubnet: told(v.number(), 'Share of the addresses of the subnet; 100 where it is all of them.'),
});

const flow = v.strictObject({
  direction,
  protocol: v.picklist(['TCP', 'UDP', 'Any']),
  ports: v.string(),
  remote: v.string(),
  ranges: told(v.number(), 'Address ranges behind `remote`.'),
  subnet: told(v.optional(v.string()), 'ID of the subnet whose traffic it is, where that is another one.'),
});

const fix = v.strictObject({
  title: told(v.optional(v.string()), 'What it changes, in words, where `steps` can’t state it.'),
  effect: told(
    v.picklist(['none', 'opens', 'costs', 'closes']),
    'The gravest of what it comes to: `costs` makes what is billed by the hour: a NAT gateway, a public address, a private endpoint or DNS zone, `closes` stops traffic.',
  ),
  allow: told(
    v.array(v.picklist(['remove', 'cost'])),
    'What `fix --allow` must name before this is made: `remove` removes or detaches something, `cost` creates something that Azure bills.',
  ),
  opens: v.array(flow),
  closes: v.array(flow),
  steps: told(
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

export const requirement = v.strictObject({
  id: told(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
  name: v.string(),
  level: v.picklist(['required', 'recommended', 'optional', 'forbidden', 'situational']),
  basis: v.picklist(['documented', 'derived', 'observed']),
  severity: v.picklist(['error', 'warning', 'info']),
  effect: told(
    v.picklist(['refused', 'fails', 'documented']),
    'Without it: `refused` at creation, `fails` at run time, or `documented` only and not seen enforced.',
  ),
  checked: told(v.string(), 'ISO date on which pages and threads were last compared with it.'),
  verdict: verdictName,
  explicit: told(v.optional(v.boolean()), 'Of `allowed`: true where a written rule allows it.'),
  because: v.nullable(reason),
  finding: told(v.boolean(), 'It ends the run with 1.'),
  ignored: told(v.boolean(), 'The files say to ignore it.'),
  subject: v.nullable(
    v.strictObject({
      direction,
      protocol: v.picklist(['TCP', 'UDP', 'Any']),
      ports: v.string(),
      remote: v.string(),
    }),
  ),
  decidedBy: v.nullable(decider),
  blocked: told(
    v.array(blockedPart),
    'What of the flow fails, with how much of its far side and of the subnet; empty where nothing does.',
  ),
  packet: told(v.nullable(packet), 'One that fails; where all pass, one that passes.'),
  assumptions: v.array(reason),
  fix: told(
    v.nullable(fix),
    'Tried on a copy by itself: the requirement is fine after it, and nothing is worse.',
  ),
  advice: told(v.string(), 'What to do, in words, also without a `fix`.'),
});

const subnet = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  compute: v.strictObject({
    name: told(v.nullable(v.string()), 'Of a compute that the files hold.'),
    kind: nodeKindName,
    publicIp: told(v.nullable(v.boolean()), 'Null where nobody said it.'),
  }),
  ready: told(v.boolean(), 'Nothing is open and, but for DNS, nothing is unknown at severity error.'),
  dnsChecked: told(v.boolean(), 'False where what DNS answers isn’t known, which `ready` leaves out.'),
  onlyIf: told(v.array(reason), 'Of a ready one: what it is ready under; empty where it is for every plan.'),
  counts: v.strictObject({
    toFix: v.number(),
    unknown: v.number(),
    advised: v.number(),
    met: v.number(),
    onlyByDefault: v.number(),
    notes: v.number(),
    notNeeded: v.number(),
  }),
  assumed: told(
    v.array(reason),
    'What the files and the command line leave open, and what the results rest on, also where all pass.',
  ),
  fixAll: told(v.nullable(fix), 'Every fix in one, tried as a whole; null where they do not go together.'),
  requirements: v.array(requirement),
});

const entry = v.strictObject({
  kind: v.picklist(['rule', 'route', 'role', 'compute', 'network']),
  name: v.string(),
  resource: told(
    v.string(),
    'ID of the security group, route table, role definition, compute resource, or network.',
  ),
  index: told(v.number(), 'Place in its list, from 0.'),
  place,
});

const finding = v.strictObject({
  id: told(v.string(), 'Permanent; its page is docs/checks/<id>.md.'),
  name: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  refines: told(v.nullable(v.string()), 'A requirement whose verdict tells of the first of these.'),
  finding: told(v.boolean(), 'It ends the run with 1.'),
  because: reason,
  at: entry,
  assumptions: v.array(reason),
  beside: told(
    v.array(entry),
    'Other rules or routes that it stands on: those that decide before it, for one.',
  ),
  fix: told(
    v.nullable(fix),
    'Tried on a copy by itself: it is gone, no other one comes, no verdict is worse.',
  ),
  advice: told(v.string(), 'What to do, in words, also without a `fix`.'),
});

const missingModule = v.strictObject({
  name: told(v.string(), 'As the file names it.'),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: told(v.string(), 'Why, and what to do.'),
});

const readError = v.strictObject({
  file: v.string(),
  line: told(v.nullable(v.number()), 'Null where the whole file is meant.'),
  column: v.nullable(v.number()),
  because: told(v.string(), 'Why, and what to do.'),
});

const uncheckedCompute = v.strictObject({
  name: v.string(),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: v.string(),
});

/** With which parameter values a template was read. */
export const parameterFile = v.strictObject({
  template: v.string(),
  used: told(v.nullable(v.string()), 'Null where the template was read with its default values.'),
  candidates: told(v.array(v.string()), 'All that belong to the template.'),
  isGiven: told(v.boolean(), 'The command line names it, or asks for default values.'),
  isWhole: told(v.boolean(), 'False where the project is too large to look through for others.'),
});

export const summary = v.strictObject({
  filesRead: v.number(),
  notReadable: told(v.array(v.string()), 'Files that could not be read, or not whole.'),
  readErrors: told(v.array(readError), 'What could not be read or evaluated, and where it is.'),
  missingModules: told(v.array(missingModule), 'What these would deploy was not checked.'),
  uncheckedComputes: told(
    v.array(uncheckedCompute),
    'Compute resources that certainly use no subnet of the files, and why. They count for nothing.',
  ),
  parameterFiles: told(v.array(parameterFile), 'Of templates that have any.'),
  compiledTemplates: told(
    v.array(v.string()),
    'Templates that are not checked once more: the Bicep file that they were compiled from is in the same folder.',
  ),
  computesElsewhere: told(v.number(), 'Compute resources whose subnet no file declares.'),
  subnetsChecked: v.number(),
  subnetsNotChecked: told(v.number(), 'Subnets beyond the limits of one run; each counts as unknown.'),
  notCheckedBecause: told(v.array(v.string()), 'Why they were not checked, and what to do.'),
  sharingSubnets: told(
    v.array(v.string()),
    'Subnets that were not checked: no compute resource uses them, and they only share an NSG with a used one.',
  ),
  errors: v.number(),
  warnings: v.number(),
  unknown: told(v.number(), 'Requirements that are unknown, whatever their severity.'),
});

/** What `aml-secure-compute check --format json` prints. */
export const checkReport = told(
  v.strictObject({
    ...reportHead,
    summary,
    subnets: told(v.array(subnet), 'One for each subnet and compute.'),
    findings: told(
      v.array(finding),
      'What the security groups and route tables of these subnets have, rule by rule, each once.',
    ),
    notChecked: told(
      v.optional(v.array(v.string())),
      'Subnets that were not checked, since there are more than one run checks, or the files aren’t read whole: their results are unknown. Missing where all were checked.',
    ),
  }),
  'What `aml-secure-compute check --format json` prints.',
);
export type CheckReport = v.InferOutput<typeof checkReport>;
