import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log as SarifLog } from 'sarif';
import { describe, expect, test } from 'vitest';
import { sarifArtifact } from '../../../src/cli/report/sarif-text';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly { readonly insertedContent: { readonly text: string } }[];
        }[];
      }[];
    }[];
  }[];
}

async function sarifOf(text: string): Promise<Log> {
  const { out, code } = await ran('check network.bicep --format sarif', { 'network.bicep': text });
  expect(code).toBe(1);
  return JSON.parse(out) as Log;
}

type Result = Log['runs'][number]['results'][number];

async function resultOf(text: string, id: string): Promise<Result> {
  const { runs } = await sarifOf(text);
  const found = runs[0]?.results.find(({ ruleId }) => ruleId === id);
  if (!found) throw new Error(`${id} is no result`);
  return found;
}

/** Returns the text at a location. */
function pointedAt({ physicalLocation: { region } }: Location): string | undefined {
  const line = network.split('\n')[region.startLine - 1];
  return line?.slice(region.startColumn - 1, region.endColumn - 1);
}

test('a problem is a result at the rule that decides', async () => {
  const result = await resultOf(network, 'nsg-rule-blocks');
  expect(result).toMatchObject({
    level: 'error',
    message: {
      text: expect.stringMatching(/^Rule 4096 'Deny-All' blocks \d+ flows /) as string,
    },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'network.bicep' } } }],
    properties: { requirements: expect.arrayContaining(['outbound-aml-udp-5831']) as string[] },
  });
  expect(result.locations.map(pointedAt)).toEqual(["'Deny-All'"]);
});

test('a result has a described rule, and a fix with the edits', async () => {
  const { version, runs } = await sarifOf(network);
  const result = await resultOf(network, 'nsg-rule-blocks');
  expect(version).toBe('2.1.0');
  expect(runs[0]?.tool.driver.rules[result.ruleIndex]?.id).toBe('nsg-rule-blocks');
  const [change] = result.fixes?.flatMap((one) => one.artifactChanges) ?? [];
  expect(change?.replacements.map((one) => one.insertedContent.text).join('')).toContain(
    "destinationPortRange: '5831'",
  );
});

test('a fingerprint stays the same if lines move', async () => {
  const prints = ({ runs }: Log): readonly string[] =>
    (runs[0]?.results ?? []).map((one) => one.partialFingerprints['amlSecureCompute/v1'] ?? '');
  const before = prints(await sarifOf(network));
  expect(new Set(before).size).toBe(before.length);
  expect(prints(await sarifOf(`// one line more\n${network}`))).toEqual(before);
});

interface Notified {
  readonly runs: readonly {
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly {
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: Partial<Region>;
          };
        }[];
      }[];
    }[];
  }[];
}

/** Level, file, line, and column of what wasn't read. */
async function notified(names: string, files: Readonly<Record<string, string>>) {
  const { out } = await ran(`check ${names} --format sarif`, files);
  const invocation = (JSON.parse(out) as Notified).runs[0]?.invocations[0];
  const all = invocation?.toolExecutionNotifications ?? [];
  return {
    isSuccessful: invocation?.executionSuccessful,
    places: all.map(({ level, message, locations: [one] }) => {
      const { artifactLocation, region } = one?.physicalLocation ?? {};
      expect(message.text).not.toBe('');
      return [level, artifactLocation?.uri, region?.startLine, region?.startColumn];
    }),
  };
}

test.each<[string, string, Readonly<Record<string, string>>, boolean, readonly unknown[]]>([
  ['nothing', 'network.bicep', {}, true, []],
  [
    'a file that doesn’t exist',
    'network.bicep lost.bicep',
    {},
    false,
    ['error', 'lost.bicep', undefined, undefined],
  ],
  [
    'a file that isn’t valid Bicep',
    'half.bicep',
    { 'half.bicep': '\nparam = 2\n' },
    false,
    ['error', 'half.bicep', 2, 7],
  ],
  [
    'a module that isn’t restored',
    'main.bicep',
    { 'main.bicep': "\nmodule m 'br/public:avm/res/network/virtual-network:0.1.0' = { name: 'm' }\n" },
    true,
    ['warning', 'main.bicep', 2, 10],
  ],
  [
    'a module that doesn’t exist',
    'main.bicep',
    { 'main.bicep': "module m 'lost.bicep' = { name: 'm' }\n" },
    false,
    ['error', 'main.bicep', 1, 10],
  ],
])('what wasn’t read is a notification: %s', async (_, names, files, isSuccessful, place) => {
  const found = await notified(names, { 'network.bicep': network, ...files });
  expect(found.isSuccessful).toBe(isSuccessful);
  expect(found.places[0] ?? []).toEqual(place);
});

describe('a run that doesn’t exit with 0 has a result or isn’t successful', () => {
  const own = (text: string) => ({ 'main.bicep': text });
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['exports with errors', 'check vnet-show.json nsg-show.json --public-ip no', {}],
    ['incomplete exports', 'check vnet-show.json --subnet snet-training', {}],
    [
      'a module with the network',
      'check main.bicep',
      own(
        "module net 'ts:00000000-0000-0000-0000-000000000000/rg/net:1' = { name: 'net' }\nresource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = { name: 'w/c', properties: { computeType: 'AmlCompute', properties: { subnet: { id: net.outputs.id } } } }\n",
      ),
    ],
    ['an unknown setting', 'check main.bicep', { ...own(''), 'aml-secure-compute.yml': 'sevrity: {}\n' }],
    [
      'a compute resource in another file',
      'check main.bicep',
      own(
        "param id string\nresource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = { name: 'w/c', properties: { computeType: 'AmlCompute', properties: { subnet: { id: id } } } }\n",
      ),
    ],
  ])('%s', async (_what, line, files) => {
    const { code, out } = await ran(`${line} --format sarif`, files);
    const [run] = (JSON.parse(out) as Log & Notified).runs;
    const isSuccessful = run?.invocations[0]?.executionSuccessful;
    const found = run?.results.filter(({ level }) => level !== 'note').length ?? 0;
    expect(code).not.toBe(0);
    expect({ isSuccessful, found }).not.toMatchObject({ isSuccessful: true, found: 0 });
  });
});

test('exports have results at the rules that decide', async () => {
  const { out } = await ran('check vnet-show.json nsg-show.json --public-ip no --format sarif');
  const results = (JSON.parse(out) as Log).runs[0]?.results ?? [];
  expect(results.map(({ ruleId }) => ruleId)).toContain('nsg-rule-blocks');
  const files = results.map(({ locations: [one] }) => one?.physicalLocation.artifactLocation.uri);
  expect(new Set(files)).toEqual(new Set(['vnet-show.json', 'nsg-show.json']));
  for (const { locations, partialFingerprints } of results) {
    const { startLine, startColumn, endLine, endColumn } = locations[0]!.physicalLocation.region;
    expect([startLine > 0, endLine === startLine, startColumn > 0, endColumn > startColumn]).not.toContain(
      false,
    );
    expect(partialFingerprints['primaryLocationLineHash']).toMatch(/^[\da-f]+:\d+$/);
  }
});

describe('code scanning gets', async () => {
  const { out } = await ran('check network.bicep --format sarif', { 'network.bicep': network });
  const [run] = (JSON.parse(out) as SarifLog).runs;
  const rules = run?.tool.driver.rules ?? [];

  test('every rule with its page, level, tags, and precision', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(150);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, shortDescription, fullDescription, help, helpUri, ...rest } of rules) {
      const texts = [shortDescription, fullDescription, help].map((one) => one?.text ?? '');
      expect(
        texts.filter((text) => text.trim().length < 3 || text.includes('{')),
        id,
      ).toEqual([]);
      expect(help?.markdown, id).toMatch(/^# .+\n/);
      expect(help?.markdown, id).not.toMatch(/\]\((?!https:)/);
      expect(helpUri, id).toMatch(
        /^https:\/\/github\.com\/owner\/name\/blob\/main\/docs\/(?:(?:checks|causes)\/[\w-]+\.md$|cli\.md#)/,
      );
      expect(rest, id).toMatchObject({
        defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) as string },
        properties: {
          tags: expect.arrayContaining(['network']) as string[],
          precision: expect.stringMatching(/^(?:very-high|high|medium)$/) as string,
        },
      });
    }
  });

  test('a security severity for exactly the rules about open access', () => {
    const graded = rules.filter(({ properties }) => properties?.['security-severity'] !== undefined);
    expect(graded.length).toBe(8);
    expect(graded).toEqual(rules.filter(({ properties }) => properties?.tags?.includes('security')));
    for (const { properties } of graded) expect(properties?.['security-severity']).toMatch(/^[4-9]\.\d$/);
  });

  test('paths from the root of the repository, and a hash of each line', () => {
    expect(run).toMatchObject({
      tool: { driver: { informationUri: 'https://github.com/owner/name', semanticVersion: '1.2.3' } },
      automationDetails: { id: 'aml-secure-compute/' },
      originalUriBaseIds: { '%SRCROOT%': { uri: pathToFileURL(`${process.cwd()}/`).href } },
    });
    for (const { locations, partialFingerprints } of run?.results ?? []) {
      const at = locations?.[0]?.physicalLocation?.artifactLocation;
      expect(at).toEqual({ uri: 'network.bicep', uriBaseId: '%SRCROOT%' });
      expect(partialFingerprints?.['primaryLocationLineHash']).toMatch(/^[\da-f]+:\d+$/);
    }
  });

  test('a file outside the repository by its full path', () => {
    const outside = resolve('..', 'other', 'a b.bicep');
    expect(sarifArtifact('../other/a b.bicep')).toEqual({ uri: pathToFileURL(outside).href });
    expect(sarifArtifact('infra/../a b.bicep')).toEqual({ uri: 'a%20b.bicep', uriBaseId: '%SRCROOT%' });
  });
});

test('a suppressed problem is a result only with --verbose, with the kind of suppression', async () => {
  const ignoring = network.replace(
    "name: 'Deny-All'",
    "// aml-secure-compute: ignore-next-line outbound-aml-udp-5831\n        name: 'Deny-All'",
  );
  const files = {
    'network.bicep': ignoring,
    'aml-secure-compute.yml':
      'ignore:\n  - id: nsg-rule-blocks\n    reason: The hub allows it\n    expires: 2030-01-01\n',
  };
  const suppressed = async (line: string) => {
    const { out } = await ran(line, files);
    const results = (JSON.parse(out) as SarifLog).runs[0]?.results ?? [];
    return results.flatMap(({ suppressions }) => suppressions ?? []);
  };
  expect(await suppressed('check network.bicep --format sarif')).toEqual([]);
  const all = await suppressed('check network.bicep --format sarif --verbose');
  expect(all).toContainEqual({ kind: 'inSource', status: 'accepted' });
  expect(all).toContainEqual({ kind: 'external', status: 'accepted', justification: 'The hub allows it' });
});
