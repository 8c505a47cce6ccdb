import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unreadByFile } from '../../../src/features/diagnostics/analyzed-files';
import { isOfCause, problemsByCause, reportedKey } from '../../../src/file-checks/cause-problems';
import { unreadTerraform, type UnreadPart } from '../../../src/file-checks/missing-modules';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { suppressEdit } from '../../../src/file-checks/suppress-edits';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { mainFileOf } from '../../../src/file-checks/terraform-root';
import { terraformExamples } from '../../../scripts/checks/examples.mjs';
import type { Problem } from '../../../src/file-checks/problem';
import { formatProblem } from '../../../src/wording/problem-text';
import { messagesIn } from '../../support/messages-in';
import { natGateway, terraformBase } from '../../support/terraform-network';
import { analyzed, withEdits } from './analyzed';

const network = readFileSync(
  new URL('../../fixtures/terraform/associations/main.tf', import.meta.url),
  'utf8',
);

type Files = Readonly<Record<string, string>>;

const folderOf = (files: Files): Files => ({ ...files, './': Object.keys(files).join('\n') });

async function causesIn(files: Files): Promise<ReturnType<typeof problemsByCause>> {
  const { check } = await analyzed(folderOf(files));
  const reported = withoutSuppressed(problemsOf(check), (file) => files[file]);
  return problemsByCause(check, reported);
}

async function unreadIn(files: Files): Promise<readonly UnreadPart[]> {
  const examined = await analyzed(folderOf(files));
  const filesRead = Object.keys(files);
  return unreadTerraform(examined, { filesRead, textOf: (file) => files[file] });
}

const keysOf = (parts: readonly UnreadPart[]): readonly string[] =>
  parts.map(({ place, because }) => `${place.file} ${because.key}`);

test('a folder is checked from main.tf, or from its first file, whichever file is requested', () => {
  expect(mainFileOf(['variables.tf', 'main.tf', 'a.tf'])).toBe('main.tf');
  expect(mainFileOf(['network.tf', 'compute.tf.json', 'prod.auto.tfvars'])).toBe('compute.tf.json');
  expect(mainFileOf(['.main.tf', 'prod.tfvars', 'README.md'])).toBeUndefined();
});

test('a comment that suppresses a cause begins with #, and is merged with an existing one', async () => {
  const [cause] = (await causesIn({ 'main.tf': network })).filter(isOfCause);
  if (!cause) throw new Error('nothing is blocked');
  const suppressed = (text: string, flows = cause.flows): string => {
    const edit = suppressEdit({ file: 'main.tf', text, isPlain: false }, flows);
    return withEdits(text, edit ? [edit] : []);
  };
  const quiet = suppressed(network);
  expect(quiet).toMatch(/^ *# aml-secure-compute: ignore-next-line [a-z0-9-]+/m);
  expect(quiet).not.toMatch(/\/\/ aml-secure-compute/);
  const left = (await causesIn({ 'main.tf': quiet })).map(reportedKey);
  expect(left).not.toContain(reportedKey(cause));
  const one = suppressed(network, [cause.flows[0]]);
  const [next] = (await causesIn({ 'main.tf': one })).filter(isOfCause);
  const edit = next && suppressEdit({ file: 'main.tf', text: one, isPlain: false }, next.flows);
  expect(withEdits(one, edit ? [edit] : []).match(/# aml-secure-compute/g)).toHaveLength(1);
});

test('a comment isn’t written where it wouldn’t be one: into a heredoc, and into JSON', () => {
  const heredoc = 'locals {\n  rules = <<-EOT\n    allow\n  EOT\n}\n';
  const start = heredoc.indexOf('allow');
  const problemAt = (file: string): Parameters<typeof suppressEdit>[1] =>
    [{ id: 'outbound-storage-445', place: { file, start, end: start + 5 } }] as never;
  expect(suppressEdit({ file: 'a.tf', text: heredoc, isPlain: false }, problemAt('a.tf'))).toBeUndefined();
  const json = '{"locals":\n {"rules": "allow"}\n}';
  expect(
    suppressEdit({ file: 'a.tf.json', text: json, isPlain: true }, problemAt('a.tf.json')),
  ).toBeUndefined();
});

test('unread parts are reported once each if a file of the folder names Azure ML', async () => {
  const module = 'module "hub" {\n  source = "Azure/hub/azurerm"\n}\n';
  const broken = 'locals {\n  a = \n}\n';
  const files = { 'main.tf': network, 'hub.tf': module, 'broken.tf': broken };
  const parts = await unreadIn(files);
  expect(keysOf(parts)).toEqual(['broken.tf hcl.expectedValue', 'hub.tf unknown.terraformModule']);
  const root = { unread: parts } as never;
  const byFile = unreadByFile(
    new Map([
      ['main.tf', root],
      ['other/main.tf', root],
    ]),
  );
  expect([...byFile.values()].map((all) => all.length)).toEqual([1, 1]);
  expect(await unreadIn({ 'hub.tf': module, 'broken.tf': broken })).toEqual([]);
  expect(await unreadIn({ 'main.tf': network })).toEqual([]);
});

test('modules that terraform init installs are one part that names each once', async () => {
  const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`;
  const calls = [
    call('a', 'Azure/hub/azurerm'),
    call('b', 'Azure/vault/azurerm'),
    call('c', 'Azure/hub/azurerm'),
  ];
  const parts = await unreadIn({ 'main.tf': `${network}${calls.join('')}` });
  const names = ['Azure/hub/azurerm', 'Azure/vault/azurerm'];
  expect(parts.map(({ because }) => because)).toEqual([
    { key: 'unknown.terraformModules', values: { n: 2, names } },
  ]);
});

test('a file that can’t be read is reported in any folder', async () => {
  const examined = await analyzed({ 'main.tf': '', './': 'main.tf\nlarge.tf' });
  expect(keysOf(unreadTerraform(examined, { filesRead: ['main.tf'], textOf: () => '' }))).toEqual([
    'large.tf documents.evaluation.noFile',
  ]);
});

test('resources that overwrite each other are reported, with both places', async () => {
  const reportedIn = async (nsg: string): Promise<readonly Problem[]> => {
    const { check } = await analyzed(folderOf({ 'main.tf': terraformBase + natGateway, 'nsg.tf': nsg }));
    return problemsOf(check).filter(({ id }) => id === 'conflicting-terraform-resources');
  };
  const { fails, passes } = terraformExamples['conflicting-terraform-resources'];
  const [found, ...others] = await reportedIn(fails);
  const textAt = ({ start, end }: { start: number; end: number }): string => fails.slice(start, end);
  expect(found && [textAt(found.place), ...found.related.map(({ place }) => textAt(place))]).toEqual([
    '"batch"',
    '"nodes"',
  ]);
  expect([others, await reportedIn(passes)]).toEqual([[], []]);
  const twice = `${passes}
resource "azurerm_subnet_network_security_group_association" "again" {
  subnet_id                 = azurerm_subnet.nodes.id
  network_security_group_id = azurerm_network_security_group.nodes.id
}
`;
  expect((await reportedIn(twice)).map((one) => formatProblem(messagesIn('en'), one))).toEqual([
    'azurerm_subnet_network_security_group_association.again and azurerm_subnet_network_security_group_association.nodes both set azurerm_subnet.nodes. Each apply undoes one of them.',
  ]);
});

test('a folder that is deployed with another root keeps its conflicts, files, and comments', async () => {
  const { fails } = terraformExamples['conflicting-terraform-resources'];
  const hub = { 'hub/main.tf': terraformBase + natGateway, 'hub/nsg.tf': fails };
  const files = {
    ...{ ...hub, 'hub/': 'main.tf\nnsg.tf' },
    ...{ 'product/main.tf': `# aml-secure-compute: cluster\n${terraformBase}`, 'product/': 'main.tf' },
    'main.bicep': "// aml-secure-compute: instance\nparam name string = 'a'\n",
  };
  const conflictsOf = async (first: string, ...others: readonly string[]) => {
    const { check, templates } = await analyzed(files, first, { together: others.map((root) => ({ root })) });
    const found = problemsOf(check).filter(({ id }) => id === 'conflicting-terraform-resources');
    return [found.length, [...templates.keys()].sort()];
  };
  const all = ['hub/main.tf', 'hub/nsg.tf', 'main.bicep', 'product/main.tf'];
  expect(await conflictsOf('main.bicep', 'product/main.tf', 'hub/main.tf')).toEqual([1, all]);
  expect(await conflictsOf('hub/main.tf', 'product/main.tf', 'main.bicep')).toEqual([1, all]);
});
