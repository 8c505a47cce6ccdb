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

/** True if Azure refuses the use of a network, and of no other resource. */
export function refusesToJoin({ serviceCode, serviceMessage = '' }: AzureErrorDetail): boolean {
  return refusals.includes(serviceCode) && joinAction.test(serviceMessage);
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
