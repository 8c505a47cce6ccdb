import type { Azure } from '../../../azure/ports';
import { AzureFailure } from '../../../azure/failure';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';

/** Azure as it is connected to; throws `signedOut` where nobody is, which the border words. */
export function connectedAzure(context: WizardContext): Azure {
  const connection = loadedValue(context.store.get().connection);
  if (!connection) throw new AzureFailure('signedOut');
  return connection.azure;
}
