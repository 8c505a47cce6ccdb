import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reason } from '../../../src/core/reason';
import { isHarmless } from '../../../src/file-checks/edits/asks-first';
import { agreedEdits, harmlessEdits } from '../../../src/file-checks/edits/harmless-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { examined, proofOf, withEdits } from './examined';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

const rule = (name: string, priority: number): string => `      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
      }
`;
const deny = "      {\n        name: 'Deny-All'";
const unused = network.replace(deny, `${rule('Again', 130)}${rule('And-again', 140)}${deny}`);

async function afterSave(text: string, file = 'a.bicep'): Promise<string> {
  const proof = await proofOf({ [file]: text });
  const told = withoutSuppressed(problemsOf(proof.examined.check), () => text);
  return withEdits(text, await harmlessEdits(proof, file, told));
}

describe('what is mended when a file is saved', () => {
  test('rules that nothing reaches go, all of them, and nothing else changes', async () => {
    expect(unused).not.toBe(network);
    expect(await afterSave(unused)).toBe(network);
  });

  test('what opens something is left to the person', async () => {
    const { check } = await examined({ 'a.bicep': network });
    expect(problemsOf(check).some(({ severity }) => severity === 'error')).toBe(true);
    expect(await afterSave(network)).toBe(network);
  });

  test('a setting of the subnet is left to the person, a word that is misspelt is not', () => {
    const none = { steps: [], effect: 'none', opens: [], closes: [], notes: [] } as const;
    const title = reason('file.title.setTo', { property: 'a', value: 'b', name: 'c' });
    expect(isHarmless({ fix: { ...none, title } })).toBe(false);
    expect(isHarmless({ fix: { ...none, spelling: 'subnets' } })).toBe(true);
  });

  test('a rule that another overrules is left to the person, who may want it', async () => {
    const overruled = unused
      .replaceAll('priority: 130', 'priority: 4097')
      .replace(/priority: 140(\s+direction: 'Outbound'\s+)access: 'Allow'/, "priority: 140$1access: 'Deny'");
    const proof = await proofOf({ 'a.bicep': overruled });
    const ids = problemsOf(proof.examined.check).map(({ id }) => id);
    expect(ids).toContain('contradicted-security-rule');
    expect(await afterSave(overruled)).toContain("'And-again'");
  });

  test('what somebody ignores stays', async () => {
    const comment = '        // aml-secure-compute: ignore-next-line shadowed-security-rule\n';
    const quiet = unused.replace("        name: 'Again'", `${comment}        name: 'Again'`);
    const after = await afterSave(quiet);
    expect(after).toContain("'Again'");
    expect(after).not.toContain("'And-again'");
  });

  test('nothing that another root which takes the file says otherwise of', async () => {
    const module = unused.replace('priority: 140', 'priority: again').concat('\nparam again int\n');
    const root = (again: number): string =>
      `module net 'net.bicep' = { name: 'net', params: { again: ${String(again)} } }`;
    const edits = async (again: number) => {
      const proof = await proofOf({ 'main.bicep': root(again), 'net.bicep': module });
      return harmlessEdits(proof, 'net.bicep', problemsOf(proof.examined.check));
    };
    const [late, early] = [await edits(140), await edits(105)];
    expect(late).not.toEqual([]);
    expect(agreedEdits([late, late])).toEqual(late);
    expect(agreedEdits([late, early])).toEqual([]);
  });

  test('of a module nothing, while its root is saved', async () => {
    const files = { 'main.bicep': "module net 'net.bicep' = { name: 'net' }", 'net.bicep': unused };
    const proof = await proofOf(files);
    const told = problemsOf(proof.examined.check);
    expect(await harmlessEdits(proof, 'main.bicep', told)).toEqual([]);
    expect(withEdits(unused, await harmlessEdits(proof, 'net.bicep', told))).toBe(network);
  });
});
