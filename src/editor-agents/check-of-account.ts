import { readSubnetInput } from '../agent-tools/read-tool-input';
import type { ToolResult } from '../agent-tools/tool-results';
import { AzureFailure } from '../azure/failure';
import type { AgentsDeps } from './agents-deps';
import type { PreparedChecks } from './prepared-checks';

interface CalledCheck {
  readonly input: unknown;
  readonly prepared: PreparedChecks;
}

/**
 * Checks a subnet with the account that the call was prepared for. Rejects with `accountChanged` if the account changed
 * before or during the check.
 */
export async function checkOfAccount(
  { say, store, account, filter }: Pick<AgentsDeps, 'say' | 'store' | 'account' | 'filter'>,
  { input, prepared }: CalledCheck,
  stop: AbortSignal,
): Promise<ToolResult<'check_subnet'>> {
  const [azure, { checkAzureSubnet }] = await Promise.all([store(), import('./check-azure-subnet')]);
  stop.throwIfAborted();
  const reads = azure.reads();
  const isSample = account.isSample();
  if (!prepared.consume(input, reads)) throw new AzureFailure('accountChanged');
  const read = readSubnetInput(input);
  if (read.is === 'invalid') throw new Error(read.text);
  const window = { say, reads, isSample, subscriptions: filter.chosen(), stop };
  const checked = checkAzureSubnet(window, read.input);
  // A read for the previous account fails with a different error, so the account is compared first.
  const outcome = await checked.then(
    (result) => ({ is: 'done', result }) as const,
    (error: unknown) => ({ is: 'failed', error }) as const,
  );
  if (azure.reads() !== reads) throw new AzureFailure('accountChanged');
  if (outcome.is === 'failed') throw outcome.error;
  return outcome.result;
}
