import { describe, expect, test } from 'vitest';
import { othersUsing, subnetsUsing } from '../../src/checks/fixes/also-used-by';
import { known } from '../../src/core/known';
import type { NetworkModel } from '../../src/core/network/model';
import { intendedSubjects } from '../../src/documents/subjects/subjects';
import { directedBy } from '../../src/file-checks/directives';
import { ignoredLines, itemLines } from '../../src/file-checks/ignoring-comments';
import { mostChecks, quickFixBudget, withinBudget } from '../../src/file-checks/work-budget';
import { growingInputs } from '../fuzz/growing-inputs';
import { caseCount } from '../support/case-count';
import { ran } from '../unit/cli/ran';

function filesOf(name: string, size: number): Record<string, string> {
  const input = growingInputs[name]?.(size);
  if (!input) throw new Error(`No input is called ${name}`);
  return Object.fromEntries(input.map(([file, content]) => [file, String(content)]));
}

const check = (name: string, size: number, options = '') =>
  ran(`check main.bicep ${options}`.trim(), filesOf(name, size));

describe('a small file that declares many subnets', () => {
  test('doesn’t exceed the budget of checks, and each omitted subnet is reported as unknown', async () => {
    const { model } = counted(400);
    const { checked, leftOut } = withinBudget(model, placesIn(model));
    expect(checked).toHaveLength(mostChecks);
    expect(leftOut.map(({ subnet }) => subnet.name)).toEqual(
      Array.from({ length: 400 - mostChecks }, (_, at) => `s${at + mostChecks}`),
    );
    const { code, out } = await check('rules of one group that differ', 2000, '--format json');
    const report: { subnets: unknown[]; notChecked: string[] } = JSON.parse(out);
    expect([report.subnets, report.notChecked, code]).toEqual([[], ['v/s'], 1]);
  });

  test('doesn’t hide a subnet: one that is requested by name is checked, whatever precedes it', async () => {
    const name = 'subnets behind one whose group has too many rules';
    const all = await check(name, 3);
    expect(all.out).toContain('3 subnets of 3 weren’t checked');
    const { out } = await check(name, 3, '--subnet v/s2 --flows');
    expect(out).toMatch(/v\/s2, for /);
    expect(out).not.toContain('weren’t checked');
  });

  test('doesn’t pass if none of it was checked', async () => {
    const rules = 2000;
    const { code, out } = await check('rules of one group that differ', rules);
    expect(out).toContain('1 subnet of 1 wasn’t checked');
    expect(out).toContain('--subnet v/s');
    expect(code).toBe(1);
    const allowed = await check('rules of one group that differ', rules, '--allow-unknown');
    expect(allowed.code).toBe(0);
    expect(allowed.out).toContain('1 subnet of 1 wasn’t checked');
  });

  test('has a problem in the editor and in code scanning for omitted subnets', async () => {
    const { out, code } = await check('rules of one group that differ', 2000, '--format sarif');
    const log: { runs: { results: { ruleId: string; level: string }[] }[] } = JSON.parse(out);
    const results = log.runs.flatMap((one) => one.results);
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual(['subnets-not-checked warning']);
    expect(code).toBe(1);
  });
});

/** Returns a network whose subnets count how often they're read. */
function counted(size: number): { readonly model: NetworkModel; looks(): number } {
  let looks = 0;
  const id = '/subscriptions/0/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v';
  const group = { id: '/g', name: 'g', location: known('westeurope'), rules: known([]), usedBy: known([]) };
  const subnets = Array.from({ length: size }, (_, at) => ({
    name: `s${at}`,
    get id() {
      looks += 1;
      return `${id}/subnets/s${at}`;
    },
    get securityGroup() {
      looks += 1;
      return known(group.id);
    },
    routeTable: known(null),
    natGateway: known(null),
    addressPrefixes: known([`10.${at >> 8}.${at & 255}.0/24`]),
  }));
  const network = { id, name: 'v', subnets, peerings: known([]), addressPrefixes: known(['10.0.0.0/8']) };
  const model = {
    virtualNetworks: [network],
    securityGroups: [group],
    routeTables: [],
    natGateways: [],
    firewalls: [],
    privateEndpoints: known([]),
  } as unknown as NetworkModel;
  return { model, looks: () => looks };
}

function placesIn({ virtualNetworks }: NetworkModel) {
  return virtualNetworks.flatMap((network) => network.subnets.map((subnet) => ({ subnet, network })));
}

describe('subnets that share an NSG', () => {
  const size = caseCount(500, 5000);
  test('are read a few times each to find those for Azure ML', () => {
    const { model, looks } = counted(size);
    intendedSubjects({ model, computes: [], workspaces: [] }, []);
    expect(looks()).toBeLessThan(10 * size);
  });

  test('are read a few times each to estimate their checks', () => {
    const { model, looks } = counted(size);
    expect(withinBudget(model, placesIn(model)).checked).toHaveLength(mostChecks);
    expect(looks()).toBeLessThan(10 * size);
  });

  test('are read once to find who uses the NSG, however many fixes need it', () => {
    const { model, looks } = counted(size);
    const [group] = model.securityGroups;
    if (!group) throw new Error('The network has no group');
    othersUsing(model, '/other', group);
    const once = looks();
    for (let fix = 0; fix < 50; fix += 1) othersUsing(model, '/other', group);
    expect(looks()).toBe(once);
    expect(once).toBeLessThan(10 * size);
    // The list is shared as well: each fix of each subnet needs it.
    expect(subnetsUsing(model, group)).toBe(subnetsUsing(model, group));
  });
});

describe('the quick fixes of one place', () => {
  /** Returns the number of fixes that are tested in a file with this many checks, if each problem has three fixes. */
  function tested(checks: number): number {
    const budget = quickFixBudget(checks);
    let fixes = 0;
    while (!budget.isSpent && fixes < 10_000) {
      budget.spend(3);
      fixes += 3;
    }
    return fixes;
  }

  test('don’t exceed their budget of checks, however many subnets a file has', () => {
    for (const checks of [0, 1, 5, 50, mostChecks]) {
      expect(tested(checks) * checks).toBeLessThanOrEqual(600 + 3 * mostChecks);
      expect(tested(checks)).toBeGreaterThanOrEqual(3);
    }
  });

  test('are all tested in a file of usual size', () => {
    expect(tested(8)).toBeGreaterThanOrEqual(24);
  });
});

/** Far below the minutes that quadratic time takes for so many lines, and far above what a slow machine needs. */
const within = 20_000;

describe('many comments', () => {
  const lines = 100_000;

  test('are read once each if they follow each other', { timeout: within }, () => {
    const all = Array.from({ length: lines }, (_, at) => `// aml-secure-compute: ignore-next-line id-${at}`);
    const found = ignoredLines([...all, 'var a = 1'].join('\n'));
    expect([...found].map(([line, ids]) => [line, ids.size])).toEqual([[lines, lines]]);
  });

  test('find their item without reading the file for each problem', { timeout: within }, () => {
    const all = Array.from({ length: lines }, (_, at) => (at === 0 ? '{' : '  a: 1'));
    expect(new Set(itemLines(all.join('\n')).slice(1))).toEqual(new Set([0]));
  });

  test('without a subnet are looked up, not searched for', { timeout: within }, () => {
    const model = { virtualNetworks: [] };
    const place = (at: number) => ({ file: 'main.bicep', start: at * 10, end: at * 10 + 5 });
    const resources = Array.from({ length: lines / 5 }, (_, at) => ({
      id: `/r${at}`,
      type: 'a/b',
      place: place(at),
      namePlace: place(at),
      body: { is: 'object', members: new Map(), rest: null, from: null },
    }));
    const comments = resources.map((_, at) => ({ place: { ...place(at), end: at * 10 }, text: 'cluster' }));
    const declared = { model, resources } as unknown as Parameters<typeof directedBy>[0];
    expect(directedBy(declared, comments)).toEqual([]);
  });
});

describe('values that double with each line', () => {
  for (const name of ['lists that double', 'functions that call the one before twice']) {
    test(`${name}: a file that is too complex to evaluate doesn’t pass, and the place is reported`, async () => {
      const { code, error } = await check(name, 60);
      expect(error).toMatch(/^main\.bicep:\d+:\d+: Too complex to evaluate\./);
      expect(code).toBe(1);
      // Allowing works the same way for each, so one is tested for each change.
      if (caseCount(name === 'lists that double' ? 1 : 0, 1) === 0) return;
      expect((await check(name, 60, '--allow-unknown')).code).toBe(0);
    });
  }
});

describe('growing input', () => {
  const size = caseCount(3, 400);
  for (const name of Object.keys(growingInputs)) {
    test(`${name} has a result with a regular exit code`, async () => {
      const files = filesOf(name, size);
      const { code, out, error } = await ran(`check ${Object.keys(files)[0] ?? ''}`, files);
      expect(code).toBeLessThanOrEqual(3);
      expect(`${out}${error}`).not.toMatch(/\n {4}at |RangeError|TypeError/);
      expect(`${out}${error}`).not.toBe('');
    });
  }
});
