import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asciiSignsOf, paint, screenOf, styled, type Screen } from '../../../src/cli/screen';
import { givenOptions } from '../../../src/cli/command-values';
import { textReport, type ReportTexts } from '../../../src/cli/report/text-report';
import type { ReportRow } from '../../../src/cli/report/report-row';
import { reason } from '../../../src/core/reason';
import { amlRule, parseWrittenRule, writtenNetwork } from '../../support/written-network';
import { linesAsText, plainScreen } from '../../support/shown-lines';
import { messagesIn } from '../../support/messages-in';
import { ran } from './ran';

const golden = readFileSync('test/fixtures/golden/data-exfiltration-prevented.bicep', 'utf8');

test('a rule that blocks many flows is one row, with its two worst flows', async () => {
  const { code, out } = await ran('check infra', { 'infra/network.bicep': golden });
  expect(code).toBe(0);
  expect(out).toBe(`infra/network.bicep  1 subnet, 1 cluster
  infra/network.bicep:35:15  warning  Rule 4096 'deny-internet-out' blocks 6 flows of 'snet-ds'  nsg-rule-blocks
    │ Outbound TCP 445 to Storage (file share)
    │ Outbound TCP 443 to AzureFrontDoor.Frontend (studio)
    │ 4 more   --flows lists them

1 warning (6 flows) in 1 file

  Fix        aml-secure-compute fix infra/network.bicep --dry-run
  Explain    aml-secure-compute explain infra/network.bicep:35
  All flows  aml-secure-compute check infra --flows

1 file, 1 subnet · requirements of 11 Sept 2026 · service tags of 9 Nov 2025 · nothing was sent to Azure
`);
});

test('--flows lists all flows with IDs, a packet, the impact, and the fix, and no longer names the option', async () => {
  const { out } = await ran('check network.bicep --flows', { 'network.bicep': golden });
  const below = out.split('\n').filter((line) => line.startsWith('    │ '));
  expect(below.filter((line) => / {2}outbound-[\w-]+$/.test(line))).toHaveLength(6);
  expect(below).toContainEqual(expect.stringMatching(/^ {4}│ TCP [\d.]+ → [\d.]+ port 445$/));
  expect(below).toContainEqual(expect.stringMatching(/^ {4}│ Fix: add rule /));
  expect(out).not.toContain('--flows');
});

test('a component that several subnets share is one row', async () => {
  const other =
    "{ name: 'train', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }";
  const text = writtenNetwork({ rules: [{ ...amlRule, access: 'Deny' }], subnetsBefore: [other] });
  const { out } = await ran('check main.bicep', { 'main.bicep': text });
  expect(out).toContain('main.bicep  2 subnets\n');
  expect(out).toContain("Rule 100 'aml' blocks 1 flow of 2 subnets  nsg-rule-blocks\n");
  expect(out).toContain('\n1 error (1 flow), ');
});

test('info problems are counted, and shown if they fail the run or all flows are requested', async () => {
  const text = writtenNetwork({
    rules: [amlRule, parseWrittenRule('Allow Inbound 200 Tcp AzureMachineLearning>*:44224')],
  });
  const files = { 'main.bicep': text };
  const { out } = await ran('check main.bicep', files);
  expect(out).toMatch(/^No errors, \d+ info in 1 file$/m);
  expect(out).not.toContain('  info  ');
  expect((await ran('check main.bicep --fail-on info', files)).out).toContain('  info  ');
  expect((await ran('check main.bicep --flows', files)).out).toContain('  info  ');
});

test('JSON counts the same causes and flows', async () => {
  const { out } = await ran('check infra --format json', { 'infra/network.bicep': golden });
  expect(JSON.parse(out)).toMatchObject({
    summary: { errors: 0, warnings: 1, unknown: 0, flows: { errors: 0, warnings: 6, unknown: 0 } },
  });
});

function row(more: Partial<ReportRow>): ReportRow {
  return {
    key: JSON.stringify(more),
    at: { file: 'infra/network.bicep', line: 35, column: 15 },
    level: 'error',
    isFailing: true,
    id: 'nsg-rule-blocks',
    message: reason('file.cause.nsg-rule-blocks', { priority: 4096, name: 'Deny-All' }),
    results: [
      { id: 'outbound-aml-udp-5831', text: 'Outbound UDP 5831 to AzureMachineLearning', isFlow: true },
      { id: 'outbound-batch-443', text: 'Outbound 443 to Azure Batch', isFlow: true },
      { id: 'outbound-storage-445', text: 'Outbound 445 to Storage (file shares)', isFlow: true },
    ],
    isListed: true,
    subnets: ['snet-training'],
    computes: [{ name: 'cpu-train', kind: 'cluster' }],
    earlier: [],
    countedFlows: [],
    details: [],
    advice: [],
    fixedIn: null,
    template: null,
    deployment: null,
    ...more,
  };
}

const short = row({
  at: { file: 'infra/network.bicep', line: 78, column: 5 },
  level: 'warning',
  id: 'addresses-short',
  message: reason('cause.of.addresses-short', { compute: 'cpu-train', needed: 64, room: 59 }),
  results: [{ id: 'subnet-free-ips-cluster', text: 'Free addresses', isFlow: false }],
  isListed: false,
});

const texts: ReportTexts = {
  rows: [short, row({})],
  subnets: [],
  notChecked: [],
  ignored: [],
  assumed: [],
  basis: [],
  everywhere: [],
  read: [],
  hidden: null,
  foot: 'foot',
  summary: {
    filesRead: 41,
    notReadable: [],
    withoutResources: [],
    readErrors: [],
    missingModules: [],
    uncheckedComputes: [],
    parameterFiles: [],
    compiledTemplates: [],
    computesElsewhere: 0,
    subnetsChecked: 1,
    subnetsNotChecked: 0,
    notCheckedBecause: [],
    sharingSubnets: [],
    errors: 1,
    warnings: 1,
    unknown: 0,
    infos: 0,
    flows: { errors: 3, warnings: 0, unknown: 0, infos: 0 },
  },
};

function shown(screen: Screen, rows = texts.rows, showsFlows = false) {
  const layout = {
    screen,
    files: ['infra/'],
    isInput: false,
    showsFlows,
    showsInfos: false,
    amount: 'normal' as const,
    given: givenOptions({ files: ['infra/'], values: {} }),
  };
  return textReport(messagesIn('en'), layout, { ...texts, rows });
}

describe('advice for a problem without a fix', () => {
  const advice = ['What to do: A', 'What to do: B', 'What to do: C'];
  const below = (one: ReportRow, showsFlows = false): readonly string[] =>
    linesAsText(shown(plainScreen, [one], showsFlows))
      .split('\n')
      .filter((line) => line.startsWith('    │ '))
      .map((line) => line.slice(6));

  test('is below the flows, limited to two unless all are requested', () => {
    expect(below(row({ advice })).slice(2)).toEqual([
      '1 more   --flows lists them',
      'What to do: A',
      'What to do: B',
      '1 more   --flows lists them',
    ]);
    expect(below(row({ advice }), true).slice(3)).toEqual(advice);
  });

  test('is below settings and problems that stop everything', () => {
    expect(below({ ...short, advice: advice.slice(1) })).toEqual(advice.slice(1));
    expect(below(row({ isListed: false, advice }))[0]).toBe('What to do: A');
  });

  test('isn’t below flows that might pass unless all are requested', () => {
    const one = row({ level: 'unknown', id: 'appliance-decides', isListed: false, advice });
    expect(below(one)).toEqual([]);
    expect(below(one, true)).toContain('What to do: A');
  });

  test('is shown once for subnets that share a cause', () => {
    const one = (subnet: string, its: string[]) =>
      row({ key: 'k', subnets: [subnet], isListed: false, advice: its });
    const lines = linesAsText(
      shown(plainScreen, [one('a', ['What to do: A']), one('b', advice.slice(0, 2))]),
    );
    expect(lines.match(/What to do: ./g)).toEqual(['What to do: A', 'What to do: B']);
  });
});

describe('the hint for a network request', () => {
  const hint = (...rows: readonly ReportRow[]): string | undefined =>
    /^ {2}Request +(.*)$/m.exec(linesAsText(shown(plainScreen, rows)))?.[1];
  const appliance = (...roots: readonly string[]): ReportRow =>
    row({
      key: roots.join(),
      id: 'appliance-decides',
      level: 'unknown',
      deployment: roots.length === 0 ? null : roots.map((root) => ({ root })),
    });

  test('names only the templates that use an appliance', () => {
    expect(hint(row({ deployment: [{ root: 'infra/a.bicep' }] }), appliance('infra/hub.bicep'))).toBe(
      'aml-secure-compute request infra/hub.bicep > request.md',
    );
    expect(hint(appliance('infra/hub.bicep', 'infra/my routes.bicep'))).toBe(
      "aml-secure-compute request infra/hub.bicep 'infra/my routes.bicep' > request.md",
    );
  });

  test.each(['$(id)', '`id`', 'a;id', 'a&id', 'a|id', 'a>b', '"'])(
    'contains a file named %s as one word of a shell',
    (name) => {
      expect(hint(appliance(`${name}.bicep`))).toBe(
        `aml-secure-compute request '${name}.bicep' > request.md`,
      );
    },
  );

  test('names all files if exports are among them', () => {
    expect(hint(appliance('infra/hub.bicep'), appliance())).toBe(
      'aml-secure-compute request infra/ > request.md',
    );
  });

  test('isn’t shown without an appliance', () => {
    expect(hint(row({}))).toBeUndefined();
  });
});

describe('a terminal', () => {
  test('with 140 columns aligns places, severities, and IDs', () => {
    const lines = linesAsText(shown({ columns: 140, colors: true, unicode: true }))
      .split('\n')
      .slice(0, 6);
    expect(lines.map((line) => line.replace(/ {2,}(?=nsg-rule-blocks|addresses-short)/, ' … '))).toEqual([
      'infra/network.bicep  1 subnet, 1 cluster',
      "  infra/network.bicep:35:15  error    Rule 4096 'Deny-All' blocks 3 flows of 'snet-training' … nsg-rule-blocks",
      '                             │        Outbound UDP 5831 to AzureMachineLearning',
      '                             │        Outbound 443 to Azure Batch',
      '                             │        1 more   --flows lists them',
      "  infra/network.bicep:78:5   warning  'cpu-train' can start 64 nodes; 'snet-training' has room for 59 … addresses-short",
    ]);
    expect(lines[1]?.indexOf('nsg-rule-blocks')).toBe(lines[5]?.indexOf('addresses-short'));
  });

  test('keeps IDs within its width next to a message that is longer than a line', () => {
    const long = row({
      key: 'long',
      id: 'admin-rule-blocks',
      message: reason('file.cause.admin-rule-blocks', { name: 'x'.repeat(140) }),
    });
    const lines = linesAsText(
      shown({ columns: 140, colors: true, unicode: true }, [short, row({}), long]),
    ).split('\n');
    const withId = lines.filter((line) =>
      / (?:nsg-rule-blocks|addresses-short|admin-rule-blocks)$/.test(line),
    );
    expect(withId.map((line) => line.length <= 140)).toEqual([true, false, true]);
    expect(withId[1]).toMatch(/'snet-training' {2}admin-rule-blocks$/);
    expect(withId[0]?.indexOf('nsg-rule-blocks')).toBe(withId[2]?.indexOf('addresses-short'));
  });

  test.each([
    ['with 139 columns', { ...plainScreen, columns: 139 }],
    ['without a known width', plainScreen],
  ])('%s isn’t padded', (_, screen) => {
    const lines = linesAsText(shown(screen)).split('\n');
    expect(lines[1]).toBe(
      "  infra/network.bicep:35:15  error  Rule 4096 'Deny-All' blocks 3 flows of 'snet-training'  nsg-rule-blocks",
    );
    expect(lines[2]).toBe('    │ Outbound UDP 5831 to AzureMachineLearning');
  });

  test('counts causes with their flows, and leaves out empty counts', () => {
    expect(linesAsText(shown(plainScreen))).toContain('\n1 error (3 flows), 1 warning in 41 files\n');
  });

  test('shows errors in red, warnings in yellow, and hints in cyan', () => {
    const spans = shown({ columns: 140, colors: true, unicode: true }).flat();
    const of = (text: string) => spans.find((one) => one.text.trim() === text)?.style;
    expect([of('error'), of('warning'), of('All flows'), of('nsg-rule-blocks')]).toEqual([
      'red',
      'yellow',
      'cyan',
      'dim',
    ]);
  });
});

describe('the screen', () => {
  const terminal = { isTTY: true, columns: 150 };
  const utf8 = { LANG: 'en_US.UTF-8' };

  test.each([
    ['a terminal', terminal, utf8, { columns: 150, colors: true, unicode: true }],
    ['a pipe', {}, utf8, { columns: null, colors: false, unicode: true }],
    ['NO_COLOR', terminal, { ...utf8, NO_COLOR: '1' }, { columns: 150, colors: false }],
    ['an empty NO_COLOR', terminal, { ...utf8, NO_COLOR: '' }, { colors: true }],
    ['FORCE_COLOR', {}, { ...utf8, FORCE_COLOR: '1' }, { columns: null, colors: true }],
    ['FORCE_COLOR=0', terminal, { ...utf8, FORCE_COLOR: '0' }, { colors: false }],
    ['both', terminal, { ...utf8, FORCE_COLOR: '1', NO_COLOR: '1' }, { colors: false }],
    ['a dumb terminal', terminal, { ...utf8, TERM: 'dumb' }, { colors: false }],
    ['the C locale', terminal, { LANG: 'C' }, { unicode: false }],
    ['no locale', terminal, {}, { unicode: false }],
    ['Windows Terminal', terminal, { OS: 'Windows_NT', WT_SESSION: 'x' }, { unicode: true }],
    ['another Windows terminal', terminal, { OS: 'Windows_NT' }, { unicode: false }],
  ])('%s', (_, stream, env, expected) => {
    expect(screenOf(stream, env)).toMatchObject(expected);
  });

  test('paints a style and ends it', () => {
    expect(paint(styled('red', 'error'))).toBe('\u001B[31merror\u001B[39m');
    expect(paint(styled('plain', 'text'))).toBe('text');
  });

  test('without UTF-8 has ASCII characters', () => {
    expect(asciiSignsOf('│ isn’t · “a” → b…')).toBe('| isn\'t - "a" -> b...');
  });
});

describe('the commands below a report', () => {
  /** Nothing in the file is for Azure ML, so that only an option names the subnet to check. */
  const bare = writtenNetwork({ rules: [parseWrittenRule('Deny Outbound 4096 * *>*:*')] });
  const commandsIn = (out: string): readonly string[] =>
    [...out.matchAll(/aml-secure-compute (.*)$/gm)].map(([, words = '']) => words);

  test.each([
    '--subnet snet',
    '--all-subnets --subnet snet',
    '--subnet snet --compute instance --public-ip no --workspace private',
    '--subnet snet --region northeurope --service-regions storage=westeurope,registry=francecentral',
    '--subnet snet --cloud public --profile 2020-12',
    '--subnet snet --no-params',
  ])('have the same results as the report: %s', async (options) => {
    const files = { 'main.bicep': bare };
    const { code, out } = await ran(`check main.bicep ${options}`, files);
    const [fix = '', explain = '', flows = ''] = commandsIn(out);
    for (const word of options.split(' ')) {
      for (const command of [fix, explain, flows]) expect(command.split(' ')).toContain(word);
    }
    expect((await ran(fix, files)).out).toMatch(/ not written because of --dry-run:/);
    expect((await ran(explain, files)).out).toContain("rule 4096 'Deny-Outbound-4096' blocks it");
    const listed = await ran(flows, files);
    expect(listed.code).toBe(code);
    const summary = /^\d+ error.*$/m;
    expect(summary.exec(listed.out)?.[0]).toBe(summary.exec(out)?.[0]);
  });

  test('keep patterns of excluded files, also for a shell', async () => {
    const files = { 'infra/main.bicep': bare, 'infra/old/main.bicep': bare };
    const { out } = await ran('check infra --subnet snet --exclude infra/old/*', files);
    const [fix, , flows] = commandsIn(out);
    expect(fix).toBe('fix infra/main.bicep --subnet snet --dry-run');
    expect(flows).toBe("check infra --exclude 'infra/old/*' --subnet snet --flows");
  });

  test('don’t repeat values of variables, which can be secrets', async () => {
    const main = `variable "key" {}
resource "azurerm_virtual_network" "vnet" {
  name = "vnet"
  location = "westeurope"
  resource_group_name = "rg"
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "snet" {
  name = "snet"
  resource_group_name = "rg"
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes = ["10.0.0.0/24"]
}
`;
    const { out } = await ran('check tf --subnet snet --var key=s3cret', { 'tf/main.tf': main });
    expect(commandsIn(out).at(-1)).toBe("check tf --subnet snet --var 'key=…' --flows");
    expect(out).not.toContain('s3cret');
  });
});
