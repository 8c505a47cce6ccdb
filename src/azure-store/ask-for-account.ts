import { AzureFailure } from '../azure/failure';
import type { AzureStore } from './azure-store';

/**
 * Asks the user for what is then sent to Azure. What was confirmed for one account is never sent as another.
 * @returns the answer
 * @throws `AzureFailure` with `accountChanged` where another account came while the user was asked
 */
export async function askForAccount<T>(store: Pick<AzureStore, 'reads'>, ask: () => Promise<T>): Promise<T> {
  const before = store.reads();
  const answer = await ask();
  const isGiven = answer !== false && answer !== undefined;
  if (isGiven && store.reads() !== before) throw new AzureFailure('accountChanged');
  return answer;
}
