import { sameId, segmentOf } from '../../src/core/network/find';
import type { ComputeState, CreationEvent } from '../../src/azure/ports';
import { computeBody } from '../../src/plans/compute-body';
import { locationOfWorkspace } from './reads';
import { must, errorCodes, type LiveCase, type LivePorts, type LiveTarget, type Price } from './live-types';

/** The longest time that a node runs before it is deleted in any case. */
const longestMinutes = 45;

interface Creation {
  readonly name: string;
  readonly nodes: 0 | 1;
  readonly workspaceLocation: string;
  readonly location: string;
}

/**
 * Creates one cluster, reads it, tries to create it again, and deletes it. Does nothing before the user has typed its
 * name. Whatever happens afterwards, the cluster is deleted, and its name is reported if that fails.
 */
export async function createOnce(
  target: LiveTarget,
  ports: LivePorts,
  runCase: (one: LiveCase) => Promise<boolean>,
): Promise<void> {
  const creation = await agreed(target, ports);
  if (!creation) return;
  const { name } = creation;
  const deadline = AbortSignal.any([ports.stop, AbortSignal.timeout(longestMinutes * 60_000)]);
  const { computes } = ports.azure;
  const made = { possibly: false };
  try {
    const ready = await runCase({
      what: 'a cluster is created and followed until it is usable',
      run: () => create(target, creation, { ...ports, stop: deadline }, made),
    });
    if (!ready) return;
    await runCase({
      what: 'it matches the request',
      run: async () => compared(await computes.get(target.workspaceId, name, deadline), target, creation),
    });
    await runCase({
      what: 'it is not overwritten by a second creation of its name',
      run: async () => {
        const again = create(target, creation, { ...ports, stop: deadline }, made);
        const failure = await again.then(() => 'none', errorCodes);
        must(failure.startsWith('conflict'), `not refused as a conflict: ${failure}`);
        return 'conflict';
      },
    });
  } finally {
    if (made.possibly) await runCase({ what: 'it is deleted', run: () => remove(target, name, ports) });
  }
}

/** Returns the cluster that the user confirmed, or undefined if they didn't. */
async function agreed(target: LiveTarget, ports: LivePorts): Promise<Creation | undefined> {
  const { azure, say, ask, stop } = ports;
  if (!target.create) return undefined;
  const { name, nodes } = target.create;
  const workspaceLocation = locationOfWorkspace(await azure.read.workspace(target.workspaceId, stop));
  const location = await subnetLocation(target, ports, workspaceLocation);
  const subscriptionId = segmentOf(target.workspaceId, 'subscriptions') ?? '';
  say('');
  const price = nodes === 0 ? null : await ports.hourlyPrice(subscriptionId, location, target.vmSize);
  for (const line of costBasis(target, nodes, price)) say(line);
  const typed = await ask(`Type ${name} to create it, anything else to leave it: `);
  if (typed.trim() === name) return { name, nodes, workspaceLocation, location };
  say('Nothing is created.');
  return undefined;
}

/** A cluster runs in the region of its network. */
async function subnetLocation(
  { subnetId, workspaceId }: LiveTarget,
  { azure, stop }: LivePorts,
  otherwise: string,
): Promise<string> {
  if (subnetId === null) return otherwise;
  const networkId = subnetId.split('/').slice(0, -2).join('/');
  const subscriptionId = segmentOf(workspaceId, 'subscriptions') ?? '';
  const model = await azure.read.networks(subscriptionId, stop);
  const network = model.virtualNetworks.find(({ id }) => sameId(id, networkId));
  return network?.location.known === true ? network.location.value : otherwise;
}

/** States what the cluster costs and how that is calculated, before the user confirms. */
export function costBasis(
  { vmSize, publicIp, subnetId }: LiveTarget,
  nodes: 0 | 1,
  price: Price | null,
): readonly string[] {
  if (nodes === 0) {
    return [
      'Cost: none. The cluster keeps no node, so no machine starts; a cluster without nodes is not billed.',
      'It is deleted at the end.',
    ];
  }
  const most =
    price === null
      ? 'Azure lists no price for it here'
      : `at most ${((price.amount * longestMinutes) / 60).toFixed(2)} ${price.currency}`;
  const basis =
    price === null
      ? ''
      : ` (${price.amount} ${price.currency} an hour, as Azure lists it, without tax or discounts)`;
  const beside = publicIp
    ? ['Beside it: the disk, and the load balancer and public address that Azure makes while the node runs.']
    : ['Beside it: the disk, and what the subnet charges for traffic (NAT gateway, firewall).'];
  return [
    `Cost: one ${vmSize} for as long as the check takes, ${longestMinutes} minutes at the longest: ${most}${basis}.`,
    ...(subnetId === null ? ['Beside it: the disk.'] : beside),
    'It is deleted at the end.',
  ];
}

async function create(
  target: LiveTarget,
  creation: Creation,
  ports: LivePorts,
  made: { possibly: boolean },
): Promise<string> {
  const { name, nodes, workspaceLocation, location } = creation;
  const { workspaceId, subnetId, publicIp, vmSize } = target;
  const body = computeBody({
    kind: 'cluster',
    name,
    workspaceId,
    workspaceLocation,
    location,
    publicIp,
    subnetId,
    vmSize,
    nodes: { min: nodes, max: 1, idleMinutes: 2, priority: 'Dedicated' },
    ssh: null,
    identity: { is: 'none' },
    tags: [],
    assignedTo: null,
    idleShutdownMinutes: null,
    schedule: null,
    setupScript: null,
    fixes: [],
  });
  const events: CreationEvent[] = [];
  await ports.azure.computes.create({ workspaceId, name, body }, noting, ports.stop);
  const last = events.at(-1);
  if (last?.is === 'failed') {
    throw new Error(`failed: ${last.code}, ${last.details.serviceCode ?? 'no code'}`);
  }
  must(last?.is === 'ready', 'it ended without an end');
  return [...new Set(events.map(({ is }) => is))].join(' → ');

  function noting(event: CreationEvent): void {
    // From here on the cluster may exist in Azure, whatever the response.
    if (event.is === 'sent') made.possibly = true;
    events.push(event);
  }
}

function compared(
  found: ComputeState | null,
  { subnetId, publicIp, vmSize }: LiveTarget,
  { nodes, location }: Creation,
): string {
  if (found === null) throw new Error('it is not there');
  must(found.kind === 'cluster' && found.provisioningState === 'Succeeded', 'it is no finished cluster');
  must(found.location.toLowerCase() === location.toLowerCase(), 'it is in another region');
  must(found.vmSize?.toLowerCase() === vmSize.toLowerCase(), 'it has another size');
  must(found.nodes?.min === nodes && found.nodes.max === 1, 'it has another scale');
  if (subnetId === null) return 'as asked, without a subnet';
  must(found.subnetId !== null && sameId(found.subnetId, subnetId), 'it is in another subnet');
  must(found.publicIp === publicIp, 'its public IP is not as asked');
  return 'as asked, in the subnet';
}

/** A separate signal from the check's: anything that may be billed is deleted first. */
async function remove({ workspaceId }: LiveTarget, name: string, { azure, say }: LivePorts): Promise<string> {
  const stop = AbortSignal.timeout(longestMinutes * 60_000);
  try {
    if ((await azure.computes.get(workspaceId, name, stop)) === null) return 'it never came to be';
    await azure.computes.delete(workspaceId, name, stop);
    must((await azure.computes.get(workspaceId, name, stop)) === null, 'it is still there');
    return 'gone';
  } catch (error) {
    say(`The cluster ${name} may still be there and cost money: delete it in the portal.`);
    throw error;
  }
}
