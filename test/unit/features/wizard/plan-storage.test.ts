import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noChoices, noPlan } from '../../../../src/contract/wizard/stored-choices';
import { keepPlans } from '../../../../src/features/wizard/plan-storage';
import { outputLog } from '../../../../src/platform/output-log';
import { windowFiles } from '../../../../src/platform/window-files';

let home: string;
let logged: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plans-'));
  logged = [];
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const keeper = (folder = join(home, 'plans')): ReturnType<typeof keepPlans> => {
  const log = (line: string | Error): void => void logged.push(String(line));
  return keepPlans(windowFiles(folder, 'here'), outputLog({ debug: log, info: log, error: log }));
};
const plan = (name: string) => ({ choices: { ...noChoices, name }, opened: 'size' as const });
const [here, there] = [crypto.randomUUID(), crypto.randomUUID()];

test('two windows on one folder each restore their own plan after both were reloaded', () => {
  const [first, second] = [keeper(), keeper()];
  expect(first.keptPlan({ id: here, before: null })).toEqual(noPlan);
  first.keep(plan('cpu-here'));
  expect(second.keptPlan({ id: there, before: here })).toEqual(plan('cpu-here'));
  second.keep(plan('cpu-there'));
  first.keep(plan('cpu-here-2'));
  second.keep(plan('cpu-there-2'));
  // The last page state that VS Code stored belongs to one of the two, but both get it.
  expect(keeper().keptPlan({ id: here, before: there })).toEqual(plan('cpu-here-2'));
  expect(keeper().keptPlan({ id: there, before: there })).toEqual(plan('cpu-there-2'));
});

test('a window whose ID changes stores its plan under the new ID', () => {
  const one = keeper();
  one.keptPlan({ id: here, before: null });
  one.keep(plan('cpu-before'));
  one.keptPlan({ id: there, before: here });
  one.keep(plan('cpu-after'));
  expect(keeper().keptPlan({ id: there, before: null })).toEqual(plan('cpu-after'));
});

test('a page without a window ID gets the last plan, and the window keeps its ID', () => {
  const one = keeper();
  one.keptPlan({ id: here, before: null });
  one.keep(plan('cpu-here'));
  expect(one.keptPlan(undefined)).toEqual(plan('cpu-here'));
  one.keep(plan('cpu-still-here'));
  expect(keeper().keptPlan({ id: here, before: null })).toEqual(plan('cpu-still-here'));
});

test('only the plan is stored, and no other property', () => {
  const one = keeper();
  one.keptPlan({ id: here, before: null });
  one.keep({ ...plan('cpu-here'), connection: 'a secret' } as ReturnType<typeof plan>);
  expect(keeper().keptPlan({ id: here, before: null })).toEqual(plan('cpu-here'));
});

test('if storing fails, it’s logged without the plan, and the wizard continues', () => {
  const blocked = join(home, 'a-file');
  writeFileSync(blocked, '');
  const one = keeper(blocked);
  expect(one.keptPlan({ id: here, before: null })).toEqual(noPlan);
  one.keep(plan('cpu-here'));
  expect(logged.join('\n')).toMatch(/plan not kept/);
  expect(logged.join('\n')).not.toContain('cpu-here');
});
