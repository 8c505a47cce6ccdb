import { checkSubnet } from '../../checks/check-subnet';
import { summarize, type Summary } from '../../checks/summary';
import { noChoices } from '../../contract/wizard/stored-choices';
import { isComputeKind } from '../../core/compute-kinds';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import { checkInputOf } from './check-input';
import type { ComputeTurns } from './compute-turns';
import { derived, derivedEach, type ReadValue } from './derived';
import { planIn } from './derived-plan';
import { candidates, withWorkspace } from './recommend';
import { workspaceOutcome } from './row-outcomes';
import { supportsCompute, runsNetwork } from './selection';
import { firstState, loadedValue, withParts, type RowOutcome, type WizardState } from './state';

/** Maximum number of subnets to check per row. In a region with more, the result stays unknown. */
const mostChecks = 120;

/**
 * Derives how many subnets in each workspace's region are ready for a default plan.
 * null if that doesn't apply to the workspace; undefined until it's computed. Computed for rows that were visible, once
 * `mayBegin` is true.
 */
export function deriveWorkspaceRows(
  state: ReadValue<WizardState>,
  turns: ComputeTurns,
  mayBegin: ReadValue<boolean>,
): (id: ResourceId) => RowOutcome | null | undefined {
  const isSeen = derivedEach((id: ResourceId) => state().seenRows.has(id));
  const basis = derived(() => basisOf(state()), isSameBasis);
  const countsSubnetsOf = derivedEach((id: ResourceId) => countsSubnets(basis(), id));
  const there = derivedEach((id: ResourceId) => withWorkspace(basis(), { id }), Object.is);
  const factsOf = derivedEach((id: ResourceId) => checkInputOf(there(id), 'another'), Object.is);
  const subnetsOf = derivedEach((id: ResourceId): readonly ResourceId[] =>
    candidates(there(id)).map(({ subnet }) => subnet.id),
  );
  const summaryOf = derivedEach((key: string): Summary | undefined => {
    const [id = '', subnetId = ''] = key.split('\n');
    const facts = factsOf(id);
    const model = loadedValue(there(id).networks);
    if (!model || !facts || !turns.mayGoOn()) return undefined;
    return summarize(checkSubnet(model, planIn(there(id), subnetId), facts));
  });
  return derivedEach((id: ResourceId): RowOutcome | null | undefined => {
    if (!countsSubnetsOf(id)) return null;
    const { networks } = basis();
    if (networks.is === 'problem') return { icon: 'unknown', text: [reason('count.networksUnread')] };
    if (networks.is !== 'ready') return undefined;
    if (!mayBegin() || !isSeen(id)) return undefined;
    const subnets = subnetsOf(id);
    if (subnets.length > mostChecks) return { icon: 'unknown', text: [reason('count.notCounted')] };
    const summaries = subnets.flatMap((one) => summaryOf(`${id}\n${one}`) ?? []);
    return summaries.length < subnets.length ? undefined : workspaceOutcome(summaries);
  });
}

/**
 * Checks whether subnets are counted for a workspace: not with a managed virtual network, or if it can't contain
 * compute resources.
 */
function countsSubnets(basis: WizardState, id: ResourceId): boolean {
  const workspace = loadedValue(basis.workspaces)?.find((one) => one.id === id);
  return workspace !== undefined && supportsCompute(workspace) && !runsNetwork(workspace);
}

/**
 * Returns the state with data that doesn't depend on choices, and a default plan. Changes of the plan then don't count
 * subnets again.
 */
function basisOf(state: WizardState): WizardState {
  const { connection, networks, workspaces, tags, choices } = state;
  const kind = isComputeKind(choices.kind) ? choices.kind : noChoices.kind;
  const read = { connection, networks, workspaces, tags, proposal: null };
  return withParts(state, { ...firstState({ choices: { ...noChoices, kind }, opened: null }), ...read });
}

function isSameBasis(a: WizardState, b: WizardState): boolean {
  return (
    a.choices.kind === b.choices.kind &&
    a.tags === b.tags &&
    a.connection === b.connection &&
    a.networks.is === b.networks.is &&
    loadedValue(a.networks) === loadedValue(b.networks) &&
    loadedValue(a.workspaces) === loadedValue(b.workspaces)
  );
}
