import type { World } from '../settings';
import { inVenturesGroup, westEurope } from './names';
import { placeGroups } from './place';
import { ownNetworks, placeWorkspace } from './workspaces';

/** Contoso New Ventures: a workspace, and no virtual network that its computes could live in. */
export function placeNewVentures(world: World): void {
  const group = inVenturesGroup('rg-ventures-ml');
  placeGroups(world, { [group]: westEurope.name });
  placeWorkspace(world, {
    group,
    name: 'mlw-ventures',
    title: 'New ventures',
    short: 'ventures',
    publicAccess: true,
    connections: [],
    managedNetwork: ownNetworks,
  });
}
