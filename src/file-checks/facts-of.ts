import type { CheckInput } from '../checks/check-subnet';
import { nameOf } from '../core/network/find';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { anySubnet } from '../documents/model/any-subnet';
import type { FileInputs } from '../documents/subjects/subjects';
import { tagsInRegions } from './unstated-regions';

/** Of lists, which never change: each compute asks for those of its workspace. */
const indexes = new WeakMap<readonly WorkspaceServices[], ReadonlyMap<string, WorkspaceServices>>();

function servicesByWorkspace(all: readonly WorkspaceServices[]): ReadonlyMap<string, WorkspaceServices> {
  const before = indexes.get(all);
  if (before) return before;
  const made = new Map([...all].reverse().map((one) => [one.workspaceId.toLowerCase(), one]));
  indexes.set(all, made);
  return made;
}

const none: readonly WorkspaceServices[] = [];

type Stated = Pick<FileInputs, 'model' | 'services' | 'zones' | 'governance'>;

/** What a plan is checked with: services, locks, and policies that the files state, and each region where they state none. */
export function factsOf(plan: PlanToCheck, facts: CheckInput, stated: Stated): CheckInput {
  if (nameOf(plan.subnetId ?? '') !== anySubnet) return statedFacts(plan, facts, stated);
  // Which network the example subnet of an NSG is in, the files don't state: what services allow doesn't apply to it.
  const { model, governance } = stated;
  return statedFacts(plan, facts, { model, ...(governance && { governance }) });
}

function statedFacts(
  plan: PlanToCheck,
  facts: CheckInput,
  { model, services = none, zones, governance: governanceOf }: Stated,
): CheckInput {
  const { workspace, subnetId } = plan;
  const workspaceId = workspace.known ? workspace.value.id : null;
  const its = workspaceId === null ? undefined : servicesByWorkspace(services).get(workspaceId.toLowerCase());
  const governance = governanceOf?.({ workspaceId, subnetId });
  const tags = tagsInRegions(model, { plan, services: its }, facts.tags);
  return {
    ...facts,
    ...tags,
    ...(its?.hosts ? { hosts: its.hosts } : {}),
    ...(its ? { services: its } : { lacksServices: true, ...(zones ? { zones } : {}) }),
    ...(governance ? { governance } : {}),
  };
}
