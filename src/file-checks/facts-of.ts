import type { JudgeFacts } from '../checks/judge';
import type { JudgePlan } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';

/** Of lists, which never change: each compute asks for those of its workspace. */
const indexes = new WeakMap<readonly WorkspaceServices[], ReadonlyMap<string, WorkspaceServices>>();

function servicesByWorkspace(all: readonly WorkspaceServices[]): ReadonlyMap<string, WorkspaceServices> {
  const before = indexes.get(all);
  if (before) return before;
  const made = new Map([...all].reverse().map((one) => [one.workspaceId.toLowerCase(), one]));
  indexes.set(all, made);
  return made;
}

/** What a plan is judged with: the services of its workspace too, where files say something of them. */
export function factsOf(
  { workspace }: JudgePlan,
  facts: JudgeFacts,
  all: readonly WorkspaceServices[],
): JudgeFacts {
  if (!workspace.known) return facts;
  const { id } = workspace.value;
  const services = servicesByWorkspace(all).get(id.toLowerCase());
  return services ? { ...facts, services } : facts;
}
