import { arrayValue, textValue } from '../../evaluate/make-value';
import type { ObjectValue, Value } from '../../evaluate/value';
import {
  asItems,
  asJoined,
  asObject,
  asReference,
  asPortText,
  toArmObject,
  withMember,
  type ArgumentTable,
} from './argument-table';
import type { ResourceTables } from './resource-table';

const address: ArgumentTable = {
  source_addresses: 'sourceAddresses',
  source_ip_groups: 'sourceIpGroups',
  destination_addresses: 'destinationAddresses',
  destination_ip_groups: 'destinationIpGroups',
  destination_ports: { to: 'destinationPorts', as: asPortText },
  destination_fqdns: 'destinationFqdns',
};

const webProtocols = { to: 'protocols', as: asItems({ type: 'protocolType', port: 'port' }) };

const webRule: ArgumentTable = {
  name: 'name',
  source_addresses: 'sourceAddresses',
  source_ip_groups: 'sourceIpGroups',
  destination_addresses: 'destinationAddresses',
  destination_urls: 'targetUrls',
  terminate_tls: 'terminateTLS',
  web_categories: 'webCategories',
};

const rulesOf = (ruleType: string, table: ArgumentTable) => (rules: Value) =>
  rules.is === 'array' ? { ...rules, items: rules.items.map((one) => ruleOf(one, ruleType, table)) } : rules;

function ruleOf(rule: Value, ruleType: string, table: ArgumentTable): Value {
  if (rule.is !== 'object') return rule;
  const body = toArmObject(rule, table);
  return { ...body, members: new Map([['ruleType', textValue(ruleType)], ...body.members]) };
}

const action = { to: 'action.type' };

/** Converts the collections of a group. Collections of all kinds are put into one list. */
const collections = (type: string, table: ArgumentTable) => (list: Value) =>
  asItems({
    name: 'name',
    priority: 'priority',
    action,
    rule: { to: 'rules', as: rulesOf(type, table) },
  })(list);

const networkRule: ArgumentTable = { name: 'name', ...address, protocols: 'ipProtocols' };
const applicationRule: ArgumentTable = {
  ...webRule,
  destination_fqdns: 'targetFqdns',
  destination_fqdn_tags: 'fqdnTags',
  protocols: webProtocols,
};
const natRule: ArgumentTable = {
  name: 'name',
  ...address,
  destination_address: { to: 'destinationAddresses', as: listOfOne },
  protocols: 'ipProtocols',
};

function listOfOne(value: Value): Value {
  return value.is === 'array' ? value : { is: 'array', items: [value], rest: null, from: value.from };
}

/** Merges the collections of all kinds into one list, as in ARM. */
function inOneList(body: ObjectValue): ObjectValue {
  const properties = body.members.get('properties');
  if (properties?.is !== 'object') return body;
  const lists = ['network', 'application', 'nat'].flatMap((kind) => properties.members.get(kind) ?? []);
  return withMember(body, ['properties', 'ruleCollections'], joinedLists(lists));
}

/** A rule collection that is a separate resource, for a firewall with its own rules (classic). */
const classic = (list: string, table: ArgumentTable) => ({
  type: `Microsoft.Network/azureFirewalls/${list}`,
  parent: { name: 'azure_firewall_name' },
  arguments: {
    name: 'name',
    priority: 'properties.priority',
    action: 'properties.action.type',
    rule: { to: 'properties.rules', as: asItems(table) },
  },
});

const classicRule: ArgumentTable = { name: 'name', ...address, protocols: 'protocols' };

export const firewallTables: ResourceTables = {
  azurerm_firewall: {
    type: 'Microsoft.Network/azureFirewalls',
    arguments: {
      location: 'location',
      sku_name: 'properties.sku.name',
      sku_tier: 'properties.sku.tier',
      ip_configuration: { to: 'properties.ipConfigurations', as: asConfigurations },
      firewall_policy_id: { to: 'properties.firewallPolicy', as: asReference },
      threat_intel_mode: 'properties.threatIntelMode',
      dns_proxy_enabled: {
        to: ['properties', 'additionalProperties', 'Network.DNS.EnableProxy'],
        as: (value) => (value.is === 'flag' ? textValue(String(value.value), value.from) : value),
      },
      dns_servers: {
        to: ['properties', 'additionalProperties', 'Network.DNS.Servers'],
        as: asJoined(','),
      },
    },
  },
  azurerm_firewall_policy: {
    type: 'Microsoft.Network/firewallPolicies',
    arguments: {
      location: 'location',
      base_policy_id: { to: 'properties.basePolicy', as: asReference },
      dns: {
        to: 'properties.dnsSettings',
        as: asObject({ proxy_enabled: { to: 'enableProxy', unset: false }, servers: 'servers' }),
      },
      threat_intelligence_mode: { to: 'properties.threatIntelMode', unset: 'Alert' },
      intrusion_detection: {
        to: 'properties.intrusionDetection',
        as: asObject({ mode: { to: 'mode', unset: 'Off' } }),
      },
    },
  },
  azurerm_firewall_policy_rule_collection_group: {
    type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    parent: { id: 'firewall_policy_id' },
    arguments: {
      priority: 'properties.priority',
      network_rule_collection: {
        to: 'properties.network',
        as: collections('NetworkRule', networkRule),
      },
      application_rule_collection: {
        to: 'properties.application',
        as: collections('ApplicationRule', applicationRule),
      },
      nat_rule_collection: { to: 'properties.nat', as: collections('NatRule', natRule) },
    },
    finish: inOneList,
  },
  azurerm_firewall_network_rule_collection: classic('networkRuleCollections', classicRule),
  azurerm_firewall_application_rule_collection: classic('applicationRuleCollections', {
    name: 'name',
    source_addresses: 'sourceAddresses',
    source_ip_groups: 'sourceIpGroups',
    target_fqdns: 'targetFqdns',
    fqdn_tags: 'fqdnTags',
    protocol: webProtocols,
  }),
  azurerm_firewall_nat_rule_collection: classic('natRuleCollections', classicRule),
  azurerm_ip_group: {
    type: 'Microsoft.Network/ipGroups',
    arguments: { location: 'location', cidrs: 'properties.ipAddresses' },
  },
};

/** Joins lists. Unknown if one of them is unknown. */
function joinedLists(lists: readonly Value[]): Value {
  const items = lists.flatMap((one) => (one.is === 'array' ? one.items : []));
  const rest = lists.map((one) => (one.is === 'array' ? one.rest : null)).find((one) => one !== null);
  return lists.find(({ is }) => is === 'unknown') ?? { ...arrayValue(items), rest: rest ?? null };
}

function asConfigurations(list: Value): Value {
  return asItems({
    name: 'name',
    subnet_id: { to: 'properties.subnet', as: asReference },
    public_ip_address_id: { to: 'properties.publicIPAddress', as: asReference },
  })(list);
}
