/** What a person has come to. Each ends a step of the walkthrough, whose `completionEvents` wait for its context key. */
export const milestones = [
  'networkSeen',
  'subnetJudged',
  'fixApplied',
  'computeMade',
  'subnetWatched',
] as const;
export type Milestone = (typeof milestones)[number];

export type ReachMilestone = (milestone: Milestone) => void;

/** Sets the context key of each once a window; VS Code remembers by itself which steps are done. */
export function createMilestones(setContext: (key: string) => void): ReachMilestone {
  const reached = new Set<Milestone>();
  return (milestone) => {
    if (reached.has(milestone)) return;
    reached.add(milestone);
    setContext(`amlSecureCompute.reached.${milestone}`);
  };
}
