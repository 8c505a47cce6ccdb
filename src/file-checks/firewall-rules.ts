import { canMatch } from '../core/reach/firewall/side-text';
import { reason, type Reason } from '../core/reason';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { firewallMember } from '../documents/model/firewall/member-of';
import { knownItems, itemsPart, namePart, type Part } from '../documents/model/parts';
import type { Value } from '../documents/evaluate/value';
import type { FileOnlyCheckId } from './file-check-catalog';
import type { FileCheck } from './check-files';
import type { Problem } from './problem';

const id: FileOnlyCheckId = 'invalid-firewall-rule';

/** Finds rules of Azure Firewall that Azure rejects, or that don't match anything, if a subnet is checked. */
export function invalidFirewallRules({ declared, subjects }: FileCheck): readonly Problem[] {
  return subjects.length === 0 ? [] : rulesIn(declared).flatMap(problemsOfRule);
}

interface WrittenRule {
  readonly rule: Value;
  readonly kind: 'network' | 'application';
  readonly resource: DeclaredResource;
}

function rulesIn({ resources }: DeclaredNetwork): readonly WrittenRule[] {
  return resources
    .filter(({ isExisting }) => !isExisting)
    .flatMap((resource) => {
      switch (resource.type) {
        case 'microsoft.network/azurefirewalls':
          return (['network', 'application'] as const).flatMap((kind) =>
            rulesOf(propertyOf(resource, `${kind}RuleCollections`)).map((rule) => ({ rule, kind, resource })),
          );
        case 'microsoft.network/firewallpolicies/rulecollectiongroups':
          return rulesOf(propertyOf(resource, 'ruleCollections')).flatMap((rule) => {
            const kind = kindOf(rule);
            return kind ? [{ rule, kind, resource }] : [];
          });
        default:
          return [];
      }
    });
}

function rulesOf(collections: Part): readonly Value[] {
  return knownItems(collections).flatMap((one) => knownItems(firewallMember(one, 'rules')));
}

function kindOf(rule: Value): WrittenRule['kind'] | undefined {
  const kinds = { networkrule: 'network', applicationrule: 'application' } as const;
  const type = firewallMember(rule, 'ruleType');
  const word = type?.is === 'text' ? type.value.toLowerCase() : '';
  return word === 'networkrule' || word === 'applicationrule' ? kinds[word] : undefined;
}

/** The targets of a rule. At least one of them must have a value. */
const targets = {
  network: ['destinationAddresses', 'destinationIpGroups', 'destinationFqdns'],
  application: ['targetFqdns', 'fqdnTags', 'webCategories', 'targetUrls'],
} as const;

function problemsOfRule(written: WrittenRule): readonly Problem[] {
  const { rule, kind } = written;
  const name = namePart(firewallMember(rule, 'name'));
  const lists = targets[kind].map((list) => itemsPart(firewallMember(rule, list)));
  if (lists.every((one) => one.known && one.value.length === 0)) {
    return [problemOf(written, rule, reason('file.firewall.noTarget', { rule: name }))];
  }
  const names = knownItems(firewallMember(rule, kind === 'network' ? 'destinationFqdns' : 'targetFqdns'));
  const addresses = kind === 'network' ? knownItems(firewallMember(rule, 'destinationAddresses')) : [];
  return [
    ...names
      .filter(isEmptyText)
      .map((one) => problemOf(written, one, reason('file.firewall.emptyName', { rule: name }))),
    ...addresses
      .filter(isNothing)
      .map((one) =>
        problemOf(written, one, reason('file.firewall.noAddress', { rule: name, value: textOf(one) })),
      ),
  ];
}

function problemOf({ resource, rule }: WrittenRule, value: Value, text: Reason): Problem {
  return {
    id,
    severity: 'error',
    place: value.from ?? rule.from ?? resource.namePlace,
    subnet: '',
    subnetId: resource.id,
    related: [],
    what: { is: 'firewall-rule', text, firewall: resource.name },
  };
}

function isEmptyText(value: Value): boolean {
  return value.is === 'text' && value.value.trim() === '';
}

function textOf(value: Value): string {
  return value.is === 'text' ? value.value : value.is;
}

/** Returns whether a value matches nothing. An unknown value may be valid. */
function isNothing(value: Value): boolean {
  return value.is === 'text' && !canMatch(value.value);
}
