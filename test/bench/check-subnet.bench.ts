import { checkSubnet } from '../../src/checks/check-subnet';
import { known, valueOr } from '../../src/core/known';
import type { NetworkModel } from '../../src/core/network/model';
import type { PlanToCheck } from '../../src/core/plan';
import { tagCatalogOf } from '../../src/core/tags/tag-snapshot';
import { medianMilliseconds, type Bench } from '../support/bench';
import { collectGarbage } from '../support/collect-garbage';
import { atTheLimits, fresher, type Shape } from '../support/large-network';
import { ids } from '../support/networks';
import { shippedTagFile, shippedTags } from '../support/shipped-tags';

const shape: Shape = { rules: 1000, addresses: 4, withTag: 3 };

/** A cluster without a public IP in a workspace with private link has the most requirements. */
const plan: PlanToCheck = {
  cloud: 'public',
  profile: 'current',
  kind: known('cluster'),
  publicIp: known(false),
  workspace: known({
    id: '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w',
    name: 'w',
    location: known('westeurope'),
    hasPrivateEndpoint: known(true),
    managedNetwork: known('disabled'),
    managedNetworkSetUp: known(false),
    highBusinessImpact: known(false),
  }),
  subnetId: ids.subnet,
  name: 'cpu-cluster',
  minNodes: known(0),
  maxNodes: known(4),
  reservedAddresses: known(0),
  publicSsh: false,
};

function warm(): number {
  const tags = shippedTags('public');
  const model = atTheLimits(shape, tags);
  return medianMilliseconds(() => checkSubnet(fresher(model), plan, { tags }));
}

/** Nothing is cached: each run parses the tags that it needs. */
function cold(): number {
  const model = atTheLimits(shape, shippedTags('public'));
  const file = shippedTagFile('public');
  return medianMilliseconds(() => checkSubnet(fresher(model), plan, { tags: tagCatalogOf(file) }), {
    times: 11,
    warmUp: 2,
  });
}

/** Returns the rules that match TCP 443 to the internet, which every result depends on: half of an NSG's rules. */
function meetingRules(model: NetworkModel): readonly number[] {
  const [group] = model.securityGroups;
  const rules = group?.rules.known ? group.rules.value : [];
  return rules
    .filter(
      ({ direction, protocol, destinationPorts }) =>
        valueOr(direction, 'Inbound') === 'Outbound' &&
        valueOr(protocol, 'Udp') !== 'Udp' &&
        valueOr(destinationPorts, []).some((ports) => ['443', '*'].includes(ports)),
    )
    .map(({ index }) => index);
}

/**
 * Milliseconds to check again after the access of one of a hundred rules is inverted, as when a user edits an NSG.
 * Everything else is the same object. In order, each the median of three inversions.
 */
function afterOneRule(): readonly number[] {
  const tags = shippedTags('public');
  let model = atTheLimits(shape, tags);
  const meeting = meetingRules(model);
  const turned = meeting.filter((_, index) => index % Math.floor(meeting.length / 100) === 0);
  checkSubnet(model, plan, { tags });
  return turned
    .map((at) =>
      medianMilliseconds(
        () => {
          model = withTurnedRule(model, at);
          return checkSubnet(model, plan, { tags });
        },
        { times: 3, warmUp: 1 },
      ),
    )
    .sort((a, b) => a - b);
}

function partOf(sorted: readonly number[], part: number): number {
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

function withTurnedRule(model: NetworkModel, at: number): NetworkModel {
  return {
    ...model,
    securityGroups: model.securityGroups.map((group) => ({
      ...group,
      rules: group.rules.known
        ? known(
            group.rules.value.map((one, index) => {
              if (index !== at) return one;
              const wasAllowed = one.access.known && one.access.value === 'Allow';
              return { ...one, access: known(wasAllowed ? ('Deny' as const) : ('Allow' as const)) };
            }),
          )
        : group.rules,
    })),
  };
}

/** Subnets of one landing zone: NSGs with forty rules, route tables with twenty routes. */
function manySubnets(): number {
  const tags = shippedTags('public');
  const models = Array.from({ length: 500 }, (_, index) =>
    fresher(atTheLimits({ rules: 40 + (index % 5), addresses: 4, withTag: 30, routes: 20 }, tags)),
  );
  const start = performance.now();
  for (const model of models) checkSubnet(model, plan, { tags });
  return performance.now() - start;
}

/** Memory of the whole tag list of one cloud, with every tag parsed. */
function catalogKilobytes(): number {
  const held = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1000;
  };
  const before = held();
  const catalogue = tagCatalogOf(shippedTagFile('public'));
  let ranges = 0;
  for (const name of catalogue.names) ranges += catalogue.lookup(name)?.length ?? 0;
  const grown = held() - before;
  // Requested once more, so that it is referenced until it was measured.
  return catalogue.lookup('AzureCloud') && ranges > 0 ? grown : Number.NaN;
}

export const benches: readonly Bench[] = [
  {
    what: 'Tag catalog of the public cloud, every tag parsed',
    budget: 40_000,
    unit: 'kB',
    measure: catalogKilobytes,
  },
  { what: 'Every requirement of a subnet, 1,000 rules, 400 routes', budget: 16, unit: 'ms', measure: warm },
  { what: '\u2026 no tag parsed yet', budget: 60, unit: 'ms', measure: cold },
  {
    what: '\u2026 again after a change of one rule that matches HTTPS to the internet',
    budget: 2,
    unit: 'ms',
    measure: () => partOf(afterOneRule(), 0.5),
  },
  {
    what: '\u2026 95th percentile of such rules',
    budget: 2,
    unit: 'ms',
    measure: () => partOf(afterOneRule(), 0.95),
  },
  { what: '500 subnets, every requirement', budget: 2000, unit: 'ms', measure: manySubnets },
];
