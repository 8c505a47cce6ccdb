import type { PlanView, SectionId } from '../../../contract/wizard/plan';
import { accessAddressOf } from '../../../core/attach-target';
import { isComputeKind } from '../../../core/compute-kinds';
import { valueOr } from '../../../core/known';
import { virtualNetworkIdOf, nameOf, sameId, segmentOf } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { matchPlan, type AttachPlan, type ComputePlan, type Plan } from '../../../plans/compute-plan';
import { chosenTarget, subnetsOf } from '../attach/chosen-target';
import { openedPlan, subnetsOfPlan } from '../plan-file-choices';
import {
  chosenSubnet,
  chosenSubscription,
  chosenVmSize,
  chosenWorkspace,
  computeLocation,
  hasPrivateLink,
  isKindPossible,
  pickedWorkspace,
  usesManagedNetwork,
} from '../selection';
import { isIdentityMissing, noPublicPort } from '../size-options';
import { isNameInUse } from '../size-problems';
import { plannedName } from '../derived-plan';
import { loadedValue, type WizardState } from '../state';
import { formatRegion } from '../../../wording/region-text';

type Values = Readonly<Record<string, string>>;
/** Adds a difference to the plan file. */
type Note = (key: MessageKey, values?: Values) => void;

/** Returns the differences between the opened plan file and Azure, by section; null without a plan file. */
export function planFileView(say: Say, state: WizardState): PlanView['planFile'] {
  const plan = openedPlan(state);
  const file = state.choices.planFile?.name ?? '';
  if (!plan) return null;
  const notesOf = (find: (state: WizardState, plan: Plan, note: Note) => void): string[] => {
    const notes: string[] = [];
    find(state, plan, (key, values) => notes.push(say(key, { file, ...values })));
    return notes;
  };
  const notes: Record<SectionId, string[]> = {
    workspace: notesOf(placeNotes),
    compute: notesOf(kindNotes),
    network: notesOf(networkNotes),
    size: notesOf(sizeNotes),
    review: [],
  };
  return { name: file, notes };
}

function isWorkspaceOf({ choices }: WizardState, { workspaceId }: Plan): boolean {
  return choices.workspace !== null && sameId(choices.workspace, workspaceId);
}

function placeNotes(state: WizardState, plan: Plan, note: Note): void {
  const { subscriptions, workspaces } = state;
  if (!isWorkspaceOf(state, plan)) return;
  if (loadedValue(subscriptions) && !chosenSubscription(state)) {
    note('planFile.gone.subscription', { id: segmentOf(plan.workspaceId, 'subscriptions') ?? '' });
    return;
  }
  const picked = pickedWorkspace(state);
  if (loadedValue(workspaces) && !picked) {
    note('planFile.gone.workspace', { name: nameOf(plan.workspaceId) });
  }
  const now = picked?.location.known === true ? picked.location.value : plan.workspaceLocation;
  if (now !== plan.workspaceLocation) note('planFile.differs.region', regions(plan.workspaceLocation, now));
}

function regions(before: string, now: string): Values {
  return { before: formatRegion(before), now: formatRegion(now) };
}

function kindNotes(state: WizardState, plan: Plan, note: Note): void {
  const workspace = chosenWorkspace(state);
  if (!workspace || !isWorkspaceOf(state, plan)) return;
  if (!isKindPossible(state, plan.kind)) note('planFile.gone.kind');
  const { publicIp } = state.choices;
  const needsLink = publicIp === false && isComputeKind(plan.kind) && !usesManagedNetwork(state);
  if (needsLink && workspace.hasPrivateEndpoint.known && !hasPrivateLink(workspace)) {
    note('planFile.differs.publicIp');
  }
}

function networkNotes(state: WizardState, plan: Plan, note: Note): void {
  if (!chosenWorkspace(state) || state.choices.kind !== plan.kind) return;
  matchPlan(plan, {
    create: (one) => subnetNotes(state, one, note),
    attach: (one) => targetNotes(state, one, note),
  });
}

function subnetNotes(state: WizardState, { subnetId, location }: ComputePlan, note: Note): void {
  const { subnet } = state.choices;
  const found = chosenSubnet(state);
  if (subnetId === null) {
    if (!usesManagedNetwork(state) && !found) note('planFile.differs.unmanaged');
    return;
  }
  if (usesManagedNetwork(state)) return note('planFile.differs.managed', { subnet: nameOf(subnetId) });
  if (subnet === null || !sameId(subnet, subnetId) || !loadedValue(state.networks)) return;
  if (!found) {
    const network = nameOf(virtualNetworkIdOf(subnetId));
    return note('planFile.gone.subnet', { subnet: nameOf(subnetId), network });
  }
  const now = computeLocation(state);
  if (now !== location) note('planFile.differs.nodes', regions(location, now));
}

function targetNotes(state: WizardState, plan: AttachPlan, note: Note): void {
  const { target: requestedTarget } = state.choices.attach;
  if (requestedTarget === null || !sameId(requestedTarget, plan.targetId) || !loadedValue(state.targets)) {
    return;
  }
  const name = nameOf(plan.targetId);
  const target = chosenTarget(state);
  if (!target) return note('planFile.gone.target', { name });
  const [now, before] = [subnetsOf(target), subnetsOfPlan(plan)];
  const isAsBefore =
    now.length === before.length && now.every((one) => before.some((other) => sameId(one, other)));
  if (target.subnets.known && !isAsBefore) note('planFile.differs.target', { name });
}

function sizeNotes(state: WizardState, plan: Plan, note: Note): void {
  if (!chosenWorkspace(state) || state.choices.kind !== plan.kind) return;
  const name = plannedName(state);
  if (name === plan.name && isNameInUse(state)) note('planFile.taken', { name });
  matchPlan(plan, {
    create: (one) => optionNotes(state, one, note),
    attach: (one) => addressNotes(state, one, note),
  });
}

function optionNotes(state: WizardState, { vmSize, identity }: ComputePlan, note: Note): void {
  const { choices, vmSizes } = state;
  const isMissing = choices.vmSize === vmSize && loadedValue(vmSizes) && !chosenVmSize(state);
  if (isMissing) note('planFile.gone.size', { size: vmSize });
  if (identity.is === 'user' && isIdentityMissing(state)) {
    note('planFile.gone.identity', { name: nameOf(identity.id) });
  }
  const { on, publicPort } = choices.options.ssh;
  if (on && publicPort && noPublicPort(state) !== null) note('planFile.differs.ssh');
}

function addressNotes(state: WizardState, { access, targetId }: AttachPlan, note: Note): void {
  const target = chosenTarget(state);
  if (!target || !sameId(target.id, targetId)) return;
  const before = access.is === 'token' ? access.workspaceUrl : access.address;
  const now = valueOr(accessAddressOf(target), null);
  if (now === null) return note('planFile.differs.noAddress', { before });
  if (now !== before) note('planFile.differs.address', { before, now });
}
