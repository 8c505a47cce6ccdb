import { BlockList } from 'node:net';
import { formatIpv4 } from '../../src/core/addresses/ipv4';
import { known } from '../../src/core/known';
import type { NetworkModel } from '../../src/core/network/model';
import type { Flow } from '../../src/core/reach/flow';
import { reach } from '../../src/core/reach/reach';
import type { TagCatalog } from '../../src/core/tags/tag-catalog';
import { medianMilliseconds, type Bench } from '../support/bench';
import { atTheLimits, fresher, manyRules, type Shape } from '../support/large-network';
import { ids } from '../support/networks';
import { shippedTags } from '../support/shipped-tags';

const outbound: readonly [string, 'TCP' | 'UDP', string][] = [
  ['AzureActiveDirectory', 'TCP', '80'],
  ['AzureActiveDirectory', 'TCP', '443'],
  ['AzureMachineLearning', 'TCP', '443'],
  ['AzureMachineLearning', 'TCP', '8787'],
  ['AzureMachineLearning', 'TCP', '18881'],
  ['AzureMachineLearning', 'UDP', '5831'],
  ['BatchNodeManagement.WestEurope', 'TCP', '443'],
  ['AzureResourceManager', 'TCP', '443'],
  ['Storage.WestEurope', 'TCP', '443'],
  ['Storage.WestEurope', 'TCP', '445'],
  ['AzureFrontDoor.Frontend', 'TCP', '443'],
  ['AzureFrontDoor.FirstParty', 'TCP', '443'],
  ['MicrosoftContainerRegistry', 'TCP', '443'],
  ['AzureContainerRegistry', 'TCP', '443'],
  ['AzureMonitor', 'TCP', '443'],
  ['AzureKeyVault.WestEurope', 'TCP', '443'],
  ['VirtualNetwork', 'TCP', '443'],
];
const inbound: readonly [string, 'TCP' | 'UDP', string][] = [
  ['AzureMachineLearning', 'TCP', '44224'],
  ['AzureLoadBalancer', 'TCP', '44224'],
  ['VirtualNetwork', 'TCP', '22'],
];

const flows: readonly Flow[] = [
  ...outbound.map(([remote, protocol, port]): Flow => ({
    direction: 'Outbound',
    protocol,
    ports: [port],
    remotes: [remote],
  })),
  ...inbound.map(([remote, protocol, port]): Flow => ({
    direction: 'Inbound',
    protocol,
    ports: [port],
    remotes: [remote],
  })),
];

/** Checks every flow of a subnet, with a model and an NSG without cached values. */
function checkAll(model: NetworkModel, tags: TagCatalog): void {
  const fresh = fresher(model);
  for (const flow of flows) {
    reach({ model: fresh, subnetId: ids.subnet, tags, publicIp: known(true), flow });
  }
}

function measured(what: string, budget: number, shape: Shape): Bench {
  return {
    what,
    budget,
    unit: 'ms',
    measure() {
      const tags = shippedTags('public');
      const model = atTheLimits(shape, tags);
      return medianMilliseconds(() => checkAll(model, tags));
    },
  };
}

/**
 * The method of other tools: checking one address at a time. Node's own block list, one for each rule, checks only the
 * first address of each prefix of one service tag. It is wrong in one of six cases, including one false “allowed”.
 */
const peer: Bench = {
  what: 'peer: net.BlockList, first address of each prefix, 1 of the 20 flows',
  budget: Number.POSITIVE_INFINITY,
  unit: 'ms',
  measure() {
    const tags = shippedTags('public');
    const rules = manyRules({ rules: 1000, addresses: 4, withTag: 3 }, tags);
    const prefixes = tags.prefixes('AzureMonitor')!;
    return medianMilliseconds(
      () => {
        const lists = rules.map((one) => {
          const list = new BlockList();
          const texts = one.destinations.known ? one.destinations.value : [];
          for (const text of texts) {
            const [base = '', length = '32'] = text.split('/');
            if (/^\d/.test(base)) list.addSubnet(base, Number(length), 'ipv4');
          }
          return list;
        });
        for (const { first } of prefixes) lists.find((list) => list.check(formatIpv4(first), 'ipv4'));
      },
      { times: 3, warmUp: 1 },
    );
  },
};

export const benches: readonly Bench[] = [
  measured('20 flows of a subnet, 1,000 rules of 4 addresses, 400 routes, 25 of tags', 16, {
    rules: 1000,
    addresses: 4,
    withTag: 3,
  }),
  measured('the same, half of the rules name the largest tags', 16, {
    rules: 1000,
    addresses: 4,
    withTag: 50,
  }),
  measured('the same, 30 of the rules carry 4,000 addresses (30 times what Azure takes)', 100, {
    rules: 1000,
    addresses: 4,
    large: 3,
    withTag: 0,
  }),
  peer,
];
