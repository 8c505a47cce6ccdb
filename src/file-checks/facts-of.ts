import type { JudgeFacts } from '../checks/judge';
import { sameId } from '../core/network/find';
import type { JudgePlan } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';

/** What a plan is judged with: the services of its workspace too, where files say something of them. */
export function factsOf(
  { workspace }: JudgePlan,
  facts: JudgeFacts,
  all: readonly WorkspaceServices[],
): JudgeFacts {
  if (!workspace.known) return facts;
  const { id } = workspace.value;
  const services = all.find(({ workspaceId }) => sameId(workspaceId, id));
  return services ? { ...facts, services } : facts;
}
