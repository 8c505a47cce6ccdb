import type { Confirmation } from '../core/confirmation';
import { displayPriority, type Decider } from '../core/check-result';
import type {
  LayerState,
  OwnerRequest,
  RequestFlow,
  RequestLayer,
  RequestOwner,
} from '../core/network-request';
import type { MessageKey } from '../messages/en/catalog';
import type { Say } from '../messages/say';
import { formatDate } from './dates';
import { formatReason } from './reason-text';
import { afterColon } from './lower-after-colon';
import { formatHop } from './subject-text';

/** “NSG nsg-training”, “Firewall 10.0.1.4” */
export function ownerName(say: Say, { layer, name, firewall }: RequestOwner): string {
  if (firewall === 'azure') return say('request.owner.azure', { name: name ?? '' });
  if (firewall === 'on-premises') return say('request.owner.onPremises');
  if (firewall === 'unknown') return say('request.owner.gateway');
  return name === null ? layerName(say, layer) : say(`request.owner.${layer}`, { name });
}

export function layerName(say: Say, layer: RequestLayer): string {
  return say(`request.layer.${layer}`);
}

/** Returns the text of a cell. Layers that were read are blocked or allowed; others are *Not known*. */
export function layerStateWord(say: Say, layer: RequestLayer, layerState: LayerState | undefined): string {
  switch (layerState?.is) {
    case 'blocked':
      if (layer === 'private-dns') return say('request.cell.notLinked');
      return say(layerState.partly ? 'request.cell.partly' : 'request.cell.blocked');
    case 'unknown':
      return say('request.cell.unknown');
    case 'allowed':
      return say(layer === 'private-dns' ? 'request.cell.linked' : 'request.cell.allowed');
    case 'passes-on':
      return hopWord(say, layerState);
    default:
      return '–';
  }
}

function hopWord(say: Say, { route }: Extract<LayerState, { is: 'passes-on' }>): string {
  switch (route.nextHop) {
    case 'VirtualAppliance':
      return say('request.cell.to', { ip: route.nextHopAddress ?? '?' });
    case 'VirtualNetworkGateway':
      return say('request.cell.toGateway');
    case 'VnetLocal':
      return say('request.cell.toNetwork');
    default:
      return say('request.cell.toInternet');
  }
}

/** Returns why a layer blocks a flow, or isn't known: “Blocked by rule 4096 Deny-All of nsg-training”. */
export function layerStateReason(say: Say, layer: RequestLayer, flow: RequestFlow): string {
  const layerState = flow.layers[layer];
  if (layerState?.is === 'unknown') return unknownReason(say, layer, { flow, layerState });
  if (layerState?.is !== 'blocked') return layerStateWord(say, layer, layerState);
  const { by, why, partly } = layerState;
  const state = by ? blockedBy(say, by, flow) : blockedBecause(say, layer, why && formatReason(say, why));
  return partly ? say('request.state.partly', { state }) : state;
}

function blockedBecause(say: Say, layer: RequestLayer, why: string | null): string {
  if (why === null) return say('request.cell.blocked');
  const text = afterColon(say, why).replace(/\.$/, '');
  return say(
    layer === 'outbound-access' ? 'request.state.noOutboundAccess' : 'request.state.blockedBecause',
    {
      why: text,
    },
  );
}

interface UnknownLayer {
  readonly flow: RequestFlow;
  readonly layerState: Extract<LayerState, { is: 'unknown' }>;
}

function unknownReason(say: Say, layer: RequestLayer, { flow, layerState }: UnknownLayer): string {
  const { why } = layerState;
  if (why) {
    return say('request.state.unknown', { why: afterColon(say, formatReason(say, why)).replace(/\.$/, '') });
  }
  const route = flow.layers['route-table'];
  if (layer !== 'firewall' || route?.is !== 'passes-on') return say('request.cell.unknown');
  return route.route.nextHop === 'VirtualAppliance'
    ? say('request.state.appliance', { ip: route.route.nextHopAddress ?? '' })
    : say('request.state.onPremises');
}

function blockedBy(say: Say, by: Decider, { direction }: RequestFlow): string {
  switch (by.kind) {
    case 'route':
      return direction === 'Inbound' && by.nextHop !== 'None'
        ? say('request.state.replyLost', { destination: by.destination, hop: formatHop(say, by) })
        : say('request.state.byRoute', { destination: by.destination });
    case 'firewall-rule':
      return say(by.isDefault ? 'request.state.byNoFirewallRule' : 'request.state.byFirewallRule', {
        name: by.name,
        firewall: by.firewallName,
      });
    case 'rule': {
      const values = { priority: displayPriority(by), name: by.name, group: by.groupName };
      if (by.isDefault) return say('request.state.byNoRule', values);
      return say(
        by.level === 'network-manager' ? 'request.state.byAdminRule' : 'request.state.byRule',
        values,
      );
    }
  }
}

/** Returns the task for the owner of flows: “Add these allow rules.” Null if no flow is requested. */
export function ownerTask(say: Say, { owner, flows }: OwnerRequest): string | null {
  const { layer } = owner;
  if (flows.length === 0) return null;
  const blocked = flows.map((one) => one.layers[layer]).filter((one) => one?.is === 'blocked');
  if (layer === 'nsg' && blocked.length > 0) return rulesTask(say, blocked);
  const isRead = layer === 'firewall' ? owner.firewall === 'azure' : blocked.length > 0;
  const task = tasks[layer];
  return task ? say(isRead ? task.change : task.confirm) : null;
}

const tasks: Readonly<Partial<Record<RequestLayer, Readonly<Record<'change' | 'confirm', MessageKey>>>>> = {
  'admin-rules': { change: 'request.do.admin-rules', confirm: 'request.do.confirm' },
  nsg: { change: 'request.do.nsgDefault', confirm: 'request.do.confirm' },
  'route-table': { change: 'request.do.route-table', confirm: 'request.do.routeConfirm' },
  'outbound-access': { change: 'request.do.outbound-access', confirm: 'request.do.confirm' },
  peering: { change: 'request.do.peering', confirm: 'request.do.peering' },
  firewall: { change: 'request.do.firewall', confirm: 'request.do.firewallConfirm' },
  'private-dns': { change: 'request.do.private-dns', confirm: 'request.do.private-dns' },
};

/** Returns the task with the priority of the first blocking rule. Default rules come last anyway. */
function rulesTask(say: Say, blocked: readonly (LayerState | undefined)[]): string {
  const rules = blocked.flatMap((one) => (one?.is === 'blocked' && one.by?.kind === 'rule' ? [one.by] : []));
  const [first] = rules
    .filter(({ isDefault }) => !isDefault)
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
  if (!first) return say('request.do.nsgDefault');
  return say('request.do.nsg', { rule: `${displayPriority(first)} ${first.name}` });
}

/** “Confirmed by you, 29 Nov 2026: Network team”, “Tested from a node of cpu-train, 29 Nov 2026” */
export function formatConfirmation(say: Say, { by, on, how }: Confirmation): string {
  return say(how === 'test' ? 'request.tested' : 'request.confirmed', { by, date: formatDate(say, on) });
}
