import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const check = 'check infra/network.bicep --public-ip no --allow-unknown';
const written = await ran(`${check} --write-baseline ci/known.json`, { 'infra/network.bicep': network });
const baseline = written.written['ci/known.json'] ?? '';

test('the run that writes a baseline doesn’t fail, and reports the number of problems', () => {
  expect(written.code).toBe(0);
  const { problems } = JSON.parse(baseline) as { readonly problems: readonly object[] };
  expect(written.error).toBe(`${problems.length} problems written to ci/known.json.\n`);
  expect(problems).toContainEqual(
    expect.objectContaining({ file: '../infra/network.bicep', id: 'nsg-rule-blocks' }),
  );
  expect(baseline).not.toMatch(/"line"|:\d+›/);
});

test('known problems don’t fail the run, although lines moved', async () => {
  const moved = `// moved\n\n${network}`;
  const { code, out, error } = await ran(`${check} --baseline ci/known.json`, {
    'infra/network.bicep': moved,
    'ci/known.json': baseline,
  });
  expect(code).toBe(0);
  expect(out).not.toContain('nsg-rule-blocks');
  expect(error).toMatch(/^\d+ known problems from ci\/known.json remain. Only new problems fail the run.\n$/);
});

test('new problems fail the run, and SARIF marks them as new', async () => {
  const { problems } = JSON.parse(baseline) as { readonly problems: readonly { readonly id: string }[] };
  const others = problems.filter(({ id }) => id !== 'nsg-rule-blocks');
  const { code, out } = await ran(`${check} --format sarif --baseline ci/known.json`, {
    'infra/network.bicep': network,
    'ci/known.json': JSON.stringify({ version: 1, problems: others }),
  });
  expect(code).toBe(1);
  const { runs } = JSON.parse(out) as {
    readonly runs: readonly {
      readonly results: readonly { readonly ruleId: string; readonly baselineState: string }[];
    }[];
  };
  const states = new Map(runs[0]?.results.map((one) => [one.ruleId, one.baselineState]));
  expect(states.get('nsg-rule-blocks')).toBe('new');
  expect([...states].filter(([, state]) => state === 'new').length).toBe(1);
});

test('fixed problems are reported', async () => {
  const { code, error } = await ran(`${check} --baseline ci/known.json`, {
    'infra/network.bicep': network.replace("access: 'Deny'", "access: 'Allow'"),
    'ci/known.json': baseline,
  });
  expect(code).toBe(0);
  expect(error).toContain('of the baseline');
  expect(error).toContain('../infra/network.bicep  snet-training  nsg-rule-blocks');
  expect(error).toContain('--write-baseline ci/known.json');
});

test('JSON lists known and fixed problems of the baseline', async () => {
  const { problems } = JSON.parse(baseline) as { readonly problems: readonly object[] };
  const more = {
    file: '../infra/network.bicep',
    id: 'route-drops',
    component: 'x',
    subnet: 's',
    flows: ['outbound-dns'],
  };
  const other = { ...more, file: '../other.bicep' };
  const { out, error } = await ran(`${check} --format json --baseline ci/known.json`, {
    'infra/network.bicep': network,
    'ci/known.json': JSON.stringify({ version: 1, problems: [...problems, more, other] }),
  });
  // A file that wasn't checked doesn't have known problems.
  const report = JSON.parse(out) as { readonly baseline: object };
  expect(report.baseline).toEqual({ file: 'ci/known.json', known: problems, gone: [more] });
  expect(error).toContain(`${problems.length} known problems from ci/known.json remain.`);
});

test.each(['{}', '[]', 'not JSON', '{"version": 2, "problems": []}'])(
  '%j isn’t a valid baseline',
  async (text) => {
    const { code, error } = await ran(`${check} --baseline a.json`, {
      'infra/network.bicep': network,
      'a.json': text,
    });
    expect([code, error]).toEqual([3, 'a.json isn’t a baseline. Create one with --write-baseline.\n']);
  },
);

test('only a baseline is overwritten', async () => {
  const { code, written } = await ran(`check empty.bicep --write-baseline a.json`, {
    'empty.bicep': '',
    'a.json': '{"mine": true}',
  });
  expect([code, written]).toEqual([2, {}]);
});

test('--init writes a settings file with only comments, and never overwrites one', async () => {
  const first = await ran('check --init');
  const text = first.written['aml-secure-compute.yml'] ?? '';
  expect(first.code).toBe(0);
  expect(text.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
  const again = await ran('check --init', { 'aml-secure-compute.json': '{}' });
  expect([again.code, again.written]).toEqual([2, {}]);
  // Without the `#`, it's a valid settings file.
  const { readTeamSettings } = await import('../../../src/team-settings/read-team-settings');
  const used = text.replace(/^#(?! )/gm, '');
  expect(readTeamSettings('aml-secure-compute.yml', used).faults).toEqual([]);
});

describe('a further problem of the same kind is new', () => {
  const rule = (tag: string, at: number) => `{
        name: 'Allow-More'
        properties: {
          priority: ${200 + at}
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '${tag}'
          destinationPortRange: '443'
        }
      }
      `;
  const withRules = (...tags: readonly string[]): string =>
    network.replace('securityRules: [', `securityRules: [\n      ${tags.map(rule).join('')}`);
  const withServers = (servers: string): string =>
    network.replace('addressSpace:', `dhcpOptions: { dnsServers: ${servers} }\n    addressSpace:`);
  const withCollection = (rules: string): string => `${network}
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'fw'
  location: location
  properties: { networkRuleCollections: [ { name: 'c', properties: { priority: 100, action: { type: 'Allow' }, rules: ${rules} } } ] }
}`;
  const empty =
    "{ name: 'r', protocols: ['TCP'], sourceAddresses: ['*'], destinationPorts: ['443'], destinationAddresses: [] }";

  test.each([
    [
      'an NSG rule with the same name',
      withRules('AzureMachineLerning'),
      withRules('AzureMachineLerning', 'AzureMachineLerning'),
    ],
    ['a DNS server', withServers("['10.0.0.x']"), withServers("['10.0.0.x', '10.0.0.y']")],
    ['the same DNS server', withServers("['10.0.0.x']"), withServers("['10.0.0.x', '10.0.0.x']")],
    ['a rule of the same firewall', withCollection(`[${empty}]`), withCollection(`[${empty}, ${empty}]`)],
  ])('%s', async (_what, before, after) => {
    const file = 'infra/network.bicep';
    const run = `${check} --fail-on info`;
    const first = await ran(`${run} --write-baseline known.json`, { [file]: before });
    const known = { 'known.json': first.written['known.json'] ?? '' };
    const states = async (text: string) => {
      const { code, out } = await ran(`${run} --baseline known.json --format sarif`, {
        ...known,
        [file]: text,
      });
      const { runs } = JSON.parse(out) as {
        readonly runs: readonly {
          readonly results: readonly {
            readonly baselineState: string;
            readonly partialFingerprints: Readonly<Record<string, string>>;
          }[];
        }[];
      };
      const results = runs[0]?.results ?? [];
      const prints = new Set(results.map((one) => one.partialFingerprints['amlSecureCompute/v1']));
      return {
        code,
        hasNew: results.some(({ baselineState }) => baselineState === 'new'),
        alike: results.length - prints.size,
      };
    };
    expect(await states(before)).toEqual({ code: 0, hasNew: false, alike: 0 });
    expect(await states(after)).toEqual({ code: 1, hasNew: true, alike: 0 });
  });
});
