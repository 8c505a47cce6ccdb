import {
  alsoOf,
  requirement,
  inBothProfiles,
  flowTemplate,
  flows,
  hostNamesOnly,
  noteUnlessInternet,
  only2020,
  plans,
  tagOfRegion,
  setting,
  tag,
  inCurrentProfile,
} from './build';
import type { Requirement } from './requirement';

const instance = plans({ kinds: ['instance'] });
const nodesAndMachines = plans({ kinds: alsoOf('virtual-machine') });

/**
 * Of a virtual machine only where what may leave is limited: then it follows the list of the other computes, without
 * what serves nodes that Azure ML makes (Batch, UDP 5831, the file share).
 */
const nodes = {
  appliesTo: nodesAndMachines,
  ofAttached: { level: 'recommended', severity: 'warning' },
} as const;

/** In December 2020 HDInsight was pointed at the same list. */
const then = { appliesTo: plans({ kinds: alsoOf('virtual-machine', 'hdinsight') }) };

/** Groups of private endpoints that Azure ML nodes use (sub-resources of workspace, storage, vault, registry). */
const usedEndpoints = ['amlworkspace', 'blob', 'file', 'dfs', 'queue', 'table', 'vault', 'registry'];

const needs = {
  entra: flowTemplate('Outbound', 'TCP 80,443', {
    remote: tag('AzureActiveDirectory'),
    ruleName: 'Allow-EntraID',
    names: 'outbound-entra-80-443',
  }),
  entra2020: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureActiveDirectory'),
    ruleName: 'Allow-EntraID',
    names: 'outbound-entra-80-443',
  }),
  graph: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureActiveDirectory'),
    ruleName: 'Allow-EntraID',
    names: 'outbound-graph-443',
  }),
  aml: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureMachineLearning'),
    ruleName: 'Allow-AzureML-443',
    names: 'outbound-aml-443',
  }),
  amlLanguageServer: flowTemplate('Outbound', 'TCP 18881', {
    remote: tag('AzureMachineLearning'),
    ruleName: 'Allow-AzureML-18881',
    names: 'outbound-aml-18881',
  }),
  amlRStudio: flowTemplate('Outbound', 'TCP 8787', {
    remote: tag('AzureMachineLearning'),
    ruleName: 'Allow-AzureML-8787',
    names: 'outbound-aml-8787',
  }),
  amlUdp: flowTemplate('Outbound', 'UDP 5831', {
    remote: tag('AzureMachineLearning'),
    ruleName: 'Allow-AzureML-UDP-5831',
    names: 'outbound-aml-udp-5831',
  }),
  batch: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('BatchNodeManagement'),
    writeProtocol: '*',
    ruleName: 'Allow-Batch-443',
    names: 'outbound-batch-443',
  }),
  arm: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureResourceManager'),
    ruleName: 'Allow-ARM-443',
    names: 'outbound-arm-443',
  }),
  storage: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('Storage', 'storage'),
    ruleName: 'Allow-Storage-443',
    names: 'outbound-storage-443',
  }),
  fileShareEndpoint: flowTemplate('Outbound', 'TCP 445', {
    remote: { is: 'private-endpoints', groups: ['file'] },
    ruleName: 'Allow-FileShare-445',
  }),
  fileShare: flowTemplate('Outbound', 'TCP 445', {
    remote: tagOfRegion('Storage', 'storage'),
    preflightByText: true,
    ruleName: 'Allow-Storage-445',
    names: 'outbound-storage-445',
  }),
  endpoints: flowTemplate('Outbound', 'TCP 443', {
    remote: { is: 'private-endpoints', groups: usedEndpoints },
    ruleName: 'Allow-PrivateEndpoints-443',
  }),
  frontend: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureFrontDoor.Frontend'),
    ruleName: 'Allow-FrontDoor-Frontend-443',
    names: 'outbound-frontdoor-frontend-443',
  }),
  images: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('MicrosoftContainerRegistry'),
    ruleName: 'Allow-MicrosoftImages-443',
    names: 'outbound-mcr-443',
  }),
  firstParty: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureFrontDoor.FirstParty'),
    ruleName: 'Allow-FrontDoor-FirstParty-443',
    names: 'outbound-frontdoor-firstparty-443',
  }),
  registry: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('AzureContainerRegistry', 'registry'),
    ruleName: 'Allow-Registry-443',
    names: 'outbound-acr-443',
  }),
  // Layers download from blob storage of the registry's region (container-registry-firewall-access-rules, read 2026-11-28).
  registryLayers: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('Storage', 'registry-layers'),
    ruleName: 'Allow-RegistryLayers-443',
    names: 'outbound-storage-443',
  }),
  monitor: flowTemplate('Outbound', 'TCP 443', {
    remote: tag('AzureMonitor'),
    ruleName: 'Allow-Monitor-443',
    names: 'outbound-azuremonitor-443',
  }),
  virtualNetwork: flowTemplate('Outbound', 'Any *', {
    remote: { is: 'own-network' },
    ruleName: 'Allow-VirtualNetwork',
  }),
  keyVault: flowTemplate('Outbound', 'TCP 443', {
    remote: tagOfRegion('AzureKeyVault', 'key-vault'),
    ruleName: 'Allow-KeyVault-443',
    names: 'outbound-keyvault-443',
  }),
} as const;

/** What must go out, in the order of the flow table. */
export const outbound: readonly Requirement[] = [
  {
    id: 'outbound-entra-80-443',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(flows(needs.entra), {
        ...nodes,
        from: '2020-12-10',
        severityIf: [{ if: 'only-ports', ports: ['80'], severity: 'warning' }],
      }),
      { ...then, what: flows(needs.entra2020), severityIf: [] },
    ),
    sources: ['network-traffic', 'public-internet-access', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'outbound-aml-443',
    group: 'outbound',
    profiles: inBothProfiles(requirement(flows(needs.aml), { ...nodes, from: '2020-12-10' }), then),
    sources: [
      'secure-training',
      'network-traffic',
      'public-internet-access',
      'data-exfiltration',
      'secure-training-2020',
    ],
    disagreement: false,
  },
  {
    id: 'outbound-aml-18881',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(flows(needs.amlLanguageServer), {
        from: '2025-02-10',
        severity: 'warning',
        appliesTo: instance,
      }),
    ),
    sources: ['secure-training', 'public-internet-access', 'network-traffic'],
    disagreement: true,
  },
  {
    id: 'outbound-aml-8787',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(flows(needs.amlRStudio), {
        from: '2025-02-10',
        level: 'optional',
        severity: 'info',
        appliesTo: instance,
      }),
    ),
    sources: ['public-internet-access', 'secure-training', 'network-traffic'],
    disagreement: true,
  },
  {
    id: 'outbound-aml-udp-5831',
    group: 'outbound',
    profiles: inCurrentProfile(requirement(flows(needs.amlUdp), { from: '2023-01-20' })),
    sources: ['secure-training', 'network-traffic', 'public-internet-access', 'issue-102366', 'tre-network'],
    disagreement: true,
  },
  {
    id: 'outbound-batch-443',
    group: 'outbound',
    profiles: inCurrentProfile(requirement(flows(needs.batch), { from: '2023-01-20' })),
    sources: [
      'secure-training',
      'network-traffic',
      'public-internet-access',
      'batch-network',
      'issue-102366',
      'issue-tre-4151',
    ],
    disagreement: false,
  },
  {
    id: 'outbound-arm-443',
    group: 'outbound',
    profiles: inBothProfiles(requirement(flows(needs.arm), { ...nodes, from: '2020-12-10' }), then),
    sources: ['network-traffic', 'public-internet-access', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'outbound-storage-443',
    group: 'outbound',
    profiles: inBothProfiles(requirement(flows(needs.storage), { ...nodes, from: '2020-12-10' }), then),
    sources: [
      'secure-training',
      'network-traffic',
      'public-internet-access',
      'data-exfiltration',
      'secure-training-2020',
    ],
    disagreement: true,
  },
  {
    id: 'outbound-storage-445',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(flows(needs.fileShareEndpoint, needs.fileShare), {
        from: '2022-04-21',
        level: 'situational',
        // Pages of 2025 and 2026 want it where a firewall is in front of the storage's endpoint; refusals are of 2022.
        severity: 'warning',
        severityIf: [{ if: 'only-beside-endpoints', severity: 'info' }],
      }),
    ),
    sources: [
      'secure-training',
      'public-internet-access',
      'network-traffic',
      'issue-tre-2780',
      'issue-91825',
    ],
    disagreement: true,
  },
  {
    id: 'outbound-virtualnetwork-443',
    group: 'outbound',
    profiles: inCurrentProfile(requirement(flows(needs.endpoints), { ...nodes, from: '2024-08-29' })),
    sources: ['network-traffic', 'managed-network'],
    disagreement: false,
  },
  {
    id: 'outbound-virtualnetwork-any',
    group: 'outbound',
    // The article lists it among the rules of the NSG that Azure itself attaches to the nodes.
    profiles: only2020(requirement(flows(needs.virtualNetwork), { from: '2020-12-10', severity: 'warning' })),
    sources: ['secure-training-2020', 'batch-network'],
    disagreement: false,
  },
  {
    id: 'outbound-frontdoor-frontend-443',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(flows(needs.frontend), {
        from: '2024-01-31',
        severity: 'warning',
        ...nodes,
        appliesTo: plans({ ...nodesAndMachines, clouds: ['public', 'usgov'] }),
      }),
    ),
    sources: ['public-internet-access', 'network-traffic', 'data-exfiltration'],
    disagreement: false,
  },
  {
    id: 'outbound-mcr-443',
    group: 'outbound',
    // In 2020 only default images with dependencies of one's own needed them: while nobody says so, a hint.
    profiles: inBothProfiles(requirement(flows(needs.images), { ...nodes, from: '2020-12-10' }), {
      ...then,
      level: 'situational',
      severity: 'info',
    }),
    sources: ['public-internet-access', 'network-traffic', 'data-exfiltration', 'secure-training-2020'],
    disagreement: true,
  },
  {
    id: 'outbound-frontdoor-firstparty-443',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(flows(needs.firstParty), {
        ...nodes,
        from: '2020-12-10',
        appliesTo: plans({ ...nodesAndMachines, clouds: ['public'] }),
      }),
      {
        appliesTo: plans({ ...then.appliesTo, clouds: ['public'] }),
        level: 'situational',
        severity: 'info',
      },
    ),
    sources: [
      'public-internet-access',
      'network-traffic',
      'managed-network',
      'service-tags',
      'secure-training-2020',
    ],
    disagreement: false,
  },
  {
    id: 'outbound-acr-443',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(
        { is: 'flows', flows: [needs.registry, needs.registryLayers], unlessEndpoint: 'registry' },
        {
          ...nodes,
          from: '2020-12-10',
          level: 'situational',
          basis: 'derived',
          // Jobs with images of Microsoft's registry alone run without it.
          severity: 'warning',
          severityIf: [{ if: 'registry-filled', severity: 'error', none: 'info' }],
        },
      ),
      { ...then, level: 'required', basis: 'documented', severity: 'error', severityIf: [] },
    ),
    sources: ['network-traffic', 'secure-training-2020', 'registry-firewall', 'registry-isolation'],
    disagreement: true,
  },
  {
    id: 'outbound-azuremonitor-443',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(
        { is: 'flows', flows: [needs.monitor], unlessEndpoint: 'azuremonitor' },
        { ...nodes, from: '2024-07-08', level: 'optional', severity: 'warning' },
      ),
    ),
    sources: ['public-internet-access', 'network-traffic', 'secure-workspace'],
    disagreement: false,
  },
  {
    id: 'outbound-keyvault-443',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(flows(needs.keyVault), {
        from: '2025-02-06',
        level: 'situational',
        severity: 'info',
        severityIf: [{ if: 'high-business-impact', severity: 'error', unknown: 'warning' }],
      }),
    ),
    sources: ['public-internet-access', 'network-traffic', 'traffic-flow'],
    disagreement: true,
  },
  {
    id: 'outbound-graph-443',
    group: 'outbound',
    profiles: inCurrentProfile(
      // Nothing of the compute resource waits for it: users are looked up, and code may call it.
      requirement(flows(needs.graph), { from: '2025-06-12', level: 'situational', severity: 'warning' }),
    ),
    sources: ['network-traffic', 'secure-training', 'azure-ad-graph'],
    disagreement: true,
  },
  {
    id: 'outbound-websocket',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(noteUnlessInternet('always'), { from: '2020-12-10', appliesTo: instance }),
    ),
    sources: ['secure-training', 'network-traffic', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'outbound-python-packages',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(hostNamesOnly('outbound-python-packages', { elsewhere: true }), {
        ...nodes,
        from: '2020-12-10',
        level: 'optional',
        severity: 'warning',
      }),
      then,
    ),
    sources: ['recommended-outbound', 'public-internet-access'],
    disagreement: false,
  },
  {
    id: 'outbound-vscode-hosts',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(hostNamesOnly('outbound-vscode-hosts'), {
        from: '2025-02-10',
        level: 'optional',
        severity: 'warning',
        appliesTo: instance,
      }),
    ),
    sources: ['network-traffic', 'public-internet-access'],
    disagreement: true,
  },
  {
    id: 'outbound-rstudio-hosts',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(hostNamesOnly('outbound-rstudio-hosts', { elsewhere: true }), {
        from: '2026-03-19',
        level: 'optional',
        severity: 'info',
        appliesTo: instance,
      }),
    ),
    sources: ['network-traffic'],
    disagreement: false,
  },
  {
    id: 'outbound-signin-cdn',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(hostNamesOnly('outbound-signin-cdn'), {
        from: '2023-03-03',
        level: 'recommended',
        basis: 'observed',
        severity: 'info',
      }),
    ),
    sources: ['issue-106137'],
    disagreement: false,
  },
  {
    id: 'restricted-egress-composite-2020',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(setting('list-of-2020'), { from: '2020-12-10', level: 'optional', severity: 'info' }),
    ),
    sources: ['secure-training-2020', 'secure-training'],
    disagreement: false,
  },
  {
    id: 'outbound-default-open',
    group: 'outbound',
    profiles: inBothProfiles(
      requirement(setting('open-default'), {
        from: '2020-12-10',
        level: 'optional',
        severity: 'info',
        appliesTo: plans({ publicIp: 'with' }),
      }),
    ),
    sources: ['batch-network', 'security-groups', 'secure-training-2020'],
    disagreement: false,
  },
  {
    id: 'service-tag-region-selection',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(setting('tag-regions'), {
        from: '2024-01-31',
        severity: 'warning',
        appliesTo: plans({ kinds: ['cluster'] }),
      }),
    ),
    sources: ['secure-training', 'public-internet-access', 'data-exfiltration', 'traffic-flow'],
    disagreement: true,
  },
  {
    id: 'exfil-service-endpoint-policy',
    group: 'outbound',
    profiles: inCurrentProfile(
      // A policy that blocks Azure ML's own storage or the workspace's is an error; the setting's check sets that.
      requirement(setting('endpoint-policy'), { from: '2024-01-31', level: 'optional', severity: 'info' }),
    ),
    sources: ['data-exfiltration', 'endpoint-policies'],
    disagreement: true,
  },
  {
    id: 'exfil-curated-env-registry',
    group: 'outbound',
    profiles: inCurrentProfile(
      requirement(hostNamesOnly('exfil-curated-env-registry'), {
        from: '2024-01-31',
        level: 'situational',
        severity: 'warning',
      }),
    ),
    sources: ['data-exfiltration'],
    disagreement: false,
  },
];
