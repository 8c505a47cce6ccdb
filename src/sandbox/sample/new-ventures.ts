import type { World } from '../settings';
import { inVenturesGroup, westEurope } from './names';
import { addGroups } from './place';
import { ownNetworks, addWorkspace } from './workspaces';

/** Adds Contoso New Ventures: a workspace without a virtual network for its compute resources. */
export function addNewVentures(world: World): void {
  const group = inVenturesGroup('rg-ventures-ml');
  addGroups(world, { [group]: westEurope.name });
  addWorkspace(world, {
    group,
    name: 'mlw-ventures',
    title: 'New ventures',
    short: 'ventures',
    publicAccess: true,
    connections: [],
    managedNetwork: ownNetworks,
  });
}
