import { displayText } from '../../../core/text/display-text';
import type { OutboundRule } from '../../../azure/ports';
import type { Managed } from '../../../contract/wizard/plan';
import type { FlowRow, OutboundAccessBox, PictureFlow, Review } from '../../../contract/wizard/review';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import type { Known } from '../../../core/known';
import { formatTime } from '../../../wording/dates';
import { chosenWorkspace, usesManagedNetwork } from '../selection';
import { settingUpOf, type ManagedNetworkSetup } from '../managed-network-setup';
import type { WizardState } from '../state';
import { computeLines } from './picture-view';

/**
 * Returns the outbound rules of a managed virtual network, instead of subnets to choose from; null if the user chooses
 * a subnet.
 */
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

/**
 * Returns the heading. Only host names require an Azure Firewall, and only if other outbound traffic is denied
 * (how-to-managed-network, 2025-05-23).
 */
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

/** Returns the button for a managed virtual network that isn't set up yet. */
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

/** Outbound access of a managed virtual network, as Review draws and lists it. */
export type ManagedFlows = Pick<Review, 'flowsSummary' | 'flows' | 'picture'>;

/** Returns the outbound rules of a managed virtual network, one flow each; null if the user chooses a subnet. */
export function managedFlows(say: Say, state: WizardState): ManagedFlows | null {
  const workspace = chosenWorkspace(state);
  if (!workspace || !usesManagedNetwork(state)) return null;
  const { outboundRules, managedNetwork } = workspace;
  const isApproved = managedNetwork.known && managedNetwork.value === 'allow-only-approved-outbound';
  const drawn = outboundRules.map((rule) => drawRule(say, rule));
  const all = isApproved ? drawn : [everythingElse(say), ...drawn];
  return {
    flowsSummary: say('managed.picture.summary', {
      n: outboundRules.length,
      active: outboundRules.filter(isActive).length,
    }),
    flows: all.map(({ flow, box }) => rowOf(say, flow, box)),
    picture: {
      network: {
        name: say('managed.picture.network'),
        detail: '',
      },
      subnet: {
        name: displayText(workspace.name),
        detail: say(isApproved ? 'managed.picture.approved' : 'managed.picture.open'),
      },
      compute: computeLines(say, state, null),
      capacity: null,
      gates: [],
      outboundBoxes: boxesIn(all.map(({ box }) => box)),
      flows: all.map(({ flow }) => flow),
    },
  };
}

interface DrawnRule {
  readonly flow: PictureFlow;
  readonly box: OutboundAccessBox;
}

function isActive({ state }: OutboundRule): boolean {
  return state === 'Active';
}

function drawRule(say: Say, rule: OutboundRule): DrawnRule {
  const box = boxOfRule(say, rule.kind);
  const name = displayText(rule.name);
  return {
    flow: {
      ...plainFlow,
      id: `outbound-rule/${rule.name}`,
      name,
      fullName: name,
      subject: displayText(rule.destination),
      icon: isActive(rule) ? 'pass' : 'pending',
      outcome: displayText(rule.state),
      line: isActive(rule) ? 'allowed' : 'unknown',
      outboundAccess: box.id,
    },
    box,
  };
}

/** Returns the flow for all other traffic to the internet, which the network also allows. */
function everythingElse(say: Say): DrawnRule {
  const box = boxOfRule(say, 'ServiceTag');
  const name = say('managed.picture.internet');
  return {
    flow: {
      ...plainFlow,
      id: 'outbound-rule',
      name,
      fullName: name,
      subject: '',
      icon: 'pass',
      outcome: say('managed.picture.allowed'),
      line: 'allowed',
      outboundAccess: box.id,
    },
    box,
  };
}

const plainFlow = { inbound: false, labels: [], endsAt: null, parts: null, replyTo: null };

/**
 * Returns the box of a rule. Private endpoints are in the network, host names pass its firewall, and service tags leave
 * to the internet.
 */
function boxOfRule(say: Say, kind: OutboundRule['kind']): OutboundAccessBox {
  switch (kind) {
    case 'PrivateEndpoint':
      return box('direct', say('managed.picture.endpoints'), say('review.picture.directLine'));
    case 'FQDN':
      return box('appliance', say('managed.picture.firewall'), say('managed.picture.firewallLine'));
    case 'ServiceTag':
      return box('internet', say('request.internet'), say('managed.picture.directLine'));
  }
}

function box(kind: OutboundAccessBox['kind'], title: string, line: string): OutboundAccessBox {
  return { id: kind, kind, title, lines: [line] };
}

/** Returns each box once. Traffic that stays in Azure comes last. */
function boxesIn(boxes: readonly OutboundAccessBox[]): OutboundAccessBox[] {
  return (['internet', 'appliance', 'direct'] as const).flatMap(
    (id) => boxes.find((box) => box.id === id) ?? [],
  );
}

function rowOf(say: Say, flow: PictureFlow, box: OutboundAccessBox): FlowRow {
  const { id, fullName, subject, icon, outcome } = flow;
  const none = say('list.none');
  return {
    ...{ id, flow: fullName, subject, icon, outcome },
    direction: say('review.outbound'),
    securityGroup: none,
    route: none,
    outboundAccess: box.title,
  };
}
