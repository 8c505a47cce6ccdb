import { createSandbox, type SandboxAzure, type SandboxOptions } from '../create-sandbox';
import type { Denial } from '../access';
import type { NetworkLimit, World } from '../settings';
import { addActivity } from './activity';
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
import { allocateAddresses, addResourceGroups, addResources } from './place-resources';
import { addPrivateZones } from './private-zones';
import resourceGroups from './resources/resource-groups.json';
import { sampleComputeResources, sampleResources } from './sample-resources';
import { addSpokes } from './spokes';

export interface SampleOptions extends SandboxOptions {
  /** Number of further networks `vnet-spoke-0001` and so on, for long lists. */
  readonly spokes?: number;
  /**
   * Whether to add Contoso Landing Zones, with 500 networks and 2,500 subnets, and Contoso New Ventures, which doesn't
   * have any.
   */
  readonly large?: boolean;
  /** Limits of the network provider that differ from the defaults. */
  readonly networkLimits?: readonly NetworkLimit[];
}

const denials: readonly Denial[] = [
  { scope: sampleGroupId('rg-security-core'), verbs: ['read', 'write', 'delete'] },
];

/** Creates the sample subscription "Contoso Research" for the SDK clients. */
export function createSampleAzure(options: SampleOptions): SandboxAzure {
  return createSandbox(options, {
    subscriptions: [researchSubscription, ...(options.large ? [platform, ventures] : []), connectivity],
    regions,
    user: anna,
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

/** A zone without a link to the underwriters' network. */
const unlinked = ['privatelink.notebooks.azure.net vnet-underwriting-weu'];

function fill(world: World, spokes: number): void {
  addResourceGroups(world, resourceGroups);
  addResources(world, sampleResources);
  addPrivateZones(world, unlinked);
  addResources(world, sampleComputeResources);
  allocateAddresses(world, sampleResources);
  addGovernance(world);
  addActivity(world);
  addSpokes(world, spokes);
}
