import type { Reads } from '../../../azure-store/reads';
import type { Azure } from '../../../azure/ports';
import { AzureFailure } from '../../../azure/failure';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';

/** Returns the reads of the signed-in account. */
export function azureReads({ ports }: WizardContext): Reads {
  return ports.store.reads();
}

/** Returns the connected Azure. Throws `signedOut` without a connection, which the channel converts to a message. */
export function connectedAzure(context: WizardContext): Azure {
  const connection = loadedValue(context.store.get().connection);
  if (!connection) throw new AzureFailure('signedOut');
  return connection.azure;
}
