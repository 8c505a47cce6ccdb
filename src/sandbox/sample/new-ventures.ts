import type { World } from '../settings';
import { inVenturesGroup, westEurope } from './names';
import { addGroups } from './place';
import { ownNetworks, addWorkspace } from './workspaces';

/** Contoso New Ventures: a workspace, and no virtual network that its computes could live in. */
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
