import type { OutboundRule } from '../../../azure/ports';
import type { Managed } from '../../../contract/wizard/plan';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import type { Known } from '../../../core/known';
import { formatTime } from '../../../wording/dates';
import { chosenWorkspace, usesManagedNetwork } from '../selection';
import { settingUpOf, type ManagedNetworkSetup } from '../managed-network-setup';
import type { WizardState } from '../state';

/** What a managed network lets out, instead of subnets to choose from; null where the person chooses. */
export function managedView(say: Say, state: WizardState): Managed | null {
  const workspace = chosenWorkspace(state);
  if (!workspace || !usesManagedNetwork(state)) return null;
  const rules = workspace.outboundRules;
  const approved =
    workspace.managedNetwork.known && workspace.managedNetwork.value === 'allow-only-approved-outbound';
  const setUp = workspace.managedNetworkSetUp;
  return {
    why: say('managed.why', { workspace: workspace.name }),
    heading: headingText(say, rules, { approved, sku: workspace.firewallSku ?? 'Standard' }),
    rules: rules.map((rule) => ruleRow(say, rule)),
    setUp: setUpText(say, setUp, settingUpOf(state)),
    isSetUp: setUp.known && setUp.value,
    setUpButton: setUpButton(say, state),
  };
}

/** Host names alone take an Azure Firewall, and only where nothing else may leave (how-to-managed-network, 2025-05-23). */
function headingText(
  say: Say,
  rules: readonly OutboundRule[],
  { approved, sku }: { readonly approved: boolean; readonly sku: string },
): string {
  const n = rules.length;
  const paid = approved ? rules.filter(({ kind }) => kind === 'FQDN').length : 0;
  const heading = say(headingKey(approved, n), { n });
  return paid === 0 ? heading : say('managed.heading.paid', { heading, paid, sku });
}

function headingKey(approved: boolean, n: number): MessageKey {
  if (approved) return 'managed.heading.approved';
  return n === 0 ? 'managed.heading.openOnly' : 'managed.heading.open';
}

function setUpText(say: Say, setUp: Known<boolean>, under: ManagedNetworkSetup | null): string {
  if (under) {
    const time = formatTime(say, under.startedAt);
    return say(under.isLeft ? 'managed.settingUpLeft' : 'managed.settingUp', { time });
  }
  if (!setUp.known) return say('managed.notRead');
  return say(setUp.value ? 'managed.isSetUp' : 'managed.notSetUp');
}

/** What can be done about a network that does not stand yet. */
export function setUpButton(say: Say, state: WizardState): Managed['setUpButton'] {
  const setUp = chosenWorkspace(state)?.managedNetworkSetUp;
  if (!usesManagedNetwork(state) || setUp?.known !== true || setUp.value) return null;
  const under = settingUpOf(state);
  if (!under) return { label: say('managed.setUpNow'), does: 'set-up' };
  return under.isLeft
    ? { label: say('managed.lookAgain'), does: 'look-again' }
    : { label: say('creation.stopWaiting'), does: 'stop-waiting' };
}

const kinds: Readonly<Record<OutboundRule['kind'], MessageKey>> = {
  FQDN: 'managed.kind.fqdn',
  PrivateEndpoint: 'managed.kind.privateEndpoint',
  ServiceTag: 'managed.kind.serviceTag',
};

function ruleRow(say: Say, rule: OutboundRule): Managed['rules'][number] {
  const { name, destination, state } = rule;
  return { name, kind: say(kinds[rule.kind]), to: destination, state, active: state === 'Active' };
}
