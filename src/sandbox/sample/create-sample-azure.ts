import { createSandbox, type SandboxAzure, type SandboxOptions } from '../create-sandbox';
import type { Denial } from '../access';
import type { Appliance } from '../nodes/appliances';
import type { NetworkLimit, World } from '../settings';
import { placeComputes } from './computes';
import { placeDatabricks } from './databricks';
import { placeGovernance } from './governance';
import { furtherGroups, placeFurtherNetworks } from './further-networks';
import { placeLandingZones } from './landing-zones';
import {
  anna,
  connectivity,
  inGroup,
  northEurope,
  platform,
  regions,
  research,
  ventures,
  westEurope,
} from './names';
import { placeHdInsight } from './hdinsight';
import { insuranceGroups, insuranceUnlinked, placeInsurance } from './insurance';
import { placeIdentities } from './identities';
import { placeMachines } from './machines';
import { placeNewVentures } from './new-ventures';
import {
  placeDevelopmentNetwork,
  placePartnerNetwork,
  placeSpokeNetwork,
  placeUnfitNetworks,
} from './other-networks';
import { placeGroups } from './place';
import { branchRoutes } from './peered-networks';
import { placePrivateZones } from './private-zones';
import { placeProductionNetwork } from './production-network';
import { placeSpokes, spokeGroups } from './spokes';
import { edgeFirewall } from './tunnel-networks';
import { placeWorkspaces } from './workspaces';

export interface SampleOptions extends SandboxOptions {
  /** Further networks `vnet-spoke-0001` and so on, for long lists. */
  readonly spokes?: number;
  /** Contoso Landing Zones too, with 500 networks and 2,500 subnets, and Contoso New Ventures, which has none. */
  readonly large?: boolean;
  /** Limits of the network provider that are not the default ones. */
  readonly networkLimits?: readonly NetworkLimit[];
}

/** The hub's firewall: lets out what Azure ML needs, and, being stateful, no reply to a call that it did not see. */
const hubFirewall: Appliance = {
  name: 'afw-hub',
  address: '10.0.1.4',
  allows: [
    { protocol: 'Tcp', ports: [80, 443], tags: ['AzureActiveDirectory'] },
    { protocol: 'Tcp', ports: [443, 8787, 18881], tags: ['AzureMachineLearning'] },
    { protocol: 'Udp', ports: [5831], tags: ['AzureMachineLearning'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: ['BatchNodeManagement.WestEurope', 'AzureResourceManager', 'AzureMonitor'],
    },
    { protocol: 'Tcp', ports: [443, 445], tags: ['Storage.WestEurope'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: [
        'MicrosoftContainerRegistry',
        'AzureFrontDoor.FirstParty',
        'AzureFrontDoor.Frontend',
        'AzureContainerRegistry.WestEurope',
      ],
    },
  ],
};

const denials: readonly Denial[] = [
  { scope: inGroup('rg-security-core'), verbs: ['read', 'write', 'delete'] },
];

/** The sample subscription "Contoso Research", ready for the SDK clients. */
export function createSampleAzure(options: SampleOptions): SandboxAzure {
  return createSandbox(options, {
    subscriptions: [research, ...(options.large ? [platform, ventures] : []), connectivity],
    regions,
    person: anna,
    appliances: [hubFirewall, edgeFirewall],
    learnedRoutes: [branchRoutes],
    denials,
    ...(options.networkLimits ? { networkLimits: options.networkLimits } : {}),
    fill: (world) => {
      fill(world, options.spokes ?? 0);
      if (!options.large) return;
      placeLandingZones(world);
      placeNewVentures(world);
    },
  });
}

function fill(world: World, spokes: number): void {
  const names = [
    'rg-network-prod',
    'rg-network-dev',
    'rg-risk-platform',
    'rg-ml-prod',
    'rg-ml-risk',
    'rg-ml-dev',
    'rg-ml-ai',
    'rg-lab',
    'rg-legacy',
    'rg-partner',
    'rg-security-core',
    ...furtherGroups,
    ...insuranceGroups,
    ...spokeGroups(spokes),
  ];
  placeGroups(world, Object.fromEntries(names.map((name) => [name, westEurope.name])));
  placeGroups(world, { 'rg-ml-prod-neu': northEurope.name });
  placeProductionNetwork(world);
  placeDevelopmentNetwork(world);
  placeSpokeNetwork(world);
  placeUnfitNetworks(world);
  placePartnerNetwork(world);
  placeFurtherNetworks(world);
  placeIdentities(world);
  placeWorkspaces(world);
  placeDatabricks(world);
  placeMachines(world);
  placeHdInsight(world);
  placeInsurance(world);
  placePrivateZones(world, insuranceUnlinked);
  placeComputes(world);
  placeGovernance(world);
  placeSpokes(world, spokes);
}
