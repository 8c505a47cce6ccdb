import type { World } from '../settings';
import { placeCopiedNetwork, placeQuickstartNetwork, placeSmallNetwork } from './copied-networks';
import { placeDatabricksNetwork } from './databricks-network';
import { placeFlowLogs } from './flow-logs';
import { placeReadableHub } from './hub-networks';
import { placeBranchNetwork, placePeeredSpoke } from './peered-networks';
import { managedTables, placeRegulatedNetwork } from './regulated-network';
import { placeSegmentedNetwork } from './segmented-network';
import { placeVirtualWan } from './virtual-wan';
import { placeQuarantineNetwork, placeTunnelNetwork } from './tunnel-networks';

/** Resource groups of the networks below. */
export const furtherGroups: readonly string[] = [
  'rg-churn',
  'rg-forecast',
  'rg-pricing',
  'rg-segmented',
  'rg-claims',
  'rg-quarantine',
  'rg-fraud-spoke',
  'rg-branch',
  'rg-regulated',
  managedTables,
  'rg-databricks',
  'rg-hub-shared',
  'rg-orders',
  'rg-virtual-wan',
  'rg-loyalty',
];

/** Situations of real teams, a network each; `test/support/sample-situations.ts` says which. */
export function placeFurtherNetworks(world: World): void {
  placeQuickstartNetwork(world);
  placeCopiedNetwork(world);
  placeSmallNetwork(world);
  placeSegmentedNetwork(world);
  placeTunnelNetwork(world);
  placeQuarantineNetwork(world);
  placePeeredSpoke(world);
  placeBranchNetwork(world);
  placeRegulatedNetwork(world);
  placeDatabricksNetwork(world);
  placeReadableHub(world);
  placeVirtualWan(world);
  placeFlowLogs(world);
}
