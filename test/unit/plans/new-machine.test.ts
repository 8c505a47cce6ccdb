import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parseBicep } from '../../../src/documents/bicep/parser/parse';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import { machineForms } from '../../../src/plans/code/machine/machine';
import { writeNewMachine } from '../../../src/plans/code/machine/new-machine';
import { clusterPlan, context, sayStrictly } from './sample-plans';

const machine = {
  name: 'vm-train',
  workspaceId: clusterPlan.workspaceId,
  workspaceLocation: 'westeurope',
  location: 'westeurope',
  subnetId: clusterPlan.subnetId ?? '',
  vmSize: 'Standard_DS3_v2',
  adminUser: 'azureuser',
};
const elsewhere = {
  ...machine,
  subnetId: machine.subnetId.replace(/(?<=subscriptions\/)[^/]+/, '11111111-2222-3333-4444-555555555555'),
};

/** What the language of a file finds in it. */
function faultsIn(name: string, text: string): readonly unknown[] {
  if (name.endsWith('.bicep')) return parseBicep(text, name).faults;
  if (/\.tf(vars)?$/.test(name)) return parseHcl(text, name).faults;
  if (!name.endsWith('.sh')) return [];
  const { error, status } = spawnSync('bash', ['-n'], { input: text });
  return error || status === 0 ? [] : [name];
}

it.each(machineForms)(
  'a new virtual machine as %s is read by its language, also in another subscription',
  (form) => {
    for (const one of [machine, elsewhere]) {
      const files = writeNewMachine(form, one, { context, say: sayStrictly });
      expect(files.flatMap(({ name, text }) => faultsIn(name, text))).toEqual([]);
      const text = files.map((file) => file.text).join('\n');
      const used = Array.from(text.matchAll(/\bvar\.(\w+)/g), ([, name]) => name);
      const declared = Array.from(text.matchAll(/^variable "(\w+)"/gm), ([, name]) => name);
      expect(used.filter((name) => !declared.includes(name))).toEqual([]);
    }
  },
);

it('each written form is as before', async () => {
  const all = machineForms.flatMap((form) => [
    ...writeNewMachine(form, machine, { context, say: sayStrictly }).filter(
      ({ name }) => form === 'az' || !name.endsWith('.sh'),
    ),
  ]);
  const text = all.map((one) => `==== ${one.name}\n${one.text}`).join('\n');
  await expect(text).toMatchFileSnapshot('../../fixtures/new-machine.txt');
});
