import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markdownReport } from '../../../src/cli/report/markdown-report';
import type { ReportEntry } from '../../../src/cli/report/report-entries';
import { messagesIn } from '../../support/messages-in';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const files = { 'infra/network.bicep': network };

describe('report formats of other programs', () => {
  test('GitHub has an annotation for each cause, and the summary last', async () => {
    const { out, code } = await ran('check infra --format github', files);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^::error file=infra\/network\.bicep,line=37,col=15,title=nsg-rule-blocks::Rule 4096 'Deny-All' blocks 6 flows of 'snet-training'%0A/,
    );
    expect(lines[0]).toMatch(/%25 of the addresses/);
    expect(lines.at(-1)).toMatch(/^1 error \(6 flows\)/);
  });

  test('Azure Pipelines has an issue for each cause', async () => {
    const { out } = await ran('check infra --format azure-pipelines', files);
    expect(out).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=infra\/network\.bicep;linenumber=37;columnnumber=15;code=nsg-rule-blocks;\]Rule 4096/,
    );
    expect(out).not.toMatch(/\d% /);
  });

  test('rule names that look like commands aren’t commands', async () => {
    const text = network.replace("'Deny-All'", "'Deny ##vso[task.complete] ::error::x'");
    for (const format of ['github', 'azure-pipelines']) {
      const { out } = await ran(`check infra --format ${format}`, { 'infra/network.bicep': text });
      expect(out).toContain('task.complete');
      const own = format === 'github' ? /^::(?:error|warning) / : /^##vso\[task\.logissue /;
      for (const line of out.trimEnd().split('\n').slice(0, -1)) {
        expect(line).toMatch(own);
        expect(line.replace(own, '')).not.toMatch(/##vso\[/);
      }
    }
  });

  test('JUnit counts what fails the run, and a file without findings passes', async () => {
    const { out } = await ran('check infra other.bicep --format junit', {
      ...files,
      'other.bicep':
        "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'st'\n}\n",
    });
    expect(out).toContain(
      '<testsuites name="aml-secure-compute" tests="4" failures="2" errors="0" skipped="0">',
    );
    expect(out).toContain('<testcase name="No findings" classname="other.bicep" file="other.bicep" />');
    expect(out).toMatch(/<failure type="error" message="Rule 4096 &apos;Deny-All&apos;/);
  });

  test('JUnit skips unknown results', async () => {
    const text = `param last string\n${network.replace("access: 'Deny'", 'access: last')}`;
    const line = 'check a.bicep --public-ip no --allow-unknown --fail-on none --format junit';
    const { out, code } = await ran(line, { 'a.bicep': text });
    expect(code).toBe(0);
    expect(out).toMatch(
      /<testsuites name="aml-secure-compute" tests="\d+" failures="0" errors="0" skipped="[1-9]/,
    );
    expect(out).toMatch(/<skipped message="6 checks of[^"]+" \/>/);
  });

  test('JUnit doesn’t pass a file in which nothing was checked', async () => {
    const { out } = await ran('check infra --format junit', { ...files, 'infra/other.bicep': '' });
    expect(out).not.toContain('No findings');
    expect(out).toMatch(
      /<testsuite name="infra\/other\.bicep" tests="1" failures="0" errors="0" skipped="1">/,
    );
  });

  test('JUnit reports a file that can’t be read as an error', async () => {
    const { out, code } = await ran('check lost.bicep --format junit', {});
    expect(code).toBe(3);
    expect(out).toMatch(/errors="1"/);
    expect(out).toMatch(/<error type="error" message="[^"]*lost\.bicep/);
  });

  test('Markdown has a table of the causes', async () => {
    const { out } = await ran('check infra --format markdown', files);
    expect(out).toMatch(/^\| error \| infra\/network\.bicep:37 \| Rule 4096 'Deny-All' blocks 6 flows/m);
  });

  test('Markdown fits into a comment, however many problems there are', () => {
    const entry: ReportEntry = {
      level: 'error',
      isFailing: true,
      id: 'nsg-rule-blocks',
      file: 'infra/a|b.bicep',
      line: 3,
      column: 1,
      message: 'Rule <b>1</b> blocks a flow',
      details: ['x'.repeat(200)],
    };
    const long = markdownReport(messagesIn('en'), {
      entries: Array.from({ length: 1000 }, () => entry),
      summary: '1,000 errors in 1 file',
      nothing: null,
      foot: '1 file',
    });
    expect(long.length).toBeLessThan(65_536);
    expect(long).toMatch(/\d+ more findings aren’t listed\./);
    expect(long).toContain('| error | infra/a\\|b.bicep:3 | Rule \\<b\\>1');
  });

  test('a run without findings is stated', async () => {
    const { out, code } = await ran('check other.bicep --format markdown', {
      'other.bicep': "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'a' }\n",
    });
    expect(code).toBe(0);
    expect(out).toContain('**No errors in 1 file**');
    expect(out).toContain('The files don’t contain a subnet for Azure ML.');
  });
});

describe('--output', () => {
  test('writes further reports, the same as on standard output', async () => {
    const line = 'check infra --format json --output sarif=a.sarif --output junit=b.xml --output text=c.txt';
    const { out, written, code } = await ran(line, files);
    expect(code).toBe(1);
    expect(Object.keys(written).sort()).toEqual(['a.sarif', 'b.xml', 'c.txt']);
    expect(JSON.parse(out)).toHaveProperty('summary');
    expect(JSON.parse(written['a.sarif'] ?? '')).toHaveProperty('runs');
    expect(written['b.xml']).toMatch(/^<\?xml/);
    expect((await ran('check infra', files)).out).toBe(written['c.txt']);
  });

  test.each([
    ['sarif=infra/network.bicep', /infra\/network\.bicep has the name of a template/],
    ['sarif=a/aml-secure-compute.yaml', /has the name of a template, Terraform, or settings file/],
    ['sarif=prod.tfvars', /has the name of a template/],
    ['sarif=main.tf.json', /has the name of a template/],
    ['sarif=infra/network.json', /infra\/network\.json is a file that this run uses/],
    ['sarif=known.json --baseline known.json', /known\.json is a file that this run uses/],
    ['sarif=new.json --write-baseline new.json', /new\.json is a file that this run uses/],
    ['sarif=values --var-file values terraform', /values is a file that this run uses/],
    ['pdf=a.pdf', /doesn’t accept pdf=a\.pdf/],
    ['sarif', /doesn’t accept sarif/],
    ['json=a.json --output sarif=./a.json', /Two reports have the same file/],
  ])('rejects %s', async (value, why) => {
    const { code, error, written } = await ran(`check infra --output ${value}`, {
      ...files,
      'infra/network.json': JSON.stringify({
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        resources: [],
      }),
      'known.json': '{"version": 1, "problems": []}',
      values: '',
      'terraform/main.tf': '',
    });
    expect({ code, written }).toEqual({ code: 2, written: {} });
    expect(error).toMatch(why);
  });
});

test('--fail-on none exits with 0 for any findings, and with 3 if a file can’t be read', async () => {
  expect((await ran('check infra --fail-on none', files)).code).toBe(0);
  expect((await ran('check infra lost.bicep --fail-on none', files)).code).toBe(3);
});

test('--quiet prints only findings and counts, and --verbose adds each subnet and the files', async () => {
  const quiet = (await ran('check infra --quiet', files)).out;
  expect(quiet).toContain('nsg-rule-blocks');
  expect(quiet).not.toContain('Assumed');
  expect(quiet.trimEnd().split('\n').at(-1)).toMatch(/^1 error \(6 flows\).* in 1 file$/);
  const verbose = (await ran('check infra --verbose', files)).out;
  expect(verbose).toContain('Files that were read:\n    infra/network.bicep');
  expect(verbose).toMatch(/snet-training, for compute that doesn’t exist yet: Not ready/);
  expect((await ran('check infra --quiet --verbose', files)).code).toBe(2);
});
