import type { Azure } from '../../src/azure/ports';

/** Denies outbound traffic of an NSG's subnets: everything, or traffic to one port. */
export async function denyOutbound(
  azure: Azure,
  subscriptionId: string,
  { group: groupName, port = '*' }: { readonly group: string; readonly port?: string },
): Promise<void> {
  const stop = new AbortController().signal;
  const model = await azure.read.networks(subscriptionId, stop);
  const group = model.securityGroups.find((one) => one.name === groupName);
  if (!group) throw new Error(`There is no ${groupName}`);
  const rule = {
    name: 'Deny-First',
    why: { key: 'fix.rule.why' },
    priority: 100,
    direction: 'Outbound',
    access: 'Deny',
    protocol: '*',
    sources: ['*'],
    destinations: ['*'],
    destinationPorts: [port],
  } as const;
  const change = { type: 'rule', id: group.id, before: null, after: rule } as const;
  await azure.change.apply({ model, changes: [change], describe: () => '', done: [] }, () => undefined, stop);
}
