import { isAttachedKind, traitsOf } from '../../../core/compute-kinds';
import type { TargetList, TargetRow } from '../../../contract/wizard/attach';
import type { SubnetRow } from '../../../contract/wizard/lists';
import type { Action } from '../../../contract/wizard/shared-schemas';
import type { AttachTarget } from '../../../core/attach-target';
import type { CheckResult } from '../../../core/check-result';
import { findSubnet, nameOf, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { displayText } from '../../../core/text/display-text';
import { sayReason, type Say } from '../../../messages/say';
import { chosenTarget, checkedTargetSubnet, subnetsOf } from '../attach/chosen-target';
import { chosenSubscription, chosenWorkspace } from '../selection';
import { summarize } from '../../../checks/summary';
import { formatRowOutcome, subnetOutcome } from '../row-outcomes';
import { loadedValue, type WizardState } from '../state';
import { chooseAccountAction, chooseSubscriptionAction, listStateOf } from './list-state';
import { labeled, ordered, subnetRowView } from './lists-view';
import { formatRegion } from '../../../wording/region-text';

/**
 * Returns the resources that can be attached, those that fit first, and the subnets of the chosen one; null if nothing
 * is attached.
 */
export function targetsView(say: Say, state: WizardState): TargetList | null {
  const { kind } = state.choices;
  if (!isAttachedKind(kind)) return null;
  const rows = (loadedValue(state.targets) ?? []).map((one) => targetRow(say, state, one));
  const { targets } = state;
  const scope = chosenSubscription(state)?.name ?? '';
  const target = chosenTarget(state);
  const writeNew = writeNewAction(say, state);
  return {
    kind,
    state: listStateOf(say, targets.is === 'ready' ? { ...targets, value: rows } : targets, {
      text: say(`targets.none.${kind}`, { subscription: scope }),
      actions: [chooseSubscriptionAction(say), ...writeNew],
      retry: 'readTargets',
      forbidden: {
        text: say(`targets.mayNotRead.${kind}`, { scope }),
        actions: [chooseSubscriptionAction(say), chooseAccountAction(say)],
      },
    }),
    rows: ordered(state, rows),
    chosen: target ? { id: target.id, name: target.name } : null,
    subnets: target ? subnetsOf(target).map((id) => targetSubnet(say, state, id)) : [],
    shown: checkedTargetSubnet(state),
    note: target ? noSubnet(say, target) : null,
    ...newTargetView(say, state, { action: writeNew[0], isEmpty: rows.length === 0 }),
  };
}

/** Offered if a workspace is chosen: its resource group gets the new one. */
function writeNewAction(say: Say, state: WizardState): Action[] {
  const { writesNew } = traitsOf(state.choices.kind);
  return writesNew === null || !chosenWorkspace(state)
    ? []
    : [{ id: 'writeNewTarget', label: say(`targets.new.${writesNew}`) }];
}

/** An empty list offers the action itself. */
function newTargetView(
  say: Say,
  state: WizardState,
  { action = null, isEmpty }: { readonly action: Action | null | undefined; readonly isEmpty: boolean },
): Pick<TargetList, 'writeNew' | 'written'> {
  return { writeNew: isEmpty ? null : action, written: writtenText(say, state) };
}

function writtenText(say: Say, state: WizardState): string | null {
  const { writtenTarget: written, choices } = state;
  const workspace = chosenWorkspace(state);
  if (written === null || written.kind !== choices.kind) return null;
  if (!workspace || !sameId(workspace.id, written.workspaceId)) return null;
  const { is, name, file, script } = written;
  return say(`newTarget.written.${is}`, { name, file, script, folder: displayText(written.folder) });
}

function targetRow(say: Say, state: WizardState, target: AttachTarget): TargetRow {
  const { id, name, resourceGroup, location } = target;
  const why = state.rows.unfit(id);
  const region = location.known ? formatRegion(location.value) : say('list.notReadable');
  const subnet = subnetText(say, target);
  const more = [
    resourceGroup,
    location.known ? region : labeled(say, 'page.column.region', region),
    target.subnets.known ? subnet : labeled(say, 'page.column.subnet', subnet),
  ];
  const row = {
    id,
    name,
    resourceGroup,
    region,
    subnet,
    more: more.join(' · '),
    outcome: formatRowOutcome(say, state.rows.outcome(id)),
    unfit: why ? sayReason(say, why) : null,
  };
  const values = { name, group: resourceGroup, region, subnet };
  const spoken =
    row.unfit === null
      ? say('targets.spoken', { ...values, outcome: row.outcome?.text ?? '' })
      : say('targets.spokenUnfit', { ...values, why: row.unfit });
  return { ...row, spoken };
}

function subnetText(say: Say, { subnets }: AttachTarget): string {
  if (!subnets.known) return say('list.notReadable');
  return subnets.value.length === 0 ? say('targets.noNetwork') : subnets.value.map(nameOf).join(', ');
}

function noSubnet(say: Say, { subnets, name }: AttachTarget): string | null {
  if (!subnets.known) return say('targets.networkNotReadable', { name });
  return subnets.value.length === 0 ? say('targets.noNetworkLine', { name }) : null;
}

/** Returns a subnet row with the result of this target; only its name if it isn't readable. */
function targetSubnet(say: Say, state: WizardState, id: ResourceId): SubnetRow {
  const model = loadedValue(state.networks);
  const found = model && findSubnet(model, id);
  const results = resultsIn(state, id);
  const outcome = formatRowOutcome(say, results && subnetOutcome(summarize(results)));
  if (found) return subnetRowView(say, state, { subnet: found.subnet, outcome, unfit: null });
  const unread = say('list.notReadable');
  const name = nameOf(id);
  return {
    id,
    name,
    addresses: unread,
    ranges: [],
    free: unread,
    securityGroup: unread,
    routeTable: unread,
    outboundAccess: unread,
    more: unread,
    outcome,
    unfit: null,
    spoken: say('targets.subnetNotReadable.spoken', { name }),
  };
}

function resultsIn(state: WizardState, id: ResourceId): readonly CheckResult[] | undefined {
  const { evaluation } = state;
  const shown = checkedTargetSubnet(state);
  if (shown !== null && sameId(shown, id)) return evaluation?.results;
  return evaluation?.ofOtherSubnets.get(id);
}
