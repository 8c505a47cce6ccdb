import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { findFix, fixableIds, type TestedFix } from '../../../../src/checks/fixes/find-fix';
import { otherSubnetsAfter } from '../../../../src/checks/fixes/other-subnets';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { summarize } from '../../../../src/checks/summary';
import { reason } from '../../../../src/core/reason';
import type { ResourceChange } from '../../../../src/core/resource-change';
import { associated, created, removedRoute, removedRule, setTo, stepsOf } from '../../../support/changes';
import { known } from '../../../../src/core/known';
import {
  buildModel,
  buildPlan,
  facts,
  modelSecurityGroupId,
  otherTags,
  privateInstance,
  subnetIdOf,
  tableId,
  type NetworkSpec,
  type PlanSpec,
} from '../model-builder';
import { resultLine } from '../result-line';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const control = 'in 100 Allow Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-Control';
/** The workspace's private endpoint, in the same network. */
const linked = 'pe-ws amlworkspace 10.40.7.4';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';

/** An NSG from before UDP 5831, Batch, and the file share were required: the case of the first picture. */
const olderRules = [
  'out 110 Allow Tcp VirtualNetwork>AzureActiveDirectory 80,443 Allow-EntraID',
  'out 120 Allow Tcp VirtualNetwork>AzureMachineLearning 443 Allow-AzureML',
  'out 130 Allow Tcp VirtualNetwork>AzureResourceManager 443 Allow-ARM',
  'out 140 Allow Tcp VirtualNetwork>Storage.WestEurope 443 Allow-Storage',
  'out 150 Allow Tcp VirtualNetwork>MicrosoftContainerRegistry 443 Allow-Images',
  'out 160 Allow Tcp VirtualNetwork>AzureFrontDoor.FirstParty 443 Allow-Layers',
  'out 170 Allow Tcp VirtualNetwork>VirtualNetwork 443 Allow-Endpoints',
  denyAll,
];
const olderNeeds = ['outbound-aml-udp-5831', 'outbound-batch-443', 'outbound-storage-445'];

function find(network: NetworkSpec, plan: PlanSpec, ids: readonly string[]): TestedFix | undefined {
  return findFix({ model: buildModel(network), plan: buildPlan(plan), facts }, ids);
}

/** Changes as lines: `rule 180 Out * 10.40.4.0/26>Tag 443 Name`, `route Tag Internet`. */
function lines(found: TestedFix | undefined): readonly string[] | undefined {
  return found?.fix.changes.map(line);
}

function line({ type, before, after: is }: ResourceChange): string {
  if (type !== 'rule' && type !== 'route') return type;
  if (is === null) return `remove ${before?.name}`;
  if (type === 'route') return `route ${is.destination} ${is.nextHop}`;
  const { priority, direction, protocol, sources, destinations, destinationPorts, name } = is;
  const sides = `${sources.join()}>${destinations.join()}`;
  return `rule ${priority} ${direction} ${protocol} ${sides} ${destinationPorts.join()} ${name}`;
}

function after(found: TestedFix | undefined, id: string): string {
  return resultLine(found?.after.find((one) => one.requirement === id));
}

describe('a dual-stack subnet that shares its NSG', () => {
  it('is named by its IPv4 prefix alone, since a rule has one address family', () => {
    const network = {
      prefixes: ['10.40.4.0/26', 'fd00:40:4::/64'],
      addressSpace: ['10.40.0.0/16', 'fd00:40::/48'],
      rules: olderRules,
      sharedWith: ['snet-other'],
      endpoints: [linked],
    };
    const [rule] = lines(find(network, privateInstance, ['outbound-aml-udp-5831'])) ?? [];
    expect(rule).toContain(' Udp 10.40.4.0/26>AzureMachineLearning 5831 ');
  });
});

describe('a deny-all rule without the newer rules', () => {
  it('is opened by three rules, after the existing rules and before the deny rule', () => {
    const found = find({ rules: olderRules, endpoints: [linked] }, privateInstance, olderNeeds);
    expect(lines(found)).toEqual([
      'rule 180 Outbound Udp VirtualNetwork>AzureMachineLearning 5831 Allow-AzureML-UDP-5831',
      'rule 190 Outbound * VirtualNetwork>BatchNodeManagement.WestEurope 443 Allow-Batch-443',
      'rule 200 Outbound Tcp VirtualNetwork>Storage.WestEurope 445 Allow-Storage-445',
    ]);
    expect(found?.fix.opens).toEqual([
      { direction: 'Outbound', protocol: 'UDP', ports: '5831', remote: 'AzureMachineLearning', ranges: 3 },
      {
        direction: 'Outbound',
        protocol: 'Any',
        ports: '443',
        remote: 'BatchNodeManagement.WestEurope',
        ranges: 2,
      },
      { direction: 'Outbound', protocol: 'TCP', ports: '445', remote: 'Storage.WestEurope', ranges: 2 },
    ]);
    expect(found?.fix).toMatchObject({
      effect: 'opens',
      closes: [],
      alsoUsedBy: [],
      requirements: olderNeeds,
    });
    expect(summarize(found?.after ?? [])).toMatchObject({ errors: 0, ready: true });
  });

  it('names this subnet’s own addresses if the NSG serves others too', () => {
    const found = find({ rules: olderRules, sharedWith: ['snet-scoring'] }, privateInstance, olderNeeds);
    expect(lines(found)).toEqual([
      'rule 180 Outbound Udp 10.40.4.0/26>AzureMachineLearning 5831 Allow-AzureML-UDP-5831',
      'rule 190 Outbound * 10.40.4.0/26>BatchNodeManagement.WestEurope 443 Allow-Batch-443',
      'rule 200 Outbound Tcp 10.40.4.0/26>Storage.WestEurope 445 Allow-Storage-445',
    ]);
    expect(found?.fix.alsoUsedBy).toEqual([subnetIdOf('snet-scoring')]);
  });

  it('names them too if the users of the NSG are unknown', () => {
    const found = find({ rules: olderRules, usersUnread: true }, privateInstance, ['outbound-aml-udp-5831']);
    expect(lines(found)?.[0]).toContain('10.40.4.0/26>AzureMachineLearning');
  });

  it('opens the file share’s private endpoint too', () => {
    const endpoints = ['pe-file file 10.40.7.6'];
    const found = find({ rules: olderRules, endpoints }, privateInstance, ['outbound-storage-445']);
    expect(lines(found)).toEqual([
      'rule 180 Outbound Tcp VirtualNetwork>10.40.7.0/28 445 Allow-FileShare-445',
      'rule 190 Outbound Tcp VirtualNetwork>Storage.WestEurope 445 Allow-Storage-445',
    ]);
    expect(after(found, 'outbound-storage-445')).toBe('allowed by 180 Allow-FileShare-445');
  });

  it('opens both regions of a cluster in another region', () => {
    const found = find({ rules: [denyAll], region: 'northeurope' }, {}, ['outbound-batch-443']);
    expect(lines(found)).toEqual([
      'rule 100 Outbound * VirtualNetwork>BatchNodeManagement.NorthEurope 443 Allow-Batch-443-NorthEurope',
      'rule 110 Outbound * VirtualNetwork>BatchNodeManagement.WestEurope 443 Allow-Batch-443-WestEurope',
    ]);
  });

  it('allows traffic between nodes, in both directions', () => {
    const rules = [denyAll, 'in 4096 Deny * *>* * Deny-All-In'];
    expect(lines(find({ rules }, {}, ['inbound-intra-subnet']))).toEqual([
      'rule 100 Outbound * 10.40.4.0/26>10.40.4.0/26 * Allow-Nodes',
      'rule 100 Inbound * 10.40.4.0/26>10.40.4.0/26 * Allow-Nodes-In',
    ]);
  });
});

describe('the other subnets of a shared NSG', () => {
  it('stay as they are', () => {
    const input = {
      model: buildModel({ rules: olderRules, endpoints: [linked], sharedWith: ['snet-scoring'] }),
      plan: buildPlan(privateInstance),
      facts,
    };
    const found = findFix(input, olderNeeds)!;
    const [scoring] = otherSubnetsAfter(input, found.fix);
    expect(scoring?.subnetId).toBe(subnetIdOf('snet-scoring'));
    expect(scoring?.changed).toEqual([]);
    expect([scoring?.before?.errors, scoring?.after?.errors]).toEqual([2, 2]);
    expect(scoring).toMatchObject({ worse: [], closes: [], withoutPublicIp: false });
  });

  it('are listed even if they aren’t in the model, without a statement about them', () => {
    const model = buildModel({ rules: olderRules });
    const elsewhere = `${subnetIdOf('snet-training')}-of-somebody`;
    const securityGroups = model.securityGroups.map((group) => ({ ...group, usedBy: known([elsewhere]) }));
    const input = { model: { ...model, securityGroups }, plan: buildPlan(privateInstance), facts };
    const found = findFix(input, olderNeeds)!;
    expect(found.fix.alsoUsedBy).toEqual([elsewhere]);
    expect(otherSubnetsAfter(input, found.fix)).toEqual([
      {
        subnetId: elsewhere,
        before: null,
        after: null,
        changed: [],
        worse: [],
        closes: [],
        withoutPublicIp: false,
      },
    ]);
  });
});

describe('44224 from the wrong source', () => {
  it('gets the right rule in addition to the wrong one, which stays', () => {
    const rules = ['in 100 Allow Tcp BatchNodeManagement>* 44224 Allow-Wrong'];
    const found = find({ rules }, {}, ['inbound-aml-44224']);
    expect(lines(found)).toEqual([
      'rule 110 Inbound Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-AzureML-44224',
    ]);
    expect(after(found, 'subnet-nsg-must-not-contradict-auto-nsg')).toBe('passed check.agree.yes');
  });

  it('under forced tunneling also gets its route', () => {
    const rules = ['in 100 Allow Tcp BatchNodeManagement>* 44224 Allow-Wrong', 'in 200 Deny * *>* * Deny-In'];
    const found = find({ rules, routes: [tunnel] }, {}, ['inbound-aml-44224']);
    expect(lines(found)).toEqual([
      'rule 110 Inbound Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-AzureML-44224',
      'route AzureMachineLearning Internet',
    ]);
  });
});

describe('forced tunneling to an appliance', () => {
  const spec = {
    nat: null,
    rules: [
      control,
      'out 100 Allow Tcp *>AzureMachineLearning 443 A',
      'out 110 Allow Udp *>AzureMachineLearning 5831 B',
    ],
    routes: [tunnel],
  } satisfies NetworkSpec;

  it('gets a service-tag route, and the remaining flows still depend on the appliance', () => {
    const found = find(spec, {}, ['inbound-aml-44224', 'udr-forced-tunnel-aml']);
    expect(lines(found)).toEqual(['route AzureMachineLearning Internet']);
    expect(stepsOf(found?.fix)[0]).toMatchObject({ into: tableId });
    expect(after(found, 'inbound-aml-44224')).toBe('allowed by 100 Allow-Control');
    expect(after(found, 'udr-forced-tunnel-aml')).toBe('passed check.replies.direct');
    expect(after(found, 'outbound-aml-443')).toBe('allowed by 100 A');
    expect(after(found, 'outbound-batch-443')).toBe('error forwarded by 0.0.0.0/0 VirtualAppliance');
    expect(found?.fix.opens).toEqual([
      { direction: 'Outbound', protocol: 'Any', ports: 'any', remote: 'AzureMachineLearning', ranges: 3 },
    ]);
  });

  it.each([
    ['Tcp', '22', ['TCP 0-21, 23-65535', 'UDP any', 'ICMP any']],
    ['Udp', '53', ['TCP any', 'UDP 0-52, 54-65535', 'ICMP any']],
    ['Tcp', '*', ['UDP any', 'ICMP any']],
    ['Icmp', '*', ['TCP any', 'UDP any']],
    ['*', '53', ['Any 0-52, 54-65535']],
  ])('lists each opened protocol if a rule denies a part of one: %s %s', (protocol, ports, opened) => {
    const deny = `out 90 Deny ${protocol} *>AzureMachineLearning ${ports} Deny-Part`;
    const found = find({ ...spec, rules: [deny, ...spec.rules] }, {}, ['udr-forced-tunnel-aml']);
    const opens = found?.fix.opens.map((one) => `${one.protocol} ${one.ports}`) ?? [];
    expect(opens.toSorted()).toEqual(opened.toSorted());
  });

  it('lists TCP and UDP, not any protocol, if a rule denies ICMP', () => {
    const rules = [control, 'out 90 Deny Icmp *>AzureMachineLearning * No-Ping'];
    const found = find({ ...spec, rules }, {}, ['udr-forced-tunnel-aml']);
    const opens = found?.fix.opens.map((one) => `${one.protocol} ${one.ports}`);
    expect(opens).toEqual(['TCP any', 'UDP any']);
  });

  const lost = ['outbound-aml-443', 'outbound-aml-udp-5831'];

  it('reports that private subnets of a shared route table lose the path through the appliance', () => {
    const input = { model: buildModel({ ...spec, sharedWith: ['snet-scoring'] }), plan: buildPlan(), facts };
    const found = findFix(input, ['inbound-aml-44224'])!;
    expect(lines(found)).toEqual(['route AzureMachineLearning Internet']);
    expect(found.fix.effect).toBe('closes');
    const subnet = subnetIdOf('snet-scoring');
    expect(found.fix.closes).toEqual([
      {
        direction: 'Outbound',
        protocol: 'TCP',
        ports: '443',
        remote: 'AzureMachineLearning',
        ranges: 3,
        subnet,
      },
      {
        direction: 'Outbound',
        protocol: 'UDP',
        ports: '5831',
        remote: 'AzureMachineLearning',
        ranges: 3,
        subnet,
      },
    ]);
    expect(otherSubnetsAfter(input, found.fix)).toEqual([
      expect.objectContaining({
        subnetId: subnetIdOf('snet-scoring'),
        worse: expect.arrayContaining(lost) as unknown,
        closes: found.fix.closes.map((one) => expect.objectContaining({ ports: one.ports }) as unknown),
        changed: expect.arrayContaining(lost) as unknown,
        withoutPublicIp: true,
      }),
    ]);
  });

  it('closes nothing in other subnets with a NAT gateway', () => {
    const input = {
      model: buildModel({ ...spec, nat: 1, sharedWith: ['snet-scoring'] }),
      plan: buildPlan(),
      facts,
    };
    const found = findFix(input, ['inbound-aml-44224'])!;
    expect(found.fix).toMatchObject({ effect: 'opens', closes: [] });
    expect(otherSubnetsAfter(input, found.fix)[0]).toMatchObject({ worse: [], withoutPublicIp: false });
  });

  it('gets rules that name the tag in addition to the route if Internet leaves the result unknown', () => {
    const found = find(
      { ...spec, rules: [control, 'out 300 Allow * *>Internet * Allow-Internet', denyAll] },
      {},
      ['inbound-aml-44224'],
    );
    expect(lines(found)).toEqual([
      'rule 310 Outbound Tcp VirtualNetwork>AzureMachineLearning 443 Allow-AzureML-443',
      'rule 320 Outbound Udp VirtualNetwork>AzureMachineLearning 5831 Allow-AzureML-UDP-5831',
      'route AzureMachineLearning Internet',
    ]);
    // Allowed whatever the unknown value is: by the broader rule, or by the new one.
    expect(after(found, 'outbound-aml-443')).toMatch(/^allowed by 3[01]0 /);
  });

  it('isn’t fixed if the route table already names the tag', () => {
    const routes = [tunnel, 'azuremachinelearning appliance 10.40.1.4'];
    expect(find({ ...spec, routes }, {}, ['inbound-aml-44224'])).toBeUndefined();
  });

  it('isn’t fixed if the route table wasn’t read', () => {
    expect(find({ ...spec, routes: 'unread' }, {}, ['inbound-aml-44224'])).toBeUndefined();
  });

  it('gets a route for each prefix if the route table has no room for another tag, and reports the opened flows', () => {
    const tagged = otherTags(25).map((tag) => `${tag} internet`);
    const found = find({ ...spec, routes: [tunnel, ...tagged] }, {}, ['inbound-aml-44224']);
    expect(lines(found)?.filter((line) => line.startsWith('route'))).toEqual([
      'route 20.86.88.160/28 Internet',
      'route 20.88.16.0/24 Internet',
      'route 40.81.27.228/32 Internet',
    ]);
    expect(after(found, 'inbound-aml-44224')).toMatch(/^allowed by /);
    // Prefixes of user routes are VirtualNetwork, which a default rule allows inbound.
    expect(
      found?.fix.opens.map(({ direction, ports, remote }) => `${direction} ${ports} ${remote}`),
    ).toContain('Inbound any AzureMachineLearning');
  });

  it('has no fix for flows that the appliance decides', () => {
    expect(find(spec, {}, ['outbound-batch-443'])).toBeUndefined();
  });
});

describe('a route that drops', () => {
  it('is fixed by a more specific route for a tag without a region, never by removing the route', () => {
    expect(lines(find({ routes: ['0.0.0.0/0 none'] }, {}, ['outbound-arm-443']))).toEqual([
      'route AzureResourceManager Internet',
    ]);
  });

  it('is fixed by prefix for a regional tag, which a route often can’t name', () => {
    const found = find({ routes: ['0.0.0.0/0 none'] }, {}, ['outbound-batch-443']);
    expect(lines(found)).toEqual(['route 13.69.65.64/26 Internet', 'route 52.236.186.128/26 Internet']);
    expect(stepsOf(found?.fix)[0]).toMatchObject({
      route: { name: 'BatchNodeManagement-WestEurope-direct-13.69.65.64-26' },
    });
  });

  it('isn’t fixed if it names the tag itself, with or without its region', () => {
    expect(find({ routes: ['BatchNodeManagement none'] }, {}, ['outbound-batch-443'])).toBeUndefined();
    expect(
      find({ routes: ['BatchNodeManagement.WestEurope none'] }, {}, ['outbound-batch-443']),
    ).toBeUndefined();
  });
});

describe('no fix', () => {
  it.each([
    ['for a setting of the plan', { name: 'GatewaySubnet' }, {}, 'subnet-reserved-name'],
    [
      'if the deny rule leaves no priority before it',
      { rules: ['out 100 Deny * *>* * D'] },
      {},
      'outbound-arm-443',
    ],
    [
      'if a priority is unknown',
      { rules: ['out ? Allow Tcp *>AzureCloud 22 A', denyAll] },
      {},
      'outbound-arm-443',
    ],
    ['if the NSG wasn’t read', { rules: 'unread' }, {}, 'outbound-arm-443'],
    ['for a passed requirement', {}, {}, 'outbound-arm-443'],
    ['for no requirement', { rules: [denyAll] }, {}, 'no-such-requirement'],
    ['before a subnet is selected', { rules: [denyAll] }, { subnetId: null }, 'outbound-arm-443'],
  ] as const)('%s', (_, network, plan, id) => {
    expect(find(network, plan, [id])).toBeUndefined();
  });

  it('for several requirements if one of them can’t be fixed', () => {
    const ids = ['outbound-arm-443', 'subnet-no-delegation'];
    const network = { rules: [denyAll], delegations: ['Microsoft.Web/serverFarms'], inUse: 1 };
    expect(find(network, {}, ids)).toBeUndefined();
  });
});

describe('the position of a rule', () => {
  it('is before every deny rule that blocks the flow, not only before the first', () => {
    const rules = [
      'out 300 Deny Tcp *>20.50.68.112/29 443 Deny-Some',
      'out 400 Allow Tcp *>Internet 80 Web',
      denyAll,
    ];
    const found = find({ rules }, {}, ['outbound-arm-443']);
    expect(lines(found)).toEqual([
      'rule 100 Outbound Tcp VirtualNetwork>AzureResourceManager 443 Allow-ARM-443',
      'remove Deny-Some',
    ]);
    expect(found?.fix.notes).toContainEqual(reason('fix.note.shadowed', { name: 'Deny-Some' }));
  });

  it('leaves an overridden rule alone if other users of the NSG are unknown', () => {
    const rules = ['out 300 Deny Tcp *>20.50.68.112/29 443 Deny-Some', denyAll];
    const found = find({ rules, usersUnread: true }, {}, ['outbound-arm-443']);
    expect(lines(found)).toEqual([
      'rule 100 Outbound Tcp 10.40.4.0/26>AzureResourceManager 443 Allow-ARM-443',
    ]);
  });

  it('is any free priority if no step of 10 is left, and the name isn’t taken', () => {
    const rules = ['out 4094 Allow Tcp *>AzureCloud 22 allow-arm-443', 'out 4096 Deny * *>* * Deny-All'];
    expect(lines(find({ rules }, {}, ['outbound-arm-443']))).toEqual([
      'rule 4095 Outbound Tcp VirtualNetwork>AzureResourceManager 443 Allow-ARM-443-2',
    ]);
  });
});

describe('a position with little room', () => {
  it('stays before the deny rule even if no step of 10 is left', () => {
    const rules = ['out 340 Allow Tcp *>AzureCloud 22 A', 'out 345 Deny * *>* * Deny-All'];
    expect(lines(find({ rules }, {}, ['outbound-arm-443']))?.[0]).toMatch(/^rule 344 /);
  });
});

describe('fixableIds', () => {
  it('lists requirements with a tested fix of their own', () => {
    const input = {
      model: buildModel({ rules: olderRules, nat: 1 }),
      plan: buildPlan(privateInstance),
      facts,
    };
    const ids = fixableIds(input, checkSubnet(input.model, input.plan, facts));
    expect(ids).toEqual(expect.arrayContaining(olderNeeds));
    // All of today's requirements that the list of 2020 doesn't contain, at once.
    const found = findFix(input, ['restricted-egress-composite-2020']);
    expect(
      found?.fix.changes.map((one) => (one.type === 'rule' && one.after ? one.after.name : one.type)),
    ).toEqual(['Allow-AzureML-UDP-5831', 'Allow-Batch-443']);
  });
});

describe('applyFix', () => {
  it('leaves the model unchanged and returns the new one', () => {
    const model = buildModel({ rules: [denyAll], routes: [tunnel], nat: null });
    const before = JSON.stringify(model);
    const changed = applyFix(model, {
      changes: [
        removedRule(modelSecurityGroupId.toUpperCase(), 'deny-all'),
        removedRoute(tableId, 'route-1'),
        created('natGateway', '/n/natGateways/ng-new', 'westeurope'),
        associated('natGateway', '/n/natGateways/ng-new', subnetIdOf('snet-training')),
        setTo(subnetIdOf('snet-training'), { delegations: ['Microsoft.Web/x'] }),
      ],
    });
    expect(JSON.stringify(model)).toBe(before);
    expect(changed.securityGroups[0]?.rules).toEqual(known([]));
    expect(changed.routeTables[0]?.routes).toEqual(known([]));
    const subnet = changed.virtualNetworks[0]?.subnets[0];
    expect(subnet?.natGateway).toEqual(known('/n/natGateways/ng-new'));
    expect(subnet?.delegations).toEqual(known(['Microsoft.Web/x']));
    expect(changed.natGateways.map((one) => one.name)).toEqual(['ng-new']);
  });
});
