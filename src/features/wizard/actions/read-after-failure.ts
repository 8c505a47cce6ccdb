import type { AzureFailure } from '../../../azure/failure';
import { loggedPlaces } from '../../../checks/logged-places';
import type { Governance } from '../../../core/governance';
import type { LoggedChange } from '../../../core/logged-change';
import { sameId } from '../../../core/network/find';
import type { Plan } from '../../../plans/compute-plan';
import type { WizardContext } from '../context';
import { withEvidence, type CreationState, type FailureEvidence } from '../creation-state';
import { loadedValue } from '../state';
import { blockingComponent } from '../failure-causes';
import { connectedAzure } from './connected';
import { loadGovernance } from './read-governance';
import { readSubnet } from './read-networks';

/** Milliseconds that causes wait for roles. They're shown without them after that. */
const longestWait = 5000;

/**
 * Reads the subnet again, and roles, because earlier data doesn't explain a failure.
 * @returns the creation with the evidence; null if it's no longer this failure
 */
export async function readAfterFailure(
  context: WizardContext,
  { plan }: CreationState,
  failure: AzureFailure,
): Promise<CreationState | null> {
  const roles = readRoles(context, plan, failure);
  if (plan.subnetId !== null) await readSubnet(context, plan.subnetId);
  await waitFor(context, roles);
  return addEvidence(context, failure, { subnet: 'read' });
}

/** Reads roles. Permissions are ruled out only if Azure returned all of them for the plan's place. */
async function readRoles(context: WizardContext, plan: Plan, failure: AzureFailure): Promise<void> {
  const read = await loadGovernance(context, 'again');
  if (!read || !isPlaceOf(read, plan) || !hasRoles(read)) return;
  addEvidence(context, failure, { rolesReadAt: context.clock.now().toISOString() });
}

function isPlaceOf({ workspaceId, subnetId }: Governance, plan: Plan): boolean {
  if (!sameId(workspaceId, plan.workspaceId)) return false;
  return subnetId === null || plan.subnetId === null
    ? subnetId === plan.subnetId
    : sameId(subnetId, plan.subnetId);
}

function hasRoles({ onWorkspace, network }: Governance): boolean {
  const roles = network ? [onWorkspace, network.onNetwork, network.onSubnet] : [onWorkspace];
  return roles.every((one) => one?.known === true);
}

async function waitFor({ clock }: WizardContext, roles: Promise<void>): Promise<void> {
  const ended = new AbortController();
  await Promise.race([roles, new Promise<void>((end) => clock.after(longestWait, ended.signal, end))]);
  ended.abort();
}

/**
 * Reads who last changed the component that most likely blocks. The causes don't wait for it. Without permission for the
 * activity log, or without an answer, nothing is shown.
 */
export async function readLastChanges(context: WizardContext, failure: AzureFailure): Promise<void> {
  const { store, loads, ports } = context;
  const state = store.get();
  const { creation } = state;
  const model = loadedValue(state.networks);
  if (creation?.phase.is !== 'failed' || !model) return;
  const component = blockingComponent(ports.say, state, { creation, phase: creation.phase });
  const places = component ? loggedPlaces(component) : [];
  if (!component || places.length === 0) return;
  const stop = loads.begin('lastChange');
  try {
    const { read } = connectedAzure(context);
    const found = await Promise.all(places.map((place) => read.lastChange(place, stop)));
    const changes = { key: component.key, model, logged: relevantChanges(found) };
    if (!stop.aborted) addEvidence(context, failure, { changes });
  } catch {
    // The page is complete without it.
  } finally {
    loads.done('lastChange', stop);
  }
}

/**
 * Returns the last change of a component, and a later one of the whole resource that contains it. Empty if Azure doesn't
 * name who made one of them.
 */
export function relevantChanges([own, whole]: readonly (LoggedChange | null)[]): readonly LoggedChange[] {
  const isLater = whole && (!own || whole.at > own.at);
  const relevant = [own, isLater ? whole : null].filter((one) => one !== null && one !== undefined);
  return relevant.every(({ caller }) => caller !== null) ? relevant : [];
}

function addEvidence(
  { store }: WizardContext,
  failure: AzureFailure,
  found: Partial<FailureEvidence>,
): CreationState | null {
  const { creation: before } = store.get();
  const creation = before && withEvidence(before, failure, found);
  if (creation) store.set({ creation });
  return creation;
}
