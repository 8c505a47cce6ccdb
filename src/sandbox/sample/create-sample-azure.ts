import { createSandbox, type SandboxAzure, type SandboxOptions } from '../create-sandbox';
import type { Denial } from '../access';
import type { NetworkLimit, World } from '../settings';
import { branchRoutes, edgeFirewall, hubFirewall } from './appliances';
import { addGovernance } from './governance';
import { addLandingZones } from './landing-zones';
import {
  anna,
  connectivity,
  sampleGroupId,
  platform,
  regions,
  researchSubscription,
  ventures,
} from './names';
import { addNewVentures } from './new-ventures';
import { holdAddresses, addResourceGroups, addResources } from './place-resources';
import { addPrivateZones } from './private-zones';
import resourceGroups from './resources/resource-groups.json';
import { sampleComputes, sampleResources } from './sample-resources';
import { addSpokes } from './spokes';

export interface SampleOptions extends SandboxOptions {
  /** Further networks `vnet-spoke-0001` and so on, for long lists. */
  readonly spokes?: number;
  /** Contoso Landing Zones too, with 500 networks and 2,500 subnets, and Contoso New Ventures, which has none. */
  readonly large?: boolean;
  /** Limits of the network provider that are not the default ones. */
  readonly networkLimits?: readonly NetworkLimit[];
}

const denials: readonly Denial[] = [
  { scope: sampleGroupId('rg-security-core'), verbs: ['read', 'write', 'delete'] },
];

/** The sample subscription "Contoso Research", ready for the SDK clients. */
export function createSampleAzure(options: SampleOptions): SandboxAzure {
  return createSandbox(options, {
    subscriptions: [researchSubscription, ...(options.large ? [platform, ventures] : []), connectivity],
    regions,
    person: anna,
    appliances: [hubFirewall, edgeFirewall],
    learnedRoutes: [branchRoutes],
    denials,
    ...(options.networkLimits ? { networkLimits: options.networkLimits } : {}),
    fill: (world) => {
      fill(world, options.spokes ?? 0);
      if (!options.large) return;
      addLandingZones(world);
      addNewVentures(world);
    },
  });
}

/** A zone that nobody linked to the network of the underwriters. */
const unlinked = ['privatelink.notebooks.azure.net vnet-underwriting-weu'];

function fill(world: World, spokes: number): void {
  addResourceGroups(world, resourceGroups);
  addResources(world, sampleResources);
  addPrivateZones(world, unlinked);
  addResources(world, sampleComputes);
  holdAddresses(world, sampleResources);
  addGovernance(world);
  addSpokes(world, spokes);
}
