import { describe, expect, it } from 'vitest';
import { causesOf } from '../../../src/checks/causes';
import type { Cause, CauseKind } from '../../../src/core/cause';
import type { CheckResult, Decider, Outcome, RequirementGroup } from '../../../src/core/check-result';
import { reason, type ReasonValues } from '../../../src/core/reason';
import {
  alsoBlockedText,
  blockedEarlierText,
  causePlace,
  causeTitle,
  componentName,
} from '../../../src/wording/cause-text';
import { messagesIn } from '../../support/messages-in';

const [en, fr] = [messagesIn('en'), messagesIn('fr')];
const subnetId =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/snet-gpu';
const groupId =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg-training';

function result(outcome: Outcome, of: Partial<CheckResult> = {}): CheckResult {
  const subject = { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: 'AzureMonitor' } as const;
  return {
    requirement: 'outbound-azuremonitor-443',
    subnetId,
    kind: 'cluster',
    group: 'outbound',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'fails',
    outcome,
    subject: ['passed', 'failed'].includes(outcome.is) ? null : subject,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: reason('check.notChosen'),
    ...of,
  };
}

function causeOf(results: readonly CheckResult[]): Cause {
  const [cause] = causesOf(results);
  if (!cause) throw new Error('No cause');
  return cause;
}

function flows(outcome: Outcome, n: number): Cause {
  return causeOf(Array.from({ length: n }, (_, at) => result(outcome, { requirement: `flow-${at}` })));
}

function setting(group: RequirementGroup, key: string, values: ReasonValues = {}): Cause {
  const requirement = requirementsOfKeys[key] ?? 'some-setting';
  return causeOf([result({ is: 'failed', text: reason(key, values) }, { group, requirement })]);
}

/** Reasons for which another component decides than for most of the group. */
const requirementsOfKeys: Readonly<Record<string, string>> = {
  'check.lock.readOnly': 'lock-on-vnet-resource-group',
  'check.policy.denies': 'policy-forbids-network-resources',
  'check.endpoint.no': 'npip-requires-private-endpoint',
};

function rule(more: Partial<Extract<Decider, { kind: 'rule' }>> = {}): Decider {
  return {
    kind: 'rule',
    name: 'Deny-All',
    priority: 4096,
    direction: 'Outbound',
    isDefault: false,
    groupId,
    groupName: 'nsg-training',
    level: 'subnet',
    ...more,
  };
}

const route = {
  kind: 'route',
  name: 'to-hub',
  destination: '0.0.0.0/0',
  nextHop: 'VirtualAppliance',
  nextHopAddress: '10.0.1.4',
  tableId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/routeTables/rt-hub',
  tableName: 'rt-hub',
} as const;

const firewall: Decider = {
  kind: 'firewall-rule',
  name: '',
  collection: '',
  isDefault: true,
  firewallId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/fw-hub',
  firewallName: 'fw-hub',
  writtenIn: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/fw-hub',
};

const noAccess: Outcome = { is: 'no-outbound-access', because: reason('noOutboundAccess.private') };
const unread: Outcome = {
  is: 'unknown',
  because: reason('unknown.permission', { name: 'nsg-training', role: 'Reader', scope: 'rg' }),
};

const titles: readonly (readonly [CauseKind, Cause, string, string])[] = [
  [
    'nsg-rule-blocks',
    flows({ is: 'blocked', by: rule() }, 8),
    'NSG rule 4096 Deny-All blocks 8 flows',
    'La règle NSG 4096 Deny-All bloque 8 flux',
  ],
  [
    'nsg-rule-blocks',
    flows({ is: 'blocked', by: rule() }, 1),
    'NSG rule 4096 Deny-All blocks 1 flow',
    'La règle NSG 4096 Deny-All bloque 1 flux',
  ],
  [
    'nsg-default-blocks',
    flows(
      {
        is: 'blocked',
        by: rule({ name: 'DenyAllInBound', priority: 65500, isDefault: true, direction: 'Inbound' }),
      },
      1,
    ),
    'No NSG rule allows 1 flow (default rule 65500)',
    'Aucune règle NSG n’autorise 1 flux (règle par défaut 65500)',
  ],
  [
    'admin-rule-blocks',
    flows({ is: 'blocked', by: rule({ name: 'Deny-Web', level: 'network-manager' }) }, 2),
    'Security admin rule Deny-Web blocks 2 flows',
    'La règle d’administration de la sécurité Deny-Web bloque 2 flux',
  ],
  [
    'route-drops',
    flows({ is: 'blocked', by: { ...route, nextHop: 'None', nextHopAddress: null } }, 13),
    'Route 0.0.0.0/0 in rt-hub drops 13 flows',
    'La route 0.0.0.0/0 de rt-hub abandonne 13 flux',
  ],
  [
    'route-drops',
    flows(
      {
        is: 'blocked',
        by: { ...route, nextHop: 'None', nextHopAddress: null, tableId: null, tableName: null },
      },
      1,
    ),
    'System route 0.0.0.0/0 drops 1 flow',
    'La route système 0.0.0.0/0 abandonne 1 flux',
  ],
  [
    'reply-route',
    flows({ is: 'reply-lost', by: route }, 1),
    'Replies leave through appliance 10.0.1.4: 1 flow fails',
    'Les réponses partent par l’appliance 10.0.1.4\u00a0: 1 flux échoue',
  ],
  [
    'no-outbound-access',
    flows(noAccess, 13),
    'snet-gpu doesn’t have outbound access: 13 flows fail',
    'snet-gpu n’a pas d’accès sortant\u00a0: 13 flux échouent',
  ],
  [
    'firewall-blocks',
    flows({ is: 'blocked', by: firewall }, 3),
    'Firewall fw-hub blocks 3 flows',
    'Le pare-feu fw-hub bloque 3 flux',
  ],
  [
    'appliance-decides',
    flows({ is: 'forwarded', to: 'appliance', by: route }, 13),
    'Depends on appliance 10.0.1.4 (13 flows)',
    'Dépend de l’appliance 10.0.1.4 (13 flux)',
  ],
  [
    'appliance-decides',
    flows(
      {
        is: 'forwarded',
        to: 'on-premises',
        by: { ...route, nextHop: 'VirtualNetworkGateway', nextHopAddress: null },
      },
      1,
    ),
    'Depends on your on-premises network (1 flow)',
    'Dépend de votre réseau local (1 flux)',
  ],
  [
    'dns-missing',
    setting('names', 'check.zones.notLinked', { zone: 'privatelink.api.azureml.ms', network: 'vnet-ml' }),
    'Private DNS zone privatelink.api.azureml.ms isn’t linked to vnet-ml',
    'La zone DNS privée privatelink.api.azureml.ms n’est pas liée à vnet-ml',
  ],
  [
    'endpoint-missing',
    setting('placement', 'check.endpoint.no', { workspace: 'mlw-fraud' }),
    'mlw-fraud doesn’t have a private endpoint',
    'mlw-fraud n’a pas de point de terminaison privé',
  ],
  [
    'service-firewall',
    setting('services', 'check.services.closed', { name: 'stfraud' }),
    'stfraud doesn’t accept traffic from snet-gpu',
    'stfraud n’accepte pas le trafic de snet-gpu',
  ],
  [
    'permission-missing',
    setting('permissions', 'check.permission.missing', {
      name: 'vnet-ml',
      action: 'join',
      role: 'Network Contributor',
    }),
    'You need Network Contributor on vnet-ml',
    'Vous avez besoin du rôle Contributeur de réseaux sur vnet-ml',
  ],
  [
    'quota-short',
    setting('quota', 'check.quota.full', { kind: 'PublicIPAddresses', used: 98, limit: 100, needed: 4 }),
    'PublicIPAddresses: 2 of 100 left',
    'PublicIPAddresses\u00a0: 2 sur 100 disponibles',
  ],
  [
    'policy-denies',
    setting('quota', 'check.policy.denies', {
      policy: 'No public IP',
      scope: 'mg',
      types: ['publicIPAddresses'],
    }),
    'Policy No public IP denies publicIPAddresses',
    'La stratégie No public IP refuse publicIPAddresses',
  ],
  [
    'lock',
    setting('quota', 'check.lock.readOnly', { name: 'keep', scope: 'rg-network' }),
    'Lock keep on rg-network',
    'Verrou keep sur rg-network',
  ],
  [
    'subnet-unfit',
    setting('placement', 'check.delegation.given', { service: 'Microsoft.Databricks/workspaces' }),
    'Delegated to Databricks',
    'Délégué à Databricks',
  ],
  [
    'addresses-short',
    setting('addresses', 'check.free.short', { free: 59, needed: 64 }),
    '64 nodes, room for 59',
    '64 nœuds, place pour 59',
  ],
  [
    'not-readable',
    flows(unread, 12),
    'Can’t read nsg-training (12 checks)',
    'Impossible de lire nsg-training (12 vérifications)',
  ],
  [
    'not-readable',
    flows({ is: 'unknown', because: reason('unknown.complex') }, 1),
    'Too many rules overlap to decide exactly (1 check)',
    'Trop de règles se chevauchent pour décider exactement (1 vérification)',
  ],
];

describe('the title of a cause', () => {
  it.each(titles)('%s: %#', (kind, cause, english, french) => {
    expect(cause.kind).toBe(kind);
    expect([causeTitle(en, cause), causeTitle(fr, cause)]).toEqual([english, french]);
  });
});

describe('a cause in words', () => {
  const [deny] = titles.map(([, cause]) => cause);
  const depends = flows({ is: 'forwarded', to: 'appliance', by: route }, 5);

  it('states what blocks earlier, and what comes next', () => {
    if (!deny) throw new Error('No cause');
    expect(blockedEarlierText(en, { by: deny, results: deny.results })).toBe(
      '8 flows are blocked earlier by rule 4096 Deny-All',
    );
    expect(alsoBlockedText(en, deny)).toBe('Also blocked by rule 4096 Deny-All');
    expect(alsoBlockedText(fr, deny)).toBe('Également bloqué par la règle 4096 Deny-All');
    expect(alsoBlockedText(en, depends)).toBe('Then depends on appliance 10.0.1.4');
    expect(alsoBlockedText(en, flows(noAccess, 1))).toBe('Then fails without outbound access');
    expect(componentName(en, flows({ is: 'blocked', by: firewall }, 1))).toBe('firewall fw-hub');
  });

  it('counts every flow that depends on an appliance, also those that are blocked earlier', () => {
    const blocked = Array.from({ length: 8 }, (_, at) =>
      result({ is: 'blocked', by: rule() }, { requirement: `blocked-${at}` }),
    );
    const behind = blocked.map(
      (one) => [one.requirement, [{ ...one, outcome: depends.results[0].outcome }]] as const,
    );
    const causes = causesOf([...blocked, ...depends.results], new Map(behind));
    expect(causes.map((one) => causeTitle(en, one))).toEqual([
      'NSG rule 4096 Deny-All blocks 8 flows',
      'Depends on appliance 10.0.1.4 (13 flows)',
    ]);
  });

  it('states its place', () => {
    if (!deny) throw new Error('No cause');
    expect(causePlace(en, deny)).toBe('nsg-training on the subnet · outbound');
    expect(causePlace(en, deny, 'sub-connectivity')).toBe(
      'nsg-training in sub-connectivity on the subnet · outbound',
    );
    expect(causePlace(en, depends)).toBe(
      'Route 0.0.0.0/0 in rt-hub. The rules of the appliance can’t be read.',
    );
    expect(causePlace(en, flows(unread, 1))).toBe(
      'You don’t have permission to read nsg-training. Required role: Reader on rg.',
    );
    expect(causePlace(en, flows(noAccess, 1))).toBeUndefined();
  });
});
