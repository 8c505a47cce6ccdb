import { AzureFailure } from '../azure/failure';
import type { AzureStore } from './azure-store';

/**
 * Asks the user to confirm a request to Azure. A request that was confirmed for one account is never sent for another.
 * @returns the answer
 * @throws {AzureFailure} with `accountChanged` if the account changed before the user answered
 */
export async function askForAccount<T>(store: Pick<AzureStore, 'reads'>, ask: () => Promise<T>): Promise<T> {
  const before = store.reads();
  const answer = await ask();
  const isGiven = answer !== false && answer !== undefined;
  if (isGiven && store.reads() !== before) throw new AzureFailure('accountChanged');
  return answer;
}
