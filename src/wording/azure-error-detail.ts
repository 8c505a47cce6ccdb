import { containsWord } from '../core/cut-text';
import type { FlowSubject } from '../core/check-result';

/** The parts of an Azure error that explain it, independent of its origin. */
export interface AzureErrorDetail {
  readonly serviceCode?: string;
  readonly serviceMessage?: string;
  /** Codes of inner errors: `SubnetIsFull` in an `AllocationFailed`. */
  readonly innerCodes?: readonly string[];
}

/** Batch codes for an allocation that a quota ended (its REST reference, resize errors). */
export const quotaCodes: readonly string[] = [
  'AccountCoreQuotaReached',
  'AccountLowPriorityCoreQuotaReached',
  'AccountSpotCoreQuotaReached',
  'AccountVMSeriesCoreQuotaReached',
];

/** Batch codes for nodes that didn't start. The documented causes are blocked flows and names. */
export const nodeCodes: readonly string[] = ['AllocationTimedout', 'NodeUnusable'];

/** Batch codes for an allocation that didn't get any machines. */
export const allocationCodes: readonly string[] = ['AllocationTimedout', 'AllocationFailed'];

/** Returns the cause of an allocation failure that Azure's codes state with certainty: no free address, or no cores. */
export function allocationCause({
  serviceCode,
  innerCodes = [],
}: AzureErrorDetail): 'addresses' | 'quota' | null {
  const codes = [...(serviceCode === undefined ? [] : [serviceCode]), ...innerCodes];
  if (codes.includes('SubnetIsFull')) return 'addresses';
  return codes.some((one) => quotaCodes.includes(one)) ? 'quota' : null;
}

/** Action that only networks and their subnets have, among the resources that a compute resource is joined to. */
const joinAction = /Microsoft\.Network\/virtualNetworks\/(?:subnets\/)?join\/action/i;

/**
 * Codes of refusals: the first if the account can create the compute resource, the second if the network itself is
 * requested.
 */
const refusals: readonly unknown[] = ['LinkedAuthorizationFailed', 'AuthorizationFailed'];

const computeAction = /Microsoft\.MachineLearningServices\/workspaces\/computes\/write/i;

/**
 * Returns which permission a refusal is about: to use another tenant's subscription, to join the network, to create
 * compute, or another one. Returns null if the code isn't one of a missing permission.
 */
export function refusedPermission({
  serviceCode,
  serviceMessage = '',
}: AzureErrorDetail): 'tenant' | 'join' | 'write' | 'permission' | null {
  if (!refusals.includes(serviceCode)) return null;
  if (/not authorized to access linked subscription/i.test(serviceMessage)) return 'tenant';
  // The message of a refused join also contains the action of the request itself.
  if (joinAction.test(serviceMessage)) return 'join';
  return serviceCode === 'AuthorizationFailed' && computeAction.test(serviceMessage) ? 'write' : 'permission';
}

/** Returns the action that Azure's message calls refused. Other actions in the message come before it. */
export function refusedAction({ serviceMessage = '' }: AzureErrorDetail): string | undefined {
  return serviceMessage.match(/\bMicrosoft\.\w+(?:\/\w+)*\/(?:action|delete|read|write)\b/gi)?.at(-1);
}

const nameInUse = /Reason: AlreadyExists|Compute with this name already exists/i;

/** True if Azure's message states that a compute resource has the name. */
export function statesNameInUse(message: string): boolean {
  return nameInUse.test(message);
}

/**
 * True if a resource with the name was read before the request. A response with status 409 can also mean that another
 * operation runs; its message states the reason.
 */
export function isNameTaken(code: string, { status }: { readonly status?: number }): boolean {
  return code === 'conflict' && status === undefined;
}

const isApart = (before: string, after: string): boolean => !/\w/.test(before + after);

/** True if the message names the flow's service and one of its ports. “Any port” doesn't count as one. */
export function namesFlow(
  message: string,
  { remote, ports }: Pick<FlowSubject, 'remote' | 'ports'>,
): boolean {
  const tag = remote.split('.')[0] ?? remote;
  return (
    message.toLowerCase().includes(tag.toLowerCase()) &&
    ports.split(', ').some((port) => port !== '*' && containsWord(message, port, isApart))
  );
}

/**
 * Returns the cause of a failed attachment according to Azure's message: no response, a refused connection, or a
 * rejected token. Azure ML doesn't document its own codes for it.
 */
export function attachCause({
  serviceCode = '',
  serviceMessage = '',
}: AzureErrorDetail): 'notReached' | 'credentials' | 'token' | null {
  const text = `${serviceCode} ${serviceMessage}`;
  const isRefused = /denied|unauthori[sz]ed|invalid|incorrect|expired|authentication|credential/i.test(text);
  if (/token/i.test(text)) return isRefused ? 'token' : null;
  if (!/ssh|administratorAccount|privateKey|password/i.test(text)) return null;
  if (
    /timed? ?out|unreachable|could ?not (?:be )?(?:reach|connect|open)|not reach|refused|no route/i.test(text)
  ) {
    return 'notReached';
  }
  return isRefused ? 'credentials' : null;
}
