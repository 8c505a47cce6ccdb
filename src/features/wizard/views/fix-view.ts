import type { FixPreview } from '../../../contract/wizard/fix-preview';
import type { FixFlow } from '../../../core/fix';
import { findSubnet, nameOf, sameId } from '../../../core/network/find';
import { isOfResource, isServiceChange, settingsOf, changedResources } from '../../../core/resource-change';
import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import { sayReason, type Say } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import { formatCloses, formatOpens, formatWhere } from '../../../wording/fix-flow-text';
import { requirementName } from '../../../wording/requirement-text';
import { canUndo } from '../actions/undo-fix';
import { missingRoleFor, uncheckedResources } from '../change-permission';
import { formatReason } from '../../../wording/reason-text';
import { formatCost } from '../../../wording/change-cost';
import { changeKind } from '../change-kind';
import { otherSubnets } from '../other-subnets';
import { subnetChoice } from '../selection';
import { loadedValue, type Evaluation, type FixInPreview, type WizardState } from '../state';
import { formatRowOutcome, subnetOutcome } from '../row-outcomes';
import { apartFixes, changesTitle, fixFlows } from './fix-flows';
import { fixHeading } from './fix-heading';
import { fixOutcomeText, needsRequest } from '../change-outcome-text';
import { changeTables } from './change-tables';
import { alternativeViews } from './fix-alternatives-view';
import { formatChange } from '../../../wording/change-text';
import { formatFixBoth, laterCausesOf, type LaterCauses } from '../../../wording/fix-test-text';
import { formatTime } from '../../../wording/dates';
import { applyFix } from '../../../checks/fixes/apply-fix';
import type { NetworkModel } from '../../../core/network/model';
import { compareFlow } from '../../../core/reach/compare';
import { formatPacket } from '../../../wording/subject-text';
import { planToCheck } from '../derived-plan';

/** Returns the preview of a tested fix. */
export function fixView(say: Say, state: WizardState): FixPreview | null {
  const { preview } = state;
  if (!preview) return null;
  const { id, model, fix, retries } = preview;
  const others = otherSubnets(state, model, fix);
  const now = loadedValue(state.networks);
  const packetOf = examplePackets(say, state, preview);
  const does = changeKind(preview);
  const before = checkBefore(state, preview);
  const apart = apartFixes(say, state, preview);
  const left = leftByChoice(preview, { before, apart });
  const fullPreview: FixPreview = {
    id,
    kind: does,
    ...fixHeading(say, preview, { others, before, left }),
    fixBoth: fixBothOf(say, apart, left),
    apart,
    flows: fixFlows(say, state, preview),
    alternatives: alternativeViews(say, preview),
    asks: preview.isOwnerRequest,
    tables: changeTables(say, preview, say(does === 'fix' ? 'preview.afterFix' : 'preview.afterwards')),
    entries: entriesOf(say, preview),
    where: say('preview.opensCloses', { place: placeOf(preview) }),
    opens: fix.opens.map((flow) => ({
      text: formatOpens(say, flow),
      packet: packetOf(flow),
      wide: isWide(flow),
    })),
    closes:
      fix.closes.length === 0
        ? [say('preview.closesNothing')]
        : fix.closes.map((flow) =>
            flow.subnet === undefined
              ? formatCloses(say, flow)
              : formatWhere(say, formatCloses(say, flow), flow.subnet),
          ),
    cost: preview.kind === 'undo' || fix.changes.length === 0 ? [] : [costText(say, preview)],
    notes: [
      ...fix.notes.map((note) => sayReason(say, note)),
      ...uncheckedResources(state, fix.changes).map((name) => say('preview.permissionUnknown', { name })),
    ],
    alsoUses: alsoUses(say, others, preview),
    state: preview.state,
    progress: fixProgress(say, preview),
    outcome: fixOutcomeText(say, preview),
    cannotApply: whyNotApplied(say, state, preview),
    retries,
    canContinue: preview.state === 'refused' && preview.changed.length > 0,
    needsRequest: needsRequest(preview),
    canUndo: now !== undefined && canUndo(preview, now),
  };
  return preview.isOwnerRequest ? withoutChanges(say, fullPreview) : fullPreview;
}

/** Describes what is billed, by the title of the change. If nothing is billed, states that. */
function costText(say: Say, { fix: { changes } }: FixInPreview): string {
  return formatCost(say, changes, changesTitle(say, changes));
}

/** Returns the flows that the preview was opened for, and that also need a change that isn't selected. */
function leftByChoice(
  { requested, state }: FixInPreview,
  { before, apart }: { readonly before: Pick<Evaluation, 'causes'>; readonly apart: FixPreview['apart'] },
): readonly LaterCauses[] {
  if (state !== 'preview') return [];
  const unselected = new Set(apart.filter(({ ticked }) => !ticked).flatMap(({ ids }) => ids));
  return laterCausesOf(before.causes).filter(
    ({ requirement }) => requested.includes(requirement) && unselected.has(requirement),
  );
}

function fixBothOf(
  say: Say,
  apart: FixPreview['apart'],
  left: readonly LaterCauses[],
): FixPreview['fixBoth'] {
  if (left.length === 0) return null;
  const needed = apart.filter(({ ids }) => left.some(({ requirement }) => ids.includes(requirement)));
  return { label: formatFixBoth(say, left), ids: needed.flatMap(({ ids }) => ids) };
}

function whyNotApplied(say: Say, state: WizardState, { entries, fix }: FixInPreview): string | null {
  if (fix.changes.length === 0) return say('diff.noneChosen');
  const missing = missingRoleFor(state, fix.changes);
  if (missing) return formatReason(say, missing);
  return entries.some((one) => one.fault !== null) ? say('preview.faults') : null;
}

/** Returns the check before the fix. Once it's applied, the current check is that after it. */
function checkBefore(
  state: WizardState,
  { subnetId, state: stage }: FixInPreview,
): Pick<Evaluation, 'results' | 'causes'> {
  const isBefore = stage === 'preview' && subnetChoice(state) === subnetId;
  return (isBefore ? state.evaluation : null) ?? { results: [], causes: [] };
}

/** Returns the subnet whose traffic changes, with its NSG if it has one. */
function placeOf({ subnetId, model }: FixInPreview): string {
  const name = nameOf(subnetId);
  const securityGroup = findSubnet(model, subnetId)?.subnet.securityGroup;
  const group = securityGroup?.known === true ? securityGroup.value : null;
  return group === null ? name : `${name} (${nameOf(group)})`;
}

/** Returns the preview without changes, if another owner has to act. */
function withoutChanges(say: Say, fullPreview: FixPreview): FixPreview {
  return {
    ...fullPreview,
    warning: null,
    fixTest: say('alternative.request'),
    fixBoth: null,
    flows: fullPreview.flows.map((one) => (one.ticked ? { ...one, result: say('preview.staysOpen') } : one)),
    tables: [],
    entries: [],
    opens: [],
    closes: [],
    cost: [],
    notes: [],
    alsoUses: null,
    cannotApply: say('alternative.request.button'),
  };
}

/** Returns the editable rules. Invalid input stays in its field, next to the reason. */
function entriesOf(say: Say, { entries, kind, options }: FixInPreview): FixPreview['entries'] {
  if (kind === 'undo') return [];
  return entries.map(({ key, rule, fault }) => {
    const { name, priority } = (fault && options.entries?.get(key)) ?? rule;
    return { key, name, priority, fault: fault && sayReason(say, fault) };
  });
}

function isWide(flow: FixFlow): boolean {
  return ['Internet', '*', 'Any', '0.0.0.0/0'].includes(flow.remote);
}

/** Returns other subnets that use a changed resource, with their results after the fix. */
function alsoUses(say: Say, others: readonly OtherSubnet[], preview: FixInPreview): FixPreview['alsoUses'] {
  if (others.length === 0) return null;
  return {
    title: say('preview.alsoUses', { name: sharedName(preview) }),
    subnets: others.map((one) => ({ name: nameOf(one.subnetId), text: otherSubnetText(say, one) })),
    included: mayInclude(preview) ? preview.options.includeOthers === true : null,
  };
}

/** Returns the resource that the subnets share, which already exists. */
function sharedName({ fix, model }: FixInPreview): string {
  const shared = fix.changes
    .filter((one) => !isServiceChange(one) && !isOfResource(one) && settingsOf(one).length === 0)
    .map(({ id }) => nameOf(id));
  const all = [...model.securityGroups, ...model.routeTables, ...model.natGateways].map((one) => one.name);
  return shared.find((name) => all.includes(name)) ?? shared[0] ?? '';
}

/**
 * Checks whether the user can include other subnets. Only rules have a source, and only some of them have this
 * subnet's.
 */
function mayInclude({ entries, options, kind }: FixInPreview): boolean {
  if (kind === 'undo') return false;
  const namesSubnet = entries.some(({ rule }) =>
    (rule.direction === 'Outbound' ? rule.sources : rule.destinations).every(
      (one) => one !== 'VirtualNetwork',
    ),
  );
  return namesSubnet || (options.includeOthers === true && entries.length > 0);
}

function otherSubnetText(say: Say, other: OtherSubnet): string {
  if (!other.before || !other.after) return say('preview.effectUnknown');
  const before = outcomeText(say, other.before);
  if (other.changed.length === 0) return say('preview.notOpenedThere', { outcome: before });
  const after = outcomeText(say, other.after);
  const names = formatList(
    say,
    other.changed.map((id) => requirementName(say, id)),
  );
  const text = { names, before, after };
  return other.withoutPublicIp ? say('preview.closedThere', text) : say('preview.openedThere', text);
}

function outcomeText(say: Say, summary: NonNullable<OtherSubnet['before']>): string {
  return formatRowOutcome(say, subnetOutcome(summary))?.text ?? '';
}

type Progress = FixPreview['progress'];

/** Returns each resource with its progress, once applying has started. */
function fixProgress(say: Say, preview: FixInPreview): Progress {
  const { fix, state } = preview;
  if (state === 'preview' || state === 'outdated') return [];
  return changedResources(fix.changes).map((id) => {
    const state = stateOf(id, preview);
    const change = formatChange(say, fix.changes, id);
    return { text: [...change, ...(state === 'running' ? waits(say, preview) : [])].join(' '), state };
  });
}

/** States how long the wait for Azure lasts: minutes can pass between two responses. */
function waits(say: Say, { waitsUntil }: FixInPreview): readonly string[] {
  return waitsUntil === undefined ? [] : [say('preview.waitsUntil', { time: formatTime(say, waitsUntil) })];
}

function stateOf(id: string, { changed, current, state }: FixInPreview): Progress[number]['state'] {
  if (changed.some((one) => sameId(one, id))) return 'done';
  if (current === null || !sameId(current, id)) return 'waiting';
  return state === 'refused' ? 'refused' : 'running';
}

/**
 * Returns a function that finds a packet for each newly allowed flow: it's blocked before the fix and allowed after it.
 * null if none is certain.
 */
function examplePackets(
  say: Say,
  state: WizardState,
  { model, fix, subnetId }: FixInPreview,
): (flow: FixFlow) => string | null {
  const { tags } = state;
  if (!tags) return () => null;
  const after = applyFix(model, fix);
  const { publicIp } = planToCheck(state);
  return (flow) => {
    const queryOf = (one: NetworkModel) => ({
      model: one,
      subnetId,
      tags,
      publicIp,
      flow: queryFlowOf(flow),
    });
    const { opens } = compareFlow(queryOf(model), queryOf(after));
    const found = opens.find(({ certain }) => certain);
    return found ? say('preview.packet', { packet: formatPacket(say, found.packet) }) : null;
  };
}

function queryFlowOf({ direction, protocol, ports, remote }: FixFlow) {
  const listed = ports === 'any' ? ['*'] : ports.split(', ');
  return { direction, protocol, ports: listed, remotes: remote.split(', ') };
}
