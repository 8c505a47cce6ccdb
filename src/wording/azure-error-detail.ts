import { containsWord } from '../core/cut-text';
import type { FlowSubject } from '../core/check-result';

/** What of an Azure error says why, wherever it came from. */
export interface AzureErrorDetail {
  readonly serviceCode?: string;
  readonly serviceMessage?: string;
  /** Codes of what the error wraps: `SubnetIsFull` in an `AllocationFailed`. */
  readonly innerCodes?: readonly string[];
}

/** Codes with which Batch says that a quota ended the allocation (its REST reference, resize errors). */
export const quotaCodes: readonly string[] = [
  'AccountCoreQuotaReached',
  'AccountLowPriorityCoreQuotaReached',
  'AccountSpotCoreQuotaReached',
  'AccountVMSeriesCoreQuotaReached',
];

/** Codes with which Batch says that nodes did not come up: its documented causes are blocked flows and names. */
export const nodeCodes: readonly string[] = ['AllocationTimedout', 'NodeUnusable'];

/** Codes with which Batch says that it got no machines. */
export const allocationCodes: readonly string[] = ['AllocationTimedout', 'AllocationFailed'];

/** What Azure's codes say of an allocation beyond doubt: no address left, or no cores. */
export function allocationCause({
  serviceCode,
  innerCodes = [],
}: AzureErrorDetail): 'addresses' | 'quota' | null {
  const codes = [...(serviceCode === undefined ? [] : [serviceCode]), ...innerCodes];
  if (codes.includes('SubnetIsFull')) return 'addresses';
  return codes.some((one) => quotaCodes.includes(one)) ? 'quota' : null;
}

/** Of what a compute is joined to, only a network and its subnets have this action. */
const joinAction = /Microsoft\.Network\/virtualNetworks\/(?:subnets\/)?join\/action/i;

/** The first where the account may create the compute, the second where the network is asked for by itself. */
const refusals: readonly unknown[] = ['LinkedAuthorizationFailed', 'AuthorizationFailed'];

/** True where Azure refuses the use of a network, and of nothing else that a compute is joined to. */
export function refusesToJoin({ serviceCode, serviceMessage = '' }: AzureErrorDetail): boolean {
  return refusals.includes(serviceCode) && joinAction.test(serviceMessage);
}

const isApart = (before: string, after: string): boolean => !/\w/.test(before + after);

/** True where the message names the flow's service and one of its ports; “any port” is none. */
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
 * What Azure's words say of getting into something that is attached: nobody answered, somebody did and refused, or the
 * token was refused. Azure ML documents no codes of its own for it.
 */
export function attachCause({
  serviceCode = '',
  serviceMessage = '',
}: AzureErrorDetail): 'notReached' | 'credentials' | 'token' | null {
  const said = `${serviceCode} ${serviceMessage}`;
  const isRefused = /denied|unauthori[sz]ed|invalid|incorrect|expired|authentication|credential/i.test(said);
  if (/token/i.test(said)) return isRefused ? 'token' : null;
  if (!/ssh|administratorAccount|privateKey|password/i.test(said)) return null;
  if (
    /timed? ?out|unreachable|could ?not (?:be )?(?:reach|connect|open)|not reach|refused|no route/i.test(said)
  ) {
    return 'notReached';
  }
  return isRefused ? 'credentials' : null;
}
