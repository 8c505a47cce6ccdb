import type { Reads } from '../../../azure-store/reads';
import type { Azure } from '../../../azure/ports';
import { AzureFailure } from '../../../azure/failure';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';

/** What the account that is signed in can read. */
export function azureReads({ ports }: WizardContext): Reads {
  return ports.store.reads();
}

/** Azure as it is connected to; throws `signedOut` where nobody is, which the border words. */
export function connectedAzure(context: WizardContext): Azure {
  const connection = loadedValue(context.store.get().connection);
  if (!connection) throw new AzureFailure('signedOut');
  return connection.azure;
}
