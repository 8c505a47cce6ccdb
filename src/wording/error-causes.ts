import { holdsWord } from '../core/cut-text';
import { isMadeKind } from '../core/plan';
import type { FlowTemplate, Requirement } from '../requirements/requirement';
import { requirements } from '../requirements/requirements';
import {
  nodeCodes,
  allocationCause,
  allocationCodes,
  namesFlow,
  quotaCodes,
  refusesToJoin,
} from './told-by-azure';

/** Causes that are no single requirement's; each has its texts `explain.<id>`, `.means` and `.do`. */
type CauseId =
  | 'taken'
  | 'name'
  | 'join'
  | 'write'
  | 'permission'
  | 'policy'
  | 'lock'
  | 'addresses'
  | 'quota'
  | 'network'
  | 'capacity';

/** What may stand behind an error message that comes without a subnet, and the requirements to look at. */
export interface ErrorCause {
  /** `flow`: a flow that the message names; its requirement is the only one of `checks`. */
  readonly id: CauseId | 'flow';
  /** The message says it; where not, it only may be. */
  readonly isTold: boolean;
  /** Ids of requirements. */
  readonly checks: readonly string[];
}

/** Most likely first; empty where nothing of it is known. */
export function errorCauses(text: string): readonly ErrorCause[] {
  const told = toldCauses(text);
  return [...told, ...possibleCauses(text).filter((one) => !told.some((other) => other.id === one.id))];
}

/** Codes that stand in the text, as JSON or as the clients print it: `(SubnetIsFull) …`, `Code: SubnetIsFull`. */
function codesIn(text: string, codes: readonly string[]): readonly string[] {
  // What was pasted from several lines may have no break any more: `Code: SubnetIsFullMessage: …`.
  return codes.filter((one) =>
    holdsWord(text, one, (before, after) => !/[A-Za-z]/.test(before) && !/[a-z]/.test(after)),
  );
}

const said = (text: string, ...codes: readonly string[]): boolean => codesIn(text, codes).length > 0;

const takenName = /Reason: AlreadyExists|Compute with this name already exists/i;
const wrongName = /Compute name '[^']*' is (?:invalid|not available\. Reason: Invalid)/i;
const familyQuota = /vCPU quota of \d+|exceeding quota limits/i;
const computeAction = /Microsoft\.MachineLearningServices\/workspaces\/computes\/write/i;

function toldCauses(text: string): readonly ErrorCause[] {
  const allocation = allocationCause({ innerCodes: codesIn(text, ['SubnetIsFull', ...quotaCodes]) });
  const hasQuota = allocation === 'quota' || said(text, 'QuotaExceeded') || familyQuota.test(text);
  return [
    ...told(takenName.test(text), 'taken'),
    ...told(wrongName.test(text), 'name', 'compute-name-format'),
    ...permissionCause(text),
    ...told(said(text, 'RequestDisallowedByPolicy'), 'policy', 'policy-forbids-network-resources'),
    ...told(
      said(text, 'ScopeLocked'),
      'lock',
      'lock-on-vnet-resource-group',
      'lock-on-workspace-resource-group',
    ),
    ...told(allocation === 'addresses', 'addresses', ...addressChecks),
    ...told(hasQuota, 'quota'),
    ...namedFlows(text).map((one): ErrorCause => ({ id: 'flow', isTold: true, checks: [one.id] })),
  ];
}

function told(holds: boolean, id: CauseId, ...checks: readonly string[]): readonly ErrorCause[] {
  return holds ? [{ id, isTold: true, checks }] : [];
}

function permissionCause(text: string): readonly ErrorCause[] {
  const [serviceCode] = codesIn(text, ['LinkedAuthorizationFailed', 'AuthorizationFailed']);
  if (serviceCode === undefined) return [];
  if (refusesToJoin({ serviceCode, serviceMessage: text })) {
    return told(true, 'join', 'rbac-subnet-join', 'rbac-vnet-join');
  }
  const isWrite = serviceCode === 'AuthorizationFailed' && computeAction.test(text);
  return isWrite ? told(true, 'write', 'rbac-compute-write') : told(true, 'permission');
}

/** What Batch's codes leave open, the network first: it is what its documentation names first. */
function possibleCauses(text: string): readonly ErrorCause[] {
  const isOfNodes = said(text, ...nodeCodes);
  if (!isOfNodes && !said(text, ...allocationCodes)) return [];
  const network = isOfNodes && namedFlows(text).length === 0;
  const maybe = (id: CauseId, ...checks: readonly string[]): ErrorCause => ({ id, isTold: false, checks });
  return [
    ...(network ? [maybe('network', ...nodeChecks)] : []),
    maybe('addresses', ...addressChecks),
    maybe('quota'),
    maybe('capacity'),
  ];
}

const addressChecks = ['subnet-free-ips-cluster', 'subnet-free-ips-instance'] as const;

/** What a node needs before it is idle. */
const nodeChecks = [
  'outbound-batch-443',
  'outbound-storage-443',
  'udr-forced-tunnel-batch',
  'egress-explicit-for-npip',
] as const;

/**
 * Requirements of today with a flow whose service and port the message names; those of attached computes alone only
 * where no other asks for such a flow, since every compute uses storage.
 */
function namedFlows(text: string): readonly Requirement[] {
  const named = requirements.filter((one) => {
    const what = one.profiles.current?.what;
    return what?.is === 'flows' && what.flows.some((flow) => isNamed(text, flow));
  });
  const made = named.filter((one) => one.profiles.current?.appliesTo.kinds.some(isMadeKind));
  return made.length > 0 ? made : named;
}

function isNamed(text: string, { remote, ports }: FlowTemplate): boolean {
  return remote.is === 'tag' && namesFlow(text, { remote: remote.tag, ports: ports.join(', ') });
}
