import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CodeFormId } from '../../../src/core/code-forms';
import { codeForms } from '../../../src/plans/code/code-forms';
import type { CodeContext } from '../../../src/plans/code/code-context';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { caseCount } from '../../support/case-count';
import { valueOr } from '../../../src/core/known';
import { nameOf } from '../../../src/core/network/find';
import { analyzed } from '../file-checks/analyzed';
import { comparable } from '../file-checks/comparable';
import { newNetworkPlan, resultsAsProposed } from './new-network-plans';
import {
  context,
  endpointFix,
  linkFix,
  planSubnetId,
  routeFix,
  ruleFix,
  samplePlans,
  sayStrictly,
} from './sample-plans';

/** Returns the model that the product reads from the files of a format. */
async function readBack(form: CodeFormId, plan: ComputePlan, around: CodeContext) {
  const { files } = codeForms[form].write(plan, around, sayStrictly);
  const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
  const read = await comparable({ ...texts, './': files.map(({ name }) => name).join('\n') });
  // In any order: a module is the last part of a template, and Terraform has one list.
  return read
    .map((one) => [JSON.stringify(one), one] as const)
    .sort()
    .map(([, one]) => one);
}

/** Returns the peerings that the product reads from the files of a format, by network. */
async function peeringsIn(form: CodeFormId, plan: ComputePlan, around: CodeContext): Promise<string[]> {
  const { files } = codeForms[form].write(plan, around, sayStrictly);
  const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
  const { check } = await analyzed({ ...texts, './': files.map(({ name }) => name).join('\n') });
  const all = check.declared.model.virtualNetworks.flatMap(({ name, peerings, addedPeerings = [] }) =>
    [...valueOr(peerings, []), ...addedPeerings].map(
      (one) =>
        `${name}: ${one.name} to ${nameOf(one.remoteId)}, ${JSON.stringify(one.allowForwardedTraffic)}`,
    ),
  );
  return all.sort();
}

/** Requirements that the network alone decides, independent of the workspace. */
const isOfNetwork = /^(?:outbound|inbound|egress|nsg|udr|subnet)-/;

const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,20}[a-z0-9]$/);
const groups = fc.constantFrom('rg-ml-prod', 'rg-network-prod', 'RG.(net)_1');
const networks = fc.record({
  kind: fc.constantFrom('cluster', 'instance'),
  publicIp: fc.boolean(),
  group: groups,
  peer: fc.option(fc.record({ group: groups, zones: groups }), { nil: undefined }),
  network: fc.record({
    name,
    subnetName: name,
    octet: fc.integer({ min: 0, max: 255 }),
    bits: fc.integer({ min: 22, max: 27 }),
  }),
});

it('a network that the files create is read back from each format with its proposed results', async () => {
  const run = fc.asyncProperty(networks, async ({ network: { octet, bits, ...names }, ...given }) => {
    const network = {
      ...names,
      addressSpace: `10.${octet}.0.0/16`,
      subnetPrefix: `10.${octet}.4.0/${bits}`,
    };
    const one = newNetworkPlan({ ...given, network });
    const reserved = resultsAsProposed(one)
      .filter(({ requirement }) => isOfNetwork.test(requirement))
      .map(({ requirement, outcome, severity }) => `${requirement} ${severity} ${outcome.is}`);
    const terraform = await readBack('terraform', one.plan, one.context);
    const [subnet] = terraform;
    expect(subnet).toMatchObject({ subnet: network.subnetName, compute: one.plan.name, findings: [] });
    expect(subnet?.results.filter((result) => isOfNetwork.test(result))).toEqual(reserved);
    expect(await readBack('bicep', one.plan, one.context)).toEqual(terraform);
    expect(await readBack('arm', one.plan, one.context)).toEqual(terraform);
    if (!given.peer) return;
    const created = network.name;
    for (const form of ['terraform', 'bicep', 'arm'] as const) {
      expect(await peeringsIn(form, one.plan, one.context)).toEqual(
        [
          `${created}: peer-to-vnet-hub to vnet-hub, {"known":true,"value":false}`,
          `vnet-hub: peer-to-${created} to ${created}, {"known":true,"value":false}`,
        ].sort(),
      );
    }
  });
  await fc.assert(run, { numRuns: caseCount(3, 500), seed: 25 });
});

it('rules, routes, and endpoints in an existing network are read back alike from each format', async () => {
  // A subnet that changes isn't among them: a template repeats it as a whole, and Terraform joins parts to it.
  const fixes = [ruleFix, routeFix, linkFix, endpointFix];
  const run = fc.asyncProperty(
    fc.constantFrom(...Object.values(samplePlans).filter(({ subnetId }) => subnetId === planSubnetId)),
    fc.subarray(fixes),
    async (sample, some) => {
      const plan = { ...sample, fixes: some };
      const terraform = await readBack('terraform', plan, context);
      expect(await readBack('bicep', plan, context)).toEqual(terraform);
      expect(await readBack('arm', plan, context)).toEqual(terraform);
    },
  );
  await fc.assert(run, { numRuns: caseCount(3, 200), seed: 25 });
});
