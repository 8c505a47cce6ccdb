import { describe, expect, test } from 'vitest';
import { isPreferable } from '../../../src/file-checks/edits/needs-preview';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { failuresIn } from '../../support/failures-in';
import { sharedParts } from '../../support/shared-parts';
import { testFixContext } from './analyzed';
import { changedLines, offered } from './fixed';

const udp = 'outbound-aml-udp-5831';

describe('lines that also create an NSG of another subnet', () => {
  const all = ['rules of a variable', 'NSGs of a loop', 'a module with an NSG', 'rules of a parameter'];

  test('get rules for the addresses of the subnet that needs them', async () => {
    const failures = await failuresIn(
      all.map((name) => [name, sharedParts[name]?.files ?? {}] as const),
      async (files) => {
        const { titles, after } = await offered(files, udp);
        expect(titles).toEqual(['Allow UDP 5831 to AzureMachineLearning']);
        const lines = Object.entries(files).flatMap(([file, text]) => changedLines(text, after[file] ?? ''));
        expect(lines).toContain("+ sourceAddressPrefix: '10.40.4.0/26'");
        expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
      },
    );
    expect(failures).toEqual([]);
  });

  test('get rules for all subnets if the other one needs the same', async () => {
    const { files } = sharedParts['a module with an NSG'] ?? {};
    const comment = '// aml-secure-compute: cluster public-ip\n';
    const both = Object.fromEntries(
      Object.entries(files ?? {}).map(([file, text]) => [
        file,
        text.replace("{\n        name: 'snet-web'", `${comment}{\n        name: 'snet-web'`),
      ]),
    );
    const { titles, after } = await offered(both, udp);
    expect(titles).toEqual(['Allow UDP 5831 to AzureMachineLearning (also changes the traffic of snet-web)']);
    expect(after['part.bicep']).toContain("sourceAddressPrefix: 'VirtualNetwork'");
  });

  test('have the other subnet in the fix’s title if no rule can exclude it, and the fix is never preferred', async () => {
    const { files } = sharedParts['a module with a route table'] ?? {};
    const { titles } = await offered(files ?? {}, 'udr-forced-tunnel-aml');
    expect(titles).toEqual([
      'Add a route that sends AzureMachineLearning directly to the internet (also changes the traffic of snet-web)',
    ]);
    const fixTest = await testFixContext(files ?? {});
    const problem = problemsOf(fixTest.analysis.check).find(({ id }) => id === 'udr-forced-tunnel-aml');
    const [first] = problem ? await attemptFixes(fixTest, problem) : [];
    expect(first?.is === 'tested' && isPreferable(first)).toBe(false);
  });
});

test.each(['a tag that is also a tag of a resource', 'a tag that is also a tag of a storage account'])(
  '%s isn’t changed',
  async (name) => {
    const { titles, whyNot } = await offered(sharedParts[name]?.files ?? {}, 'misspelled-service-tag');
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'The lines to change also create other resources, so an edit would change those too.',
    );
  },
);

test('correcting a misspelled tag doesn’t block traffic of another subnet, because Azure refuses the tag', async () => {
  const { titles } = await offered(
    sharedParts['an NSG of two subnets']?.files ?? {},
    'misspelled-service-tag',
  );
  expect(titles).toEqual([
    'Change AzureMachineLearnin to AzureMachineLearning in AML (also changes the traffic of snet-web)',
  ]);
});
