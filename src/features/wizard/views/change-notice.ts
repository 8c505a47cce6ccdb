import type { Readiness } from '../../../contract/wizard/readiness';
import type { NetworkChange } from '../../../core/network/changes';
import { nameOf, sameId } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatTime } from '../../../wording/dates';
import type { WizardState } from '../state';

/** Maximum number of names in a sentence; the rest is counted. */
const mostNames = 3;

/** Returns the notice: “nsg-training changed in Azure at 12:04: rule Deny-Batch added. 1 result changed.” */
export function changeNotice(say: Say, { notice, newRequirements }: WizardState): Readiness['notice'] {
  if (!notice) return newNotice(say, newRequirements);
  const { changes, at, changedIds } = notice;
  const ids = changes.map((one) => one.id);
  const once = ids.filter((id, place) => ids.findIndex((other) => sameId(other, id)) === place);
  const text = say('readiness.changed', {
    name: formatList(say, once.map(nameOf)),
    time: formatTime(say, at),
    what: formatList(
      say,
      changes.flatMap((one) => changeText(say, one)),
    ),
    n: changedIds.length,
  });
  return { text, show: changedIds[0] ?? null };
}

/** Returns the notice: “2 requirements are new since this subnet was checked.” */
function newNotice(say: Say, ids: readonly string[]): Readiness['notice'] {
  const [first] = ids;
  return first === undefined ? null : { text: say('readiness.new', { n: ids.length }), show: first };
}

function changeText(say: Say, change: NetworkChange): string[] {
  switch (change.is) {
    case 'access':
      return [say(change.readable ? 'changed.readable' : 'changed.unreadable')];
    case 'settings':
      return [
        say('changed.settings', {
          names: listed(
            say,
            change.names.map((one) => settingName(say, one)),
          ),
        }),
      ];
    case 'children':
      return (['added', 'removed', 'changed'] as const).flatMap((how) => {
        const names = change[how];
        return names.length === 0
          ? []
          : [say(childKeys[change.what][how], { n: names.length, names: listed(say, names) })];
      });
  }
}

const childKeys = {
  rule: { added: 'changed.rule.added', removed: 'changed.rule.removed', changed: 'changed.rule.changed' },
  route: { added: 'changed.route.added', removed: 'changed.route.removed', changed: 'changed.route.changed' },
} as const satisfies Record<string, Record<string, MessageKey>>;

function listed(say: Say, names: readonly string[]): string {
  const rest = names.length - mostNames;
  return rest > 0
    ? say('changed.andMore', { names: names.slice(0, mostNames).join(', '), n: rest })
    : formatList(say, names);
}

const settingKeys: Readonly<Record<string, MessageKey>> = {
  securityGroup: 'changed.setting.securityGroup',
  routeTable: 'changed.setting.routeTable',
  natGateway: 'changed.setting.natGateway',
  firewallRules: 'changed.setting.firewallRules',
  addressPrefixes: 'changed.setting.addressPrefixes',
  delegations: 'changed.setting.delegations',
  serviceEndpoints: 'changed.setting.serviceEndpoints',
  serviceEndpointPolicies: 'changed.setting.serviceEndpointPolicies',
  defaultOutboundAccess: 'changed.setting.defaultOutboundAccess',
  dnsServers: 'changed.setting.dnsServers',
  peerings: 'changed.setting.peerings',
  hasGateway: 'changed.setting.gateway',
  adminRules: 'changed.setting.adminRules',
  sku: 'changed.setting.sku',
  publicAddresses: 'changed.setting.publicAddresses',
};

function settingName(say: Say, name: string): string {
  const key = settingKeys[name];
  return key ? say(key) : name;
}
