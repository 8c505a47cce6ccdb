import type { WizardContext } from '../context';
import { loadGovernance, loadMissingRoles } from './read-governance';
import { loadServices } from './read-services';

/** Reads governance and services for the chosen location. `again` reads them even if they were read before. */
export async function readAround(context: WizardContext, how?: 'again'): Promise<void> {
  await Promise.all([loadGovernance(context, how), loadServices(context, how)]);
  await loadMissingRoles(context, how);
}
