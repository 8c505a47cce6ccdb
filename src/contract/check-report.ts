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
  to: described(
    v.nullable(v.string()),
    'Destination or source of the flow, if the requirement has several flows.',
  ),
  names: described(v.array(v.string()), 'Hosts, if a firewall filters by name.'),
  percent: described(v.number(), 'Share of the remote addresses, in percent. 100: all of them.'),
  prefixes: described(
    v.nullable(v.strictObject({ tags: v.array(v.string()), some: v.number(), all: v.number() })),
    'Number of prefixes for each service tag. Null if the whole flow is blocked, or the flow doesn’t have a service tag.',
  ),
  percentOfSubnet: described(v.number(), 'Share of the subnet’s addresses, in percent. 100: all of them.'),
});

const flow = v.strictObject({
  direction: directionSchema,
  protocol: v.picklist(['TCP', 'UDP', 'ICMP', 'Any']),
  ports: v.string(),
  remote: v.string(),
  ranges: described(v.number(), 'Address ranges behind `remote`.'),
  subnet: described(
    v.optional(v.string()),
    'ID of the subnet that sends or receives the traffic, if it’s another one.',
  ),
});

const changedPart = v.nullable(v.looseObject({}));

const fix = v.strictObject({
  title: described(v.optional(v.string()), 'Description of the change, if `changes` can’t express it.'),
  effect: described(
    v.picklist(['none', 'opens', 'costs', 'closes']),
    'Most severe side effect. `costs`: creates something that Azure bills, such as a NAT gateway or a private endpoint. `closes`: blocks traffic.',
  ),
  allow: described(
    v.array(v.picklist(['remove', 'cost'])),
    'What `fix --allow` must include: `remove` if the fix removes or dissociates something, `cost` if it creates something that Azure bills.',
  ),
  opens: v.array(flow),
  closes: v.array(flow),
  changes: described(
    v.array(
      v.strictObject({
        type: described(
          v.string(),
          'The part that changes, such as `rule`, `route`, `subnet`, or `endpoint`.',
        ),
        id: described(
          v.string(),
          'The resource to write. For a rule or a route, its NSG or its route table.',
        ),
        before: described(changedPart, 'State before, as far as it changes. Null if it’s created.'),
        after: described(changedPart, 'State after. Null if it’s deleted.'),
      }),
    ),
    'Changes of parts of resources, in order.',
  ),
});

export const requirementSchema = v.strictObject({
  id: described(v.string(), 'Never changes. Its page is docs/checks/<id>.md.'),
  name: v.string(),
  level: v.picklist(['required', 'recommended', 'optional', 'forbidden', 'situational']),
  basis: v.picklist(['documented', 'derived', 'observed']),
  severity: v.picklist(['error', 'warning', 'info']),
  effect: described(
    v.picklist(['refused', 'fails', 'documented']),
    'Result if it isn’t met. `refused`: creation fails. `fails`: jobs or services fail later. `documented`: documented, but not known to be enforced.',
  ),
  checked: described(
    v.string(),
    'ISO date of the last comparison with Microsoft’s pages and with user reports.',
  ),
  outcome: outcomeNameSchema,
  explicit: described(
    v.optional(v.boolean()),
    'For `allowed`: true if a rule of the file or network allows it, and not a default rule.',
  ),
  because: v.nullable(reasonSchema),
  finding: described(v.boolean(), 'True if it makes the exit code 1.'),
  ignored: described(v.boolean(), 'True if a comment or setting suppresses it.'),
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
    'Parts of the flow that fail, with the share of remote and subnet addresses. Empty if nothing fails.',
  ),
  packet: described(v.nullable(packetSchema), 'Example packet that fails. If all pass, one that passes.'),
  assumptions: v.array(reasonSchema),
  fix: described(
    v.nullable(fix),
    'Fix, tested by itself on a copy: the requirement passes afterward, and no other result gets worse.',
  ),
  advice: described(v.string(), 'Advice, also without a `fix`.'),
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
  key: described(v.string(), '`key` of its cause.'),
  text: v.string(),
});

const cause = v.strictObject({
  kind: described(causeKind, 'Kind of component that decides. Never changes.'),
  key: described(v.string(), 'Identifies the component in every run.'),
  title: v.string(),
  status: described(
    v.picklist(['fails', 'to-confirm']),
    '`to-confirm`: nothing is known to fail, but an appliance decides, or something wasn’t read.',
  ),
  severity: described(v.picklist(['error', 'warning', 'info']), 'Severity of its most severe requirement.'),
  flows: described(v.array(v.string()), 'IDs of its requirements, the most severe first.'),
  alsoBlockedBy: described(
    v.array(v.strictObject({ flow: v.string(), by: v.array(component) })),
    'Components that also block some of the flows, in the order of the path.',
  ),
  blockedEarlier: described(
    v.array(v.strictObject({ by: component, flows: v.array(v.string()) })),
    'Flows that this cause blocks too. They’re in the `flows` of the cause that blocks them first.',
  ),
  at: placeSchema,
  decidedBy: v.nullable(deciderSchema),
  because: described(v.nullable(reasonSchema), 'Reason, if no rule or route decides.'),
  packet: described(v.nullable(packetSchema), 'An example packet of its most severe flow.'),
  action: v.strictObject({
    kind: described(
      v.picklist(['fix', 'confirm', 'manual']),
      '`fix`: a tested fix is available. `confirm`: confirm it with the owner of the appliance or the network. `manual`: change it manually.',
    ),
    text: v.string(),
    fix: described(v.nullable(fix), 'Fix for all of its requirements that can be fixed together.'),
  }),
});

const subnet = v.strictObject({
  id: v.string(),
  name: v.string(),
  network: v.string(),
  compute: v.strictObject({
    name: described(v.nullable(v.string()), 'Name of a compute resource in the files.'),
    kind: nodeKindNameSchema,
    publicIp: described(v.nullable(v.boolean()), 'Null if neither files nor options state it.'),
  }),
  ready: described(
    v.boolean(),
    'True if nothing fails and, apart from DNS, nothing of severity error is unknown.',
  ),
  dnsChecked: described(v.boolean(), 'False if DNS answers aren’t known. `ready` doesn’t include them.'),
  onlyIf: described(
    v.array(reasonSchema),
    'Conditions under which the subnet is ready. Empty if it’s ready for every plan.',
  ),
  counts: v.strictObject({
    errors: v.number(),
    unknown: v.number(),
    warnings: v.number(),
    passed: v.number(),
    onlyByDefault: v.number(),
    notes: v.number(),
    notNeeded: v.number(),
  }),
  assumed: described(
    v.array(reasonSchema),
    'Assumptions of the results: values that neither files nor options state.',
  ),
  fixAll: described(
    v.nullable(fix),
    'All fixes together, tested as a whole. Null if they can’t be combined.',
  ),
  causes: described(
    v.array(cause),
    'Causes of what fails or isn’t known. Each requirement is in one cause. Suppressed requirements aren’t included.',
  ),
  requirements: v.array(requirementSchema),
});

const entry = v.strictObject({
  kind: v.picklist(['rule', 'route', 'role', 'compute', 'network']),
  name: v.string(),
  resource: described(
    v.string(),
    'ID of the network security group, route table, role definition, compute resource, or virtual network.',
  ),
  index: described(v.number(), 'Index in its list, from 0.'),
  place: placeSchema,
});

const finding = v.strictObject({
  id: described(v.string(), 'Never changes. Its page is docs/checks/<id>.md.'),
  name: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  refines: described(
    v.nullable(v.string()),
    'ID of a requirement whose result already includes the first of these findings.',
  ),
  finding: described(v.boolean(), 'True if it makes the exit code 1.'),
  because: reasonSchema,
  at: entry,
  assumptions: v.array(reasonSchema),
  beside: described(v.array(entry), 'Related rules or routes, such as those that come before it.'),
  fix: described(
    v.nullable(fix),
    'Fix, tested by itself on a copy: the finding is gone, there’s no new one, and no result gets worse.',
  ),
  advice: described(v.string(), 'Advice, also without a `fix`.'),
});

const missingModule = v.strictObject({
  name: described(v.string(), 'Name in the file.'),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: described(v.string(), 'Reason, and what to do.'),
});

const readError = v.strictObject({
  file: v.string(),
  line: described(v.nullable(v.number()), 'Null for the whole file.'),
  column: v.nullable(v.number()),
  because: described(v.string(), 'Reason, and what to do.'),
});

const uncheckedCompute = v.strictObject({
  name: v.string(),
  place: v.strictObject({ file: v.string(), line: v.number(), column: v.number() }),
  because: v.string(),
});

/** Parameter files that a template was read with. */
export const parameterFileSchema = v.strictObject({
  template: v.string(),
  used: described(v.nullable(v.string()), 'File with parameter values. Null if default values were used.'),
  candidates: described(v.array(v.string()), 'All parameter files of the template.'),
  isGiven: described(v.boolean(), 'True if an option chose it, or chose default values.'),
  isWhole: described(v.boolean(), 'False if the folder is too large to search for other parameter files.'),
});

export const summarySchema = v.strictObject({
  filesRead: v.number(),
  notReadable: described(v.array(v.string()), 'Files that couldn’t be read, or only in part.'),
  withoutResources: described(
    v.array(v.string()),
    'Files that were read and don’t contain an Azure resource, so nothing in them was checked.',
  ),
  readErrors: described(v.array(readError), 'Parts that couldn’t be read or evaluated, with their places.'),
  missingModules: described(
    v.array(missingModule),
    'Modules that weren’t found. Resources of these modules weren’t checked.',
  ),
  uncheckedComputes: described(
    v.array(uncheckedCompute),
    'Compute resources that don’t use a subnet of the files, with the reason. They aren’t checked.',
  ),
  parameterFiles: described(v.array(parameterFileSchema), 'Parameter files of templates that have one.'),
  compiledTemplates: described(
    v.array(v.string()),
    'Compiled templates that aren’t checked again: their Bicep file is in the same folder.',
  ),
  computesElsewhere: described(v.number(), 'Number of compute resources whose subnet isn’t in the files.'),
  subnetsChecked: v.number(),
  subnetsNotChecked: described(
    v.number(),
    'Number of subnets beyond the limits of one run. Each counts as unknown.',
  ),
  notCheckedBecause: described(v.array(v.string()), 'Reason they weren’t checked, and what to do.'),
  sharingSubnets: described(
    v.array(v.string()),
    'Number of subnets that weren’t checked: no compute resource uses them, but they share an NSG with a subnet that one uses.',
  ),
  errors: described(v.number(), 'Number of causes and findings of severity error.'),
  warnings: v.number(),
  unknown: described(v.number(), 'Number of causes to confirm, and of subnets that weren’t checked.'),
  infos: v.number(),
  flows: described(
    v.strictObject({
      errors: v.number(),
      warnings: v.number(),
      unknown: v.number(),
      infos: v.number(),
    }),
    'Number of flows of these causes. Each counts once.',
  ),
});

/** Output of `aml-secure-compute check --format json`. */
export const checkReportSchema = described(
  v.strictObject({
    ...reportHead,
    summary: summarySchema,
    subnets: described(v.array(subnet), 'Results for each subnet and compute resource.'),
    findings: described(
      v.array(finding),
      'Findings in single rules and routes of these subnets. Each is listed once.',
    ),
    baseline: described(
      v.optional(baselineOfRunSchema),
      'Comparison with the baseline. Missing without a baseline.',
    ),
    notChecked: described(
      v.optional(v.array(v.string())),
      'Subnets that weren’t checked, because of the limits of a run, or because a file was read only in part. Their results are unknown. Missing if all were checked.',
    ),
  }),
  'Output of `aml-secure-compute check --format json`.',
);
export type CheckReport = v.InferOutput<typeof checkReportSchema>;
