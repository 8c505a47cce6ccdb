import { beforeAll, describe, expect, test } from 'vitest';
import type { Readiness } from '../../../../src/contract/wizard/readiness';
import { pickSubnet, pickWorkspace, openWizard, worstFix } from './open-wizard';

/** What Readiness says of one situation of the sample. */
interface Golden {
  readonly workspace: string;
  readonly network: string;
  readonly subnet: string;
  /** Case number of the collection of real failures, or requirement id. */
  readonly shows: string;
  readonly summary: string;
  /** Rows that are open or unknown, in order: `id: word rest`. A row that many share stands for them. */
  readonly open: readonly string[];
  /** The button of the worst cause that has a fix. */
  readonly fix: string | null;
}

const fraud = { workspace: 'mlw-fraud-prod', network: 'vnet-ml-prod-weu' };
const dev = { workspace: 'mlw-risk-dev', network: 'vnet-ml-dev-weu' };
const blocked = (port: string): string => `Blocked by rule 4096 Deny-All · ${port}`;
const noWayOut =
  'No outbound access: private subnet without a NAT gateway, public IP, or network virtual appliance (NVA)';
const notReadable =
  'Unknown: you don’t have permission to read nsg-partner. Required role: Reader on rg-security-core.';
const beforeNewer = {
  summary: 'Not ready: 1 error blocks 9 flows',
  open: [
    `outbound-aml-udp-5831: ${blocked('UDP 5831')}`,
    `outbound-batch-443: ${blocked('TCP 443')}`,
    'inbound-intra-subnet: Partly blocked by rule 4096 Deny-All · all but TCP 443',
    `outbound-frontdoor-frontend-443: ${blocked('TCP 443')}`,
    `outbound-acr-443: ${blocked('TCP 443')}`,
    `outbound-azuremonitor-443: ${blocked('TCP 443')}`,
    `outbound-storage-445: ${blocked('TCP 445')}`,
  ],
  fix: 'Fix 8 of 9 flows…',
};
const registryAndLogs = [
  `outbound-acr-443: ${blocked('TCP 443')}`,
  `outbound-azuremonitor-443: ${blocked('TCP 443')}`,
];
const internetFlows = [
  'outbound-entra-80-443',
  'outbound-graph-443',
  'outbound-aml-443',
  'outbound-aml-udp-5831',
  'outbound-batch-443',
  'outbound-arm-443',
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
  'outbound-frontdoor-frontend-443',
];
const toAppliance = (id: string, ports = 'TCP 443'): string =>
  `${id}: Depends on an appliance: 10.0.1.4 · ${ports}`;
const allToAppliance = [
  toAppliance('outbound-entra-80-443', 'TCP 80 and 443'),
  toAppliance('outbound-graph-443'),
  toAppliance('outbound-aml-443'),
  toAppliance('outbound-aml-udp-5831', 'UDP 5831'),
  toAppliance('outbound-batch-443'),
  toAppliance('outbound-arm-443'),
  toAppliance('outbound-storage-443'),
  toAppliance('outbound-storage-445', 'TCP 445'),
  toAppliance('outbound-frontdoor-frontend-443'),
  toAppliance('outbound-mcr-443'),
  toAppliance('outbound-frontdoor-firstparty-443'),
  toAppliance('outbound-acr-443'),
  toAppliance('outbound-azuremonitor-443'),
];
const defaultAccess =
  'egress-explicit-for-npip: Failed: the subnet has only default outbound access. For pools without a public IP address, Batch announced its end for March 31, 2026';
const noEndpointHere =
  'cluster-cross-region-connectivity: Failed: the workspace doesn’t have a private endpoint in this network or a peered one';

const golden: readonly Golden[] = [
  {
    ...fraud,
    subnet: 'snet-train-gpu',
    shows: 'healthy',
    summary: 'Ready, 1 warning',
    open: registryAndLogs,
    fix: 'Fix 3 of 4 flows…',
  },
  { ...fraud, subnet: 'snet-training', shows: 'case 1', ...beforeNewer },
  { ...fraud, subnet: 'snet-scoring', shows: 'case 4', ...beforeNewer },
  {
    ...fraud,
    subnet: 'snet-sandbox',
    shows: 'case 18',
    summary: 'Not ready: 1 error blocks 9 flows',
    open: [
      ...internetFlows.map((id) => `${id}: ${noWayOut}`),
      ...registryAndLogs,
      'egress-explicit-for-npip: Failed: the private subnet doesn’t have a NAT gateway, public IP address, or network virtual appliance (NVA)',
    ],
    fix: 'Fix 10 flows…',
  },
  {
    ...fraud,
    subnet: 'snet-dbx-private',
    shows: 'case 24',
    summary: 'Can’t be used: Delegated to Databricks',
    open: ['subnet-no-delegation: Failed: the subnet is delegated to Microsoft.Databricks/workspaces'],
    fix: null,
  },
  {
    ...fraud,
    subnet: 'snet-batch-legacy',
    shows: 'case 26',
    summary: 'Can’t be used: Full (0 addresses free)',
    open: ['subnet-free-ips-cluster: Failed: all addresses are in use', ...registryAndLogs],
    fix: null,
  },
  {
    ...fraud,
    subnet: 'GatewaySubnet',
    shows: 'subnet-reserved-name',
    summary: 'Can’t be used: Reserved name',
    open: ['subnet-reserved-name: Failed: Azure reserves the name GatewaySubnet', defaultAccess],
    fix: null,
  },
  {
    ...fraud,
    subnet: 'snet-privatelink',
    shows: 'npip-requires-private-endpoint',
    summary: 'Not ready: 1 error blocks 15 flows',
    open: [
      ...[...internetFlows, 'outbound-acr-443', 'outbound-azuremonitor-443'].map(
        (id) => `${id}: ${noWayOut}`,
      ),
      'egress-explicit-for-npip: Failed: the private subnet doesn’t have a NAT gateway, public IP address, or network virtual appliance (NVA)',
    ],
    fix: 'Fix 13 of 16 flows…',
  },
  {
    ...dev,
    subnet: 'snet-dev-open',
    shows: 'outbound-default-open',
    summary: 'Ready; 17 flows rely on default rules',
    open: [],
    fix: null,
  },
  {
    ...dev,
    subnet: 'snet-dev-train',
    shows: 'case 6',
    summary: 'Not ready: 1 error blocks 1 flow',
    open: ['inbound-aml-44224: Blocked: no allow rule matches (default rule 65500) · TCP 44224'],
    fix: 'Fix 2 flows…',
  },
  {
    ...dev,
    subnet: 'snet-dev-aci',
    shows: 'case 25',
    summary: 'Can’t be used: Delegated to ContainerInstance',
    open: [
      'subnet-no-delegation: Failed: the subnet is delegated to Microsoft.ContainerInstance/containerGroups',
    ],
    fix: null,
  },
  {
    workspace: 'mlw-risk-dev',
    network: 'vnet-spoke-risk-weu',
    subnet: 'snet-train-hub',
    shows: 'case 14',
    summary: 'Not ready: 1 error blocks 1 flow',
    open: [
      'inbound-aml-44224: Reply lost: the reply leaves through appliance 10.0.1.4, not the way the call came · TCP 44224',
      ...allToAppliance,
    ],
    fix: 'Fix 2 flows…',
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-spoke-risk-weu',
    subnet: 'snet-train-hub',
    shows: 'case 14 without a public IP',
    summary: 'Not confirmed: 2 causes (14 flows)',
    open: [
      'cluster-cross-region-connectivity: Unknown: the workspace doesn’t have a private endpoint in this network or a peered one, but another path might exist',
      ...allToAppliance,
    ],
    fix: null,
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-ml-prod-neu',
    subnet: 'snet-train',
    shows: 'vnet-same-region-cluster',
    summary: 'Not ready: 2 errors (3 flows)',
    open: [
      `outbound-aml-udp-5831: ${blocked('UDP 5831')}`,
      `outbound-storage-445: ${blocked('TCP 445')}`,
      'outbound-entra-80-443: Partly blocked by rule 4096 Deny-All · all but TCP 443',
      noEndpointHere,
      'vnet-same-region-cluster: Failed: the network is in northeurope, and the workspace in westeurope',
      defaultAccess,
    ],
    fix: 'Fix 3 flows…',
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-lab-docker',
    subnet: 'snet-lab',
    shows: 'vnet-docker-bridge-overlap',
    summary: 'Can’t be used: Overlaps 172.17.0.0/16',
    open: [
      noEndpointHere,
      'vnet-docker-bridge-overlap: Failed: 172.17.0.0/16 overlaps 172.17.0.0/16',
      defaultAccess,
    ],
    fix: null,
  },
  {
    workspace: 'mlw-risk-dev',
    network: 'vnet-lab-docker',
    subnet: 'snet-lab',
    shows: 'policy-forbids-network-resources',
    summary: 'Can’t be used: Overlaps 172.17.0.0/16',
    open: [
      'policy-forbids-network-resources: Failed: policy no-public-ip on rg-lab denies publicIPAddresses',
      'vnet-docker-bridge-overlap: Failed: 172.17.0.0/16 overlaps 172.17.0.0/16',
    ],
    fix: null,
  },
  {
    workspace: 'mlw-risk-dev',
    network: 'vnet-ml-2020-weu',
    subnet: 'snet-train-2020',
    shows: 'case 8',
    summary: 'Not ready: 2 errors (6 flows)',
    open: [
      'lock-on-vnet-resource-group: Failed: lock keep-2020 on rg-legacy prevents deletion',
      'outbound-aml-udp-5831: Blocked by rule 4000 DenyInternet · UDP 5831',
      'outbound-batch-443: Blocked by rule 4000 DenyInternet · TCP 443',
      'outbound-frontdoor-frontend-443: Blocked by rule 4000 DenyInternet · TCP 443',
      'outbound-azuremonitor-443: Blocked by rule 4000 DenyInternet · TCP 443',
    ],
    fix: 'Fix 5 of 6 flows…',
  },
  {
    workspace: 'mlw-fraud-prod',
    network: 'vnet-partner-weu',
    subnet: 'snet-partner-train',
    shows: 'rbac-network-read',
    summary: 'Not ready: 1 error',
    open: [
      noEndpointHere,
      ...[
        'inbound-intra-subnet',
        'outbound-entra-80-443',
        'outbound-graph-443',
        'outbound-aml-443',
        'outbound-aml-udp-5831',
        'outbound-batch-443',
        'outbound-arm-443',
        'outbound-storage-443',
        'outbound-storage-445',
        'outbound-frontdoor-frontend-443',
        'outbound-mcr-443',
        'outbound-frontdoor-firstparty-443',
        'outbound-acr-443',
        'outbound-azuremonitor-443',
      ].map((id) => `${id}: ${notReadable}`),
      defaultAccess,
    ],
    fix: 'Fix 2 (billed)…',
  },
];

const nameOf = (one: Golden): string => `${one.workspace} in ${one.network}/${one.subnet}`;

describe('Readiness of every situation of the sample', () => {
  const boards = new Map<string, Readiness>();

  beforeAll(async () => {
    const w = openWizard();
    for (const one of golden) {
      await pickWorkspace(w, one.workspace);
      await pickSubnet(w, one.network, one.subnet);
      if (w.page.board) boards.set(nameOf(one), w.page.board);
    }
    w.dispose();
  }, 120_000);

  test.each(golden.map((one) => ({ ...one, name: nameOf(one) })))('$shows: $name', (one) => {
    const board = boards.get(one.name);
    expect(board?.summary).toBe(one.summary);
    const rows = board?.groups.flatMap((group) => group.rows) ?? [];
    const open = rows.filter((row) => ['to-fix', 'unknown', 'advised'].includes(row.counts));
    expect([...open.map((row) => `${row.id}: ${row.word} ${row.rest}`)].sort()).toEqual([...one.open].sort());
    expect(worstFix(board)?.label ?? null).toBe(one.fix);
  });

  test.each(golden.map(nameOf))('counts, groups and order agree with the rows: %s', (name) => {
    const board = boards.get(name);
    const groups = board?.groups ?? [];
    const rows = groups.flatMap((group) => group.rows);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    // Errors, unknown, warnings, information, by default, passed; groups by their worst row.
    const order = ['to-fix', 'unknown', 'advised', 'note', 'default', 'met'];
    const ranks = groups.map((group) => group.rows.map((row) => order.indexOf(row.counts)));
    for (const one of ranks) expect(one).toEqual([...one].sort((a, b) => a - b));
    const isOpen = (group: (typeof groups)[number]): boolean =>
      group.rows.some((row) => ['to-fix', 'unknown', 'advised'].includes(row.counts));
    expect(groups.map((group) => group.open)).toEqual(groups.map(isOpen));
    expect(groups.map((group) => group.open)).toEqual(
      [...groups.map(isOpen)].sort((a, b) => Number(b) - Number(a)),
    );
    // Every row that stands behind a fold has its fold, and every fold says how many it hides.
    for (const group of groups) {
      for (const row of group.rows) {
        if (row.fold !== null) expect(group.folds.map((one) => one.id)).toContain(row.fold);
      }
      for (const fold of group.folds) {
        const hidden = group.rows.filter((row) => row.fold === fold.id).length;
        expect(fold.text).toContain(String(hidden));
      }
    }
  });

  test.each(golden.map(nameOf))('each row is in one place by cause too: %s', (name) => {
    const { causes, passed, others, groups } = boards.get(name)!;
    const apart = groups.filter((one) => one.id === 'good-to-know').flatMap((one) => one.rows);
    const rows = groups.flatMap((group) => group.rows);
    const inCauses = causes.flatMap((one) => one.flows.map((flow) => flow.id));
    const fine = passed?.groups.flatMap((one) => one.ids) ?? [];
    const all = [...inCauses, ...fine, ...(others?.ids ?? []), ...apart.map(({ id }) => id)];
    expect(all.sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(fine).toHaveLength(rows.filter((row) => ['met', 'default'].includes(row.counts)).length);
  });
});
