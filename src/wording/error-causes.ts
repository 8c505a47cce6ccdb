import { containsWord } from '../core/cut-text';
import { isComputeKind } from '../core/compute-kinds';
import { hostNames, isHostOf } from '../requirements/host-names';
import type { FlowTemplate, Requirement } from '../requirements/requirement';
import { requirements } from '../requirements/requirements';
import {
  connectionError,
  knownErrors,
  mountError,
  nodeError,
  unansweredError,
  type CauseId,
  type ErrorSubject,
} from './known-errors';
import { flatText, missingRules, requirementsOfRule } from './missing-rules';
import {
  nodeCodes,
  allocationCause,
  allocationCodes,
  namesFlow,
  quotaCodes,
  refusedPermission,
  statesNameInUse,
} from './azure-error-detail';

/** A possible cause of an error message, of which only the text is known, and the requirements to check. */
export interface ErrorCause {
  /** `flow`: a flow that the message names, with its requirement as the only one in `checks`. */
  readonly id: CauseId | 'flow';
  /** Whether the message states it. Otherwise it's one of several possible causes. */
  readonly isReported: boolean;
  /** IDs of requirements. */
  readonly checks: readonly string[];
}

/** Returns the causes, the most likely first; empty if the message isn't known. */
export function errorCauses(message: string): readonly ErrorCause[] {
  const text = withImpliedCodes(flatText(message));
  const reported = reportedCauses(text);
  const known = [...reported, ...possibleCauses(text, reported)];
  const isLost = known.length === 0 && connectionError.test(text);
  const all: readonly ErrorCause[] = isLost ? [{ id: 'connection', isReported: false, checks: [] }] : known;
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}

function isSame(a: ErrorCause, b: ErrorCause): boolean {
  return a.id === b.id && (a.id !== 'flow' || a.checks[0] === b.checks[0]);
}

/** Returns the step that failed: the one that the message names, otherwise the one in which its causes appear. */
export function errorSubject(message: string): ErrorSubject | null {
  const text = withImpliedCodes(flatText(message));
  if (mountError.test(text)) return 'mount';
  if (imageError.test(text)) return 'image-build';
  if (isOfNodes(text) || mentions(text, ...allocationCodes)) return 'node';
  const [first] = errorCauses(message);
  if (!first || first.id === 'client') return null;
  return ofJobs.has(first.id) ? 'job' : 'creation';
}

const imageError =
  /image ?build|docker build|building (?:the )?image|image details|Step \d{1,3}\/\d{1,3} ?: FROM|EnvironmentDetailsFetchFailed|is not allowed access|did not issue a challenge/i;

const ofJobs: ReadonlySet<ErrorCause['id']> = new Set([
  'flow',
  'connection',
  'sharedKey',
  'storageNetwork',
  'storageRole',
  'registryRole',
  'imagePull',
  'vault',
  'peers',
  'names',
  'certificate',
  'editor',
]);

/**
 * Azure's error texts with their codes, which users omit if they copy only the message
 * (azure-resource-manager/troubleshooting: common-deployment-errors, error-policy-requestdisallowedbypolicy,
 * lock-resources).
 */
const wordsOfCodes: readonly (readonly [RegExp, string])[] = [
  [
    /does not have permission to perform action\(s\) .{1,400} on the linked scope/i,
    'LinkedAuthorizationFailed',
  ],
  [/does not have authorization to perform action/i, 'AuthorizationFailed'],
  [/was disallowed by policy/i, 'RequestDisallowedByPolicy'],
  [/following scope\(s\) are locked/i, 'ScopeLocked'],
  [/does not have enough capacity for \d{1,6} IP addresses/i, 'SubnetIsFull'],
];

function withImpliedCodes(text: string): string {
  const codes = wordsOfCodes.flatMap(([words, code]) => (words.test(text) ? code : []));
  return [text, ...codes].join(' ');
}

/** Returns the codes in the text, as JSON or as the clients print it: `(SubnetIsFull) …`, `Code: SubnetIsFull`. */
function codesIn(text: string, codes: readonly string[]): readonly string[] {
  // Text pasted from several lines may have lost its line breaks: `Code: SubnetIsFullMessage: …`.
  return codes.filter((one) =>
    containsWord(text, one, (before, after) => !/[A-Za-z]/.test(before) && !/[a-z]/.test(after)),
  );
}

const mentions = (text: string, ...codes: readonly string[]): boolean => codesIn(text, codes).length > 0;

const wrongName = /Compute name '[^']*' is (?:invalid|not available\. Reason: Invalid)/i;
const familyQuota = /vCPU quota of \d+|exceeding (?:quota limits|approved .{1,60} quota)|OutOfQuota/i;

function reportedCauses(text: string): readonly ErrorCause[] {
  const allocation = allocationCause({ innerCodes: codesIn(text, ['SubnetIsFull', ...quotaCodes]) });
  const hasQuota = allocation === 'quota' || mentions(text, 'QuotaExceeded') || familyQuota.test(text);
  const rules = rulesCause(text);
  const known = knownCauses(text, true);
  return [
    ...reported(statesNameInUse(text), 'taken'),
    ...reported(wrongName.test(text), 'name', 'compute-name-format'),
    ...permissionCause(text),
    ...reported(mentions(text, 'RequestDisallowedByPolicy'), 'policy', 'policy-forbids-network-resources'),
    ...reported(
      mentions(text, 'ScopeLocked'),
      'lock',
      'lock-on-vnet-resource-group',
      'lock-on-workspace-resource-group',
    ),
    ...reported(allocation === 'addresses', 'addresses', ...addressChecks),
    ...reported(hasQuota, 'quota'),
    ...rules,
    ...known,
    // The rules are listed individually, and a mount error mentions ports whatever its cause.
    ...(rules.length > 0 || mountError.test(text) ? [] : flowCauses(text, known)),
  ];
}

function reported(condition: boolean, id: CauseId, ...checks: readonly string[]): readonly ErrorCause[] {
  return condition ? [{ id, isReported: true, checks }] : [];
}

function rulesCause(text: string): readonly ErrorCause[] {
  const missing = missingRules(text);
  if (missing === null) return [];
  return reported(true, 'rules', ...new Set(missing.rules.flatMap(requirementsOfRule)));
}

const permissionChecks = {
  tenant: [],
  join: ['rbac-subnet-join', 'rbac-vnet-join'],
  write: ['rbac-compute-write'],
  permission: [],
} as const;

function permissionCause(text: string): readonly ErrorCause[] {
  const [serviceCode] = codesIn(text, ['LinkedAuthorizationFailed', 'AuthorizationFailed']);
  if (serviceCode === undefined) return [];
  const id = refusedPermission({ serviceCode, serviceMessage: text });
  return id === null ? [] : reported(true, id, ...permissionChecks[id]);
}

function knownCauses(
  text: string,
  isReported: boolean,
  stated: readonly ErrorCause[] = [],
): readonly ErrorCause[] {
  const isStated = (id: ErrorCause['id']): boolean => stated.some((one) => one.id === id);
  return knownErrors
    .filter(
      (one) => one.isReported === isReported && !(one.unless ?? []).some(isStated) && one.words.test(text),
    )
    .map(({ id, checks }) => ({ id, isReported, checks }));
}

function isOfNodes(text: string): boolean {
  return mentions(text, ...nodeCodes) || nodeError.test(text);
}

/** Returns causes that Batch's codes leave open. The network comes first, as in Batch's documentation. */
function possibleCauses(text: string, known: readonly ErrorCause[]): readonly ErrorCause[] {
  const open = knownCauses(text, false, known);
  const all = [...open, ...stepFlows(text, open)].filter((one) => !known.some((other) => isSame(one, other)));
  const hasNodes = isOfNodes(text);
  if (!hasNodes && !mentions(text, ...allocationCodes)) return all;
  const network = hasNodes && !known.some((one) => one.id === 'flow');
  const maybe = (id: CauseId, ...checks: readonly string[]): ErrorCause => ({
    id,
    isReported: false,
    checks,
  });
  return [
    ...all,
    ...(network ? [maybe('network', ...nodeChecks)] : []),
    maybe('addresses', ...addressChecks),
    maybe('quota'),
    maybe('capacity'),
  ];
}

/** Returns the flows of the failed step if the message doesn't state the reason. */
function stepFlows(text: string, open: readonly ErrorCause[]): readonly ErrorCause[] {
  const isOpen = (id: CauseId): boolean => open.some((one) => one.id === id);
  const flow = (check: string): ErrorCause => ({ id: 'flow', isReported: false, checks: [check] });
  if (isOpen('imageBuild')) return [flow('outbound-python-packages')];
  if (!isOpen('sharedKey')) return [];
  // Blobs are mounted over HTTPS, file shares over SMB.
  const isBlob = /BFSMountError|dataset/i.test(text);
  return [
    ...flowCauses(text, [], false),
    flow('outbound-storage-443'),
    ...(isBlob ? [] : [flow('outbound-storage-445')]),
  ];
}

const addressChecks = ['subnet-free-ips-cluster', 'subnet-free-ips-instance'] as const;

/**
 * Requirements that a node needs before it is idle, including custom DNS that resolves storage
 * (batch-pool-node-error-checking).
 */
const nodeChecks = [
  'outbound-batch-443',
  'outbound-storage-443',
  'udr-forced-tunnel-batch',
  'udr-forced-tunnel-aml',
  'udr-no-blackhole',
  'egress-explicit-for-npip',
  'inbound-aml-44224',
  'dns-dependency-zones',
  'dns-custom-server-forwarders',
] as const;

function flowCauses(text: string, known: readonly ErrorCause[], isReported = true): readonly ErrorCause[] {
  // A wrong name or certificate of a host doesn't mean that a rule denied it.
  const isRefused =
    !known.some(({ id }) => id === 'names' || id === 'certificate') || unansweredError.test(text);
  const named = [...namedFlows(text), ...(isRefused ? namedHosts(text) : [])].map(({ id }) => id);
  return [...new Set(named)].map((id) => ({ id: 'flow', isReported, checks: [id] }));
}

/**
 * Returns current requirements with a flow whose service and port the message names. Those for attached compute count
 * only if no other requirement has such a flow, because every compute resource uses storage.
 */
function namedFlows(text: string): readonly Requirement[] {
  const named = requirements.filter((one) => {
    const what = one.profiles.current?.what;
    return what?.is === 'flows' && what.flows.some((flow) => isNamed(text, flow));
  });
  const forCompute = named.filter((one) => one.profiles.current?.appliesTo.kinds.some(isComputeKind));
  return forCompute.length > 0 ? forCompute : named;
}

function isNamed(text: string, { remote, ports }: FlowTemplate): boolean {
  // Image layers belong to a message about a registry, but not to a message that names storage.
  if (remote.is !== 'tag' || remote.scope === 'registry-layers') return false;
  return namesFlow(text, { remote: remote.tag, ports: ports.join(', ') });
}

/** Returns the requirements of outbound flows to hosts that the message couldn't connect to. */
function namedHosts(text: string): readonly Requirement[] {
  if (!connectionError.test(text)) return [];
  const hosts = [...new Set(text.toLowerCase().match(/[a-z0-9.-]{4,253}/g) ?? [])]
    .filter((word) => word.includes('.'))
    .slice(0, mostHosts);
  const isCalled = (pattern: string): boolean => hosts.some((host) => isHostOf(host, pattern));
  return requirements.filter(
    ({ id }) =>
      id.startsWith('outbound-') &&
      (['public', 'usgov', 'china'] as const).some((cloud) => hostNames(id, cloud, '*').some(isCalled)),
  );
}

/** Maximum number of hosts. A pasted whole log contains the failure within the limit. */
const mostHosts = 1000;
