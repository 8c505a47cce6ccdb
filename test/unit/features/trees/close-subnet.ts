import { research } from '../../../../src/sandbox/sample/names';
import type { OpenTrees } from './open-trees';

/** Somebody denies everything that leaves the subnets of a security group. */
export async function closeSubnet(t: OpenTrees, groupName = 'nsg-train-gpu'): Promise<void> {
  const azure = await t.session.reads().azure();
  const stop = new AbortController().signal;
  const model = await azure.read.networks(research.id, stop);
  const group = model.securityGroups.find((one) => one.name === groupName);
  const rule = {
    name: 'Deny-First',
    why: { key: 'fix.rule.why' },
    priority: 100,
    direction: 'Outbound',
    access: 'Deny',
    protocol: '*',
    sources: ['*'],
    destinations: ['*'],
    destinationPorts: ['*'],
  } as const;
  const step = { do: 'insert', what: 'rule', into: group?.id ?? '', rule } as const;
  await azure.change.apply({ model, steps: [step], describe: () => '', done: [] }, () => undefined, stop);
}
