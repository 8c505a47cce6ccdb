// Runs steps that depend on each other, as many at a time as there are cores. Needs no package: the first step may be
// to install them.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'install'} [kind] what is fetched once and kept
 * @property {readonly string[]} [after] names of the steps that it needs; names that aren't in the list don't count
 * @property {number} [cores] cores that it keeps busy; 0 for one that mostly waits for a download. Default: 1
 * @property {number} seconds how long it usually takes, for the estimate of the time left
 * @property {(show: (progress: string) => void) => Promise<void>} run rejects where the step fails
 */

/** @typedef {'passed' | 'failed' | 'blocked'} StepOutcome */

/**
 * @typedef {object} Ended
 * @property {Step} step
 * @property {StepOutcome} outcome `blocked` where a step that it needs didn't pass
 * @property {number} seconds
 * @property {unknown} [error] why it failed
 */

/**
 * @typedef {object} StepWatcher
 * @property {(step: Step) => void} started
 * @property {(step: Step, progress: string) => void} progressed
 * @property {(ended: Ended) => void} ended
 */

/**
 * Runs all steps, in the order of the list if several are ready.
 * @param {readonly Step[]} steps
 * @param {{ cores: number; watcher: StepWatcher }} options
 * @returns {Promise<readonly Ended[]>} in the order in which they ended
 */
export async function runSteps(steps, { cores, watcher }) {
  const names = new Set(steps.map(({ name }) => name));
  /** @type {Map<string, StepOutcome>} */
  const outcomes = new Map();
  /** @type {Ended[]} */
  const all = [];
  /** @type {Map<Step, Promise<Ended>>} */
  const running = new Map();
  const waiting = new Set(steps);

  /** @param {Step} step */
  const needs = ({ after = [] }) => after.filter((name) => names.has(name)).map((name) => outcomes.get(name));
  /** @param {Step} step */
  const coresOf = (step) => Math.min(step.cores ?? 1, cores);
  const busy = () => [...running.keys()].reduce((sum, step) => sum + coresOf(step), 0);

  /** @param {Ended} ended */
  function note(ended) {
    outcomes.set(ended.step.name, ended.outcome);
    all.push(ended);
    watcher.ended(ended);
  }

  /** @returns {boolean} whether a waiting step was started or given up */
  function advance() {
    for (const step of waiting) {
      const before = needs(step);
      const isBlocked = before.some((outcome) => outcome === 'failed' || outcome === 'blocked');
      const isReady = before.every((outcome) => outcome === 'passed') && busy() + coresOf(step) <= cores;
      if (!isBlocked && !isReady) continue;
      waiting.delete(step);
      if (isBlocked) note({ step, outcome: 'blocked', seconds: 0 });
      else running.set(step, runStep(step, watcher));
      return true;
    }
    return false;
  }

  for (;;) {
    while (advance());
    if (running.size === 0) break;
    const ended = await Promise.race(running.values());
    running.delete(ended.step);
    note(ended);
  }
  if (waiting.size > 0) {
    throw new Error(`These steps need each other: ${[...waiting].map(({ name }) => name).join(', ')}`);
  }
  return all;
}

/** @param {Step} step @param {StepWatcher} watcher @returns {Promise<Ended>} */
async function runStep(step, watcher) {
  watcher.started(step);
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    await step.run((progress) => watcher.progressed(step, progress));
    return { step, outcome: 'passed', seconds: seconds() };
  } catch (error) {
    return { step, outcome: 'failed', seconds: seconds(), error };
  }
}

/**
 * Returns the remaining time of the steps that haven't ended: the longest chain of them.
 * @param {readonly Step[]} steps
 * @param {{ elapsed: ReadonlyMap<string, number>; ended: ReadonlySet<string> }} state seconds since each start
 * @returns {number} seconds
 */
export function secondsLeft(steps, { elapsed, ended }) {
  const byName = new Map(steps.map((step) => [step.name, step]));
  /** @param {Step} step @returns {number} */
  const leftOf = (step) => {
    const own = ended.has(step.name) ? 0 : Math.max(1, step.seconds - (elapsed.get(step.name) ?? 0));
    const before = (step.after ?? []).flatMap((name) => byName.get(name) ?? []).map(leftOf);
    return own + Math.max(0, ...before);
  };
  return Math.max(0, ...steps.map(leftOf));
}
