import { known } from '../../src/core/known';
import type { Prefix } from '../../src/core/addresses/prefix';
import { formatPrefix } from '../../src/core/addresses/prefix';
import type { NetworkModel, SecurityRule } from '../../src/core/network/model';
import { reach } from '../../src/core/reach/reach';
import { createTagCatalog } from '../../src/core/tags/tag-catalog';
import { medianMilliseconds } from '../support/bench';
import { fresher } from '../support/large-network';
import { ids, parseRoute, testRouteTable, parseRule, someNetwork } from '../support/networks';
import { seeded } from '../support/random';

/** One result of one flow, with one of three varied sizes: rules, prefixes of the far side, routes. */
interface Size {
  readonly rules: number;
  readonly prefixes: number;
  readonly routes: number;
}

const usual: Size = { rules: 100, prefixes: 1000, routes: 40 };

const lines: readonly { readonly what: keyof Size; readonly sizes: readonly number[] }[] = [
  { what: 'rules', sizes: [10, 30, 100, 300, 1000] },
  { what: 'prefixes', sizes: [10, 100, 1000, 10_000, 100_000] },
  { what: 'routes', sizes: [10, 40, 100, 400] },
];

function outcomeMilliseconds(size: Size): number {
  const random = seeded(23);
  // Apart from each other, so that they aren't merged.
  const service = Array.from({ length: size.prefixes }, (_, index): Prefix => {
    const first = 0x14000000 + index * 64 + 16 * random.below(3);
    return { first, last: first + 15, length: 28 };
  });
  const tags = createTagCatalog({
    cloud: 'public',
    date: '2026-01-01',
    changeNumber: '1',
    tags: new Map([['Service', () => service]]),
  });
  const model = networkOf(size, service, random);
  const flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['Service'] } as const;
  return medianMilliseconds(
    () => reach({ model: fresher(model), subnetId: ids.subnet, tags, publicIp: known(true), flow }),
    { times: 15, warmUp: 4 },
  );
}

function networkOf(size: Size, service: readonly Prefix[], random: ReturnType<typeof seeded>): NetworkModel {
  const rules = Array.from({ length: size.rules }, (_, index): SecurityRule => {
    const far = Array.from({ length: 4 }, () => {
      const { first } = random.pick(service);
      return formatPrefix({ first, last: first + 3, length: 30 });
    });
    const access = random.below(3) === 0 ? 'Deny' : 'Allow';
    return { ...parseRule(`${access} Outbound ${100 + index} Tcp *>*:443`), index, destinations: known(far) };
  });
  const routes = Array.from({ length: size.routes - 1 }, () =>
    parseRoute(`${formatPrefix(random.pick(service))} -> ${random.pick(['Internet', '10.1.9.5'])}`),
  );
  return someNetwork({ rules, table: testRouteTable([parseRoute('0.0.0.0/0 -> Internet'), ...routes]) });
}

const measured = lines.map(({ what, sizes }) => ({
  what,
  points: sizes.map((n) => ({ n, ms: outcomeMilliseconds({ ...usual, [what]: n }) })),
}));
console.log(JSON.stringify({ usual, measured }));
