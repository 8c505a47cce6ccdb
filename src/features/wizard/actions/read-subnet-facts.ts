import type { WizardContext } from '../context';
import { loadGovernance } from './read-governance';
import { loadServices } from './read-services';

/** What counts beside the network itself, once it is known where the compute goes; `again`: although it was read. */
export async function readAround(context: WizardContext, how?: 'again'): Promise<void> {
  await Promise.all([loadGovernance(context, how), loadServices(context, how)]);
}
