import type { JudgeFacts } from '../checks/judge';
import type { JudgePlan } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import type { FileInputs } from '../documents/subjects/subjects';

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

/** What a plan is judged with: the services of its workspace, locks, and policies too, where files say something of them. */
export function factsOf(
  { workspace, subnetId }: JudgePlan,
  facts: JudgeFacts,
  { services = none, governance: governanceOf }: Pick<FileInputs, 'services' | 'governance'>,
): JudgeFacts {
  const workspaceId = workspace.known ? workspace.value.id : null;
  const its = workspaceId === null ? undefined : servicesByWorkspace(services).get(workspaceId.toLowerCase());
  const governance = governanceOf?.({ workspaceId, subnetId });
  return { ...facts, ...(its ? { services: its } : {}), ...(governance ? { governance } : {}) };
}
