import { describe, expect, it } from 'vitest';
import { runSteps, secondsLeft, type Step, type StepWatcher } from '../../../scripts/steps.mjs';

const silent: StepWatcher = { started: () => undefined, progressed: () => undefined, ended: () => undefined };

/** Steps that end when the test ends them, and a record of the started ones. */
function manualSteps() {
  const started: string[] = [];
  const settle = new Map<string, { pass: () => void; fail: (error: Error) => void }>();
  const step = (name: string, more: Partial<Step> = {}): Step => ({
    name,
    seconds: 1,
    run: () =>
      new Promise<void>((resolve, reject) => {
        started.push(name);
        settle.set(name, { pass: resolve, fail: reject });
      }),
    ...more,
  });
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    started,
    step,
    pass: (name: string) => (settle.get(name)?.pass(), turn()),
    fail: (name: string) => (settle.get(name)?.fail(new Error(`${name} broke`)), turn()),
  };
}

describe('steps', () => {
  it('run as many at a time as there are cores, in the order of the list', async () => {
    const { started, step, pass } = manualSteps();
    const all = runSteps([step('a'), step('b'), step('c')], { cores: 2, watcher: silent });
    expect(started).toEqual(['a', 'b']);
    await pass('b');
    expect(started).toEqual(['a', 'b', 'c']);
    await pass('a');
    await pass('c');
    expect((await all).map((one) => `${one.step.name} ${one.outcome}`)).toEqual([
      'b passed',
      'a passed',
      'c passed',
    ]);
  });

  it('that need every core run alone, with a download at the same time', async () => {
    const { started, step, pass } = manualSteps();
    const steps = [step('one'), step('all', { cores: Infinity }), step('download', { cores: 0 })];
    const all = runSteps(steps, { cores: 2, watcher: silent });
    expect(started).toEqual(['one', 'download']);
    await pass('one');
    expect(started).toEqual(['one', 'download', 'all']);
    await pass('download');
    await pass('all');
    expect((await all).length).toBe(3);
  });

  it('wait for the steps that they depend on, and don’t run if one failed', async () => {
    const { started, step, fail, pass } = manualSteps();
    const ended: string[] = [];
    const watcher: StepWatcher = {
      ...silent,
      ended: ({ step: { name }, outcome }) => ended.push(`${name} ${outcome}`),
    };
    const steps = [
      step('build'),
      step('package', { after: ['build'] }),
      step('journeys', { after: ['package', 'not in the list'] }),
      step('lint'),
    ];
    const all = runSteps(steps, { cores: 4, watcher });
    expect(started).toEqual(['build', 'lint']);
    await fail('build');
    expect(ended).toEqual(['build failed', 'package blocked', 'journeys blocked']);
    await pass('lint');
    const failed = (await all).find(({ outcome }) => outcome === 'failed');
    expect(failed?.error).toEqual(new Error('build broke'));
  });

  it('that depend on each other are an error with their names', async () => {
    const { step } = manualSteps();
    const steps = [step('a', { after: ['b'] }), step('b', { after: ['a'] })];
    await expect(runSteps(steps, { cores: 1, watcher: silent })).rejects.toThrow(
      'These steps need each other: a, b',
    );
  });
});

describe('the time left', () => {
  const { step } = manualSteps();
  const steps = [
    step('packages', { seconds: 30 }),
    step('server', { seconds: 50 }),
    step('build', { seconds: 5, after: ['packages'] }),
    step('start', { seconds: 4, after: ['build', 'server'] }),
  ];

  it('is that of the longest chain', () => {
    expect(secondsLeft(steps, { elapsed: new Map(), ended: new Set() })).toBe(54);
    expect(secondsLeft(steps, { elapsed: new Map([['server', 45]]), ended: new Set() })).toBe(39);
  });

  it('of a step that takes longer than usual is one second, until it ends', () => {
    const ended = new Set(['packages', 'build']);
    expect(secondsLeft(steps, { elapsed: new Map([['server', 70]]), ended })).toBe(5);
    expect(secondsLeft(steps, { elapsed: new Map(), ended: new Set([...ended, 'server', 'start']) })).toBe(0);
  });
});
