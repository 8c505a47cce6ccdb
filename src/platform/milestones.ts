/**
 * Milestones that the user reached. Each completes a step of the walkthrough, whose `completionEvents` wait for its
 * context key.
 */
export const milestones = [
  'networkSeen',
  'subnetChecked',
  'fixApplied',
  'computeMade',
  'subnetWatched',
  'agentAnswered',
] as const;
export type Milestone = (typeof milestones)[number];

export type ReachMilestone = (milestone: Milestone) => void;

interface MilestonesSetup {
  readonly setContext: (key: string) => void;
  /** Storage that outlives the window. */
  readonly memory: { get(key: string): unknown; update(key: string, value: unknown): PromiseLike<void> };
}

/**
 * Sets the context key of each milestone once per window. Those reached in earlier windows are set at once. VS Code
 * notices keys only if it knows the walkthrough, which may be installed or opened later.
 */
export function createMilestones({ setContext, memory }: MilestonesSetup): ReachMilestone {
  const reached = new Set(rememberedIn(memory));
  const publish = (milestone: Milestone): void => setContext(`amlSecureCompute.reached.${milestone}`);
  reached.forEach(publish);
  return (milestone) => {
    if (reached.has(milestone)) return;
    reached.add(milestone);
    publish(milestone);
    // Another window may have reached others in the meantime.
    void memory.update(memoryKey, [...new Set([...rememberedIn(memory), ...reached])]);
  };
}

const memoryKey = 'reachedMilestones';

function rememberedIn(memory: MilestonesSetup['memory']): readonly Milestone[] {
  const stored: unknown = memory.get(memoryKey);
  return Array.isArray(stored) ? milestones.filter((one) => stored.includes(one)) : [];
}
