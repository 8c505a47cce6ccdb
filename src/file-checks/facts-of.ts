import { getOrCreate } from '../core/get-or-create';
import type { CheckInput } from '../checks/check-subnet';
import { nameOf } from '../core/network/find';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { anySubnet } from '../documents/model/any-subnet';
import type { FileInputs } from '../documents/subjects/subjects';
import { tagsInRegions } from './unstated-regions';

/** Cached by list, because lists are immutable and used for each compute resource of a workspace. */
const indexes = new WeakMap<readonly WorkspaceServices[], ReadonlyMap<string, WorkspaceServices>>();

function servicesByWorkspace(all: readonly WorkspaceServices[]): ReadonlyMap<string, WorkspaceServices> {
  return getOrCreate(
    indexes,
    all,
    () => new Map([...all].reverse().map((one) => [one.workspaceId.toLowerCase(), one])),
  );
}

const none: readonly WorkspaceServices[] = [];

type Stated = Pick<FileInputs, 'model' | 'services' | 'zones' | 'governance'>;

/**
 * Returns the inputs for checking a plan: services, locks, and policies in the files, and each possible region if they
 * don't set one.
 */
export function factsOf(plan: PlanToCheck, facts: CheckInput, stated: Stated): CheckInput {
  if (nameOf(plan.subnetId ?? '') !== anySubnet) return statedFacts(plan, facts, stated);
  // The files don't specify the network of an NSG's placeholder subnet, so services' network rules don't apply to it.
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
    ...(its ? { services: its } : { servicesNotRead: true, ...(zones ? { zones } : {}) }),
    ...(governance ? { governance } : {}),
  };
}
