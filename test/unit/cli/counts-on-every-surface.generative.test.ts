import { beforeAll, describe, expect, test } from 'vitest';
import type { Log as SarifLog } from 'sarif';
import { fleetQuery } from '../../../src/azure/resource-graph/fleet-query';
import type { CheckReport } from '../../../src/contract/check-report';
import type { Readiness } from '../../../src/contract/wizard/readiness';
import type { TreeNode } from '../../../src/features/trees/model/node';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { sampleNetworks } from '../../support/sample-networks';
import { noStop } from '../azure/sample';
import { openTrees, researchName } from '../features/trees/open-trees';
import { isQuiet, openWizard } from '../features/wizard/open-wizard';
import { ran } from './ran';
import { signedIn } from './signed-in';

/** Every surface for one subnet of the sample. */
interface Surfaces {
  readonly readiness: Readiness;
  /** Its item in the side bar, and the items of its causes. */
  readonly item: TreeNode;
  readonly items: readonly TreeNode[];
  /** Its item before the wizard read the subnet. */
  readonly before: TreeNode;
  readonly json: CheckReport;
  readonly text: string;
  readonly sarif: NonNullable<SarifLog['runs'][number]['results']>;
}

type Level = 'error' | 'unknown' | 'warning' | 'info';

/** Numbers of causes and of their flows, by level. */
type Counts = Readonly<Partial<Record<Level, readonly [causes: number, flows: number]>>>;

const networks = someCases(sampleNetworks(), 6);
const all = new Map<string, Surfaces>();

beforeAll(async () => {
  const files = await samplePages();
  const wizard = openWizard();
  // In VS Code, both read through one store.
  const trees = openTrees({ over: wizard });
  await trees.commands.showMore((await trees.lines('networks', researchName)).at(-1) ?? null);
  await wizard.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  for (const network of networks) {
    for (const { label } of await trees.lines('networks', researchName, network)) {
      const path = [researchName, network, label] as const;
      const before = await trees.node('networks', ...path);
      await trees.commands.create(before);
      const request = trees.requests.at(-1)!;
      await wizard.openAt(request);
      await wizard.until(
        label,
        ({ readiness }) => readiness?.state === 'checked' && readiness.title.endsWith(` ${label}`),
      );
      await isQuiet(wizard);
      const items = await trees.lines('networks', ...path);
      all.set(`${network}/${label}`, {
        readiness: wizard.page.readiness!,
        items: items.filter(({ target }) => target.is === 'cause'),
        before,
        item: await trees.node('networks', ...path),
        ...(await terminal(files, request)),
      });
    }
  }
}, 600_000);

/** Returns the sample as Azure Resource Graph lists it, in files. */
async function samplePages(): Promise<Readonly<Record<string, string>>> {
  const azure = await signedIn().account.signIn!({ values: {} });
  const subscriptions = (await azure.read.subscriptions(noStop)).map(({ id }) => id);
  const pages = await azure.graphPages({ subscriptions, query: fleetQuery }, noStop);
  return Object.fromEntries(pages.map((text, at) => [`page-${at}.json`, text]));
}

/** Returns the reports of the terminal for the plan that the side bar and the wizard have. */
async function terminal(
  files: Readonly<Record<string, string>>,
  { subnet, kind, publicIp }: { subnet: string | null; kind: string | null; publicIp: boolean | null },
): Promise<Pick<Surfaces, 'json' | 'text' | 'sarif'>> {
  const plan = `--subnet ${subnet} --compute ${kind} --public-ip ${publicIp === true ? 'yes' : 'no'}`;
  const outputs = '--output json=x.json --output sarif=x.sarif --verbose --fail-on info';
  const { out, written } = await ran(`check ${Object.keys(files).join(' ')} ${plan} ${outputs}`, files);
  const { runs } = JSON.parse(written['x.sarif'] ?? '') as SarifLog;
  return {
    json: JSON.parse(written['x.json'] ?? '') as CheckReport,
    text: out,
    sarif: runs[0]?.results ?? [],
  };
}

async function checkEach(check: (one: Surfaces) => void): Promise<void> {
  const failures = await failuresIn([...all], (one) => Promise.resolve(check(one)));
  expect(failures).toEqual([]);
}

type JsonSubnet = CheckReport['subnets'][number];
type JsonCause = JsonSubnet['causes'][number];

function levelOf({ severity, status }: Pick<JsonCause, 'severity' | 'status'>): Level {
  if (severity === 'info') return 'info';
  return status === 'to-confirm' ? 'unknown' : severity;
}

/** Returns the results of a cause that are flows. The others are settings. */
function flowsOf({ requirements }: JsonSubnet, { flows }: JsonCause): readonly string[] {
  const withPackets = new Set(requirements.filter(({ subject }) => subject !== null).map(({ id }) => id));
  return flows.filter((id) => withPackets.has(id));
}

function countsOf(each: readonly (readonly [Level, number])[]): Counts {
  const counts: Partial<Record<Level, [number, number]>> = {};
  for (const [level, flows] of each) {
    const [causes, before] = counts[level] ?? [0, 0];
    counts[level] = [causes + 1, before + flows];
  }
  return counts;
}

function jsonCounts(subnet: JsonSubnet): Counts {
  return countsOf(subnet.causes.map((one) => [levelOf(one), flowsOf(subnet, one).length] as const));
}

/** Returns the numbers in a text such as “2 errors (9 flows), 1 to confirm”. */
function countsIn(text: string): Counts {
  const levels = { error: 'errors?', unknown: '(?:unknown|to confirm)', warning: 'warnings?', info: 'info' };
  const found = Object.entries(levels).flatMap(([level, word]) => {
    const match = new RegExp(`(\\d+) ${word}\\b(?: \\((\\d+) flows?\\))?`).exec(text);
    return match ? [[level, [Number(match[1]), Number(match[2] ?? 0)]]] : [];
  });
  return Object.fromEntries(found) as Counts;
}

/** Returns the first number of flows in a text. */
function flowsIn(text: string): number | undefined {
  const found = /(\d+) flows?\b/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Returns the causes in each count, whose flows a short text leaves out. */
function causesIn(counts: Counts): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).map(([level, [causes]]) => [level, causes]));
}

function onlySubnet({ json }: Surfaces): JsonSubnet {
  const [subnet, ...others] = json.subnets;
  if (subnet === undefined || others.length > 0) throw new Error(`${json.subnets.length} subnets`);
  return subnet;
}

test('every subnet of a network is on every surface', () => {
  expect(all.size).toBeGreaterThan(networks.length);
});

/** Causes in what only the wizard reads, because it creates: locks, roles, policies, and quotas. */
const ofCreation: readonly string[] = ['lock', 'permission-missing', 'policy-denies', 'quota-short'];

describe('the side bar and the wizard', () => {
  test('list the same causes in the same order; the wizard also lists infos', async () => {
    await checkEach(({ items, readiness }) => {
      const shown = readiness.causes.filter(
        ({ icon, kind }) => icon !== 'info' && !ofCreation.includes(kind),
      );
      expect(items.map(({ icon, label }) => `${icon} ${label}`)).toEqual(
        shown.map(({ icon, title }) => `${icon} ${title}`),
      );
    });
  });

  test('count the same causes and flows', async () => {
    await checkEach(({ item, readiness }) => {
      const { icon, description, tooltip } = item;
      const { unfit, summary, summaryIcon, counts } = readiness;
      expect(tooltip).toContain(description);
      expect(icon).toBe(summaryIcon);
      if (unfit) {
        expect(description).toBe(unfit.why.slice(0, 1).toLowerCase() + unfit.why.slice(1));
        return;
      }
      // The item only has the most severe count, and that of an appliance is a sentence.
      const head = causesIn(countsIn(counts.map(({ text }) => text).join(', ')));
      const [worst] = Object.entries(head);
      if (icon !== 'appliance') {
        expect(causesIn(countsIn(description))).toEqual(worst ? Object.fromEntries([worst]) : {});
      }
      if (icon === 'error' || icon === 'unknown') expect(flowsIn(description)).toBe(flowsIn(summary));
    });
  });
});

test('before the wizard reads a subnet, the side bar has the same result, or it isn’t known', async () => {
  await checkEach(({ before, readiness }) => {
    if (before.icon !== 'unknown' && before.icon !== 'appliance') {
      expect(before.icon).toBe(readiness.summaryIcon);
    }
  });
});

describe('the reports of the terminal', () => {
  test('count causes and findings, and the flows of causes', async () => {
    await checkEach((one) => {
      const counts = jsonCounts(onlySubnet(one));
      const { summary, findings } = one.json;
      const expected = (level: Level): readonly number[] => {
        const [causes, flows] = counts[level] ?? [0, 0];
        return [causes + findings.filter(({ severity }) => severity === level).length, flows];
      };
      expect([summary.errors, summary.flows.errors]).toEqual(expected('error'));
      expect([summary.unknown, summary.flows.unknown]).toEqual(expected('unknown'));
      expect([summary.warnings, summary.flows.warnings]).toEqual(expected('warning'));
      expect([summary.infos, summary.flows.infos]).toEqual(expected('info'));
      const line = one.text.split('\n').find((text) => / in 1 file$/.test(text)) ?? '';
      for (const level of ['error', 'unknown', 'warning'] as const) {
        expect([level, countsIn(line)[level] ?? [0, 0]]).toEqual([level, expected(level)]);
      }
    });
  });

  test('the line of the subnet counts its causes', async () => {
    await checkEach((one) => {
      const counts = { ...jsonCounts(onlySubnet(one)) };
      delete counts.info;
      const line = one.text.split('\n').find((text) => text.includes('for compute')) ?? '';
      expect(causesIn(countsIn(line))).toEqual(causesIn(counts));
    });
  });

  test('each cause and finding is a SARIF result and a row of the text, with the same number of flows', async () => {
    await checkEach((one) => {
      const levels = { error: 'error', unknown: 'warning', warning: 'warning', info: 'note' } as const;
      const causes = onlySubnet(one).causes.map(
        (cause) => [cause.kind, levels[levelOf(cause)], flowsIn(cause.title)] as const,
      );
      const found = one.json.findings.map(({ id, severity }) => [id, levels[severity], undefined] as const);
      const expected = [...causes, ...found].map(String).sort();
      const results = one.sarif.map(({ ruleId, level, message }) => [
        ruleId,
        level,
        flowsIn(message.text ?? ''),
      ]);
      expect(results.map(String).sort()).toEqual(expected);
      for (const { message, ruleId } of one.sarif) expect(one.text).toContain(`${message.text}  ${ruleId}`);
    });
  });

  test('a message has the number of the finding', async () => {
    await checkEach(({ json, text }) => {
      for (const { because } of json.findings) expect(text).toContain(because.text);
    });
  });
});

test('the terminal has the wizard’s causes of flows, except where it can’t read what decides', async () => {
  let same = 0;
  await checkEach((one) => {
    const subnet = onlySubnet(one);
    const withFlows = subnet.causes.filter((cause) => flowsOf(subnet, cause).length > 0);
    const flows = new Set(subnet.requirements.filter(({ subject }) => subject !== null).map(({ id }) => id));
    const theirs = one.readiness.causes.filter((cause) => cause.flows.some(({ id }) => flows.has(id)));
    const ours = withFlows.map((cause) => `${levelOf(cause)} ${cause.title}`);
    const shown = theirs.map(({ icon, title }) => `${icon === 'appliance' ? 'unknown' : icon} ${title}`);
    if (withFlows.some(({ kind }) => kind === 'not-readable')) return;
    same += 1;
    expect(ours).toEqual(shown);
  });
  expect(same).toBeGreaterThan(all.size / 2);
});
