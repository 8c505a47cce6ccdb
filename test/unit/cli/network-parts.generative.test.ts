import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlainly } from '../../../src/cli/check';
import { partOfModels } from '../../../src/cli/fleet/network-parts';
import type { CheckOptions } from '../../../src/cli/options';
import { toInputs } from '../../../src/cli/resources/to-inputs';
import type { JsonObject } from '../../../src/azure/json';
import { allSubjects } from '../../../src/documents/subjects/subjects';
import { fleetRows, type GraphRow } from '../../support/fleet';
import { shippedTags } from '../../support/shipped-tags';

const rows = fleetRows({ networks: 4, subnets: 4 });
const networks = rows.filter(({ type }) => type.endsWith('/virtualnetworks'));
const options = {
  compute: undefined,
  publicIp: undefined,
  workspace: undefined,
  profile: 'current',
  region: undefined,
  cloud: 'public',
} as unknown as CheckOptions;

/** Networks that are peered with others, share NSGs and route tables with them, and have private endpoints or none. */
const change = fc.record({
  peers: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 4 }),
  shared: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), { maxLength: 4 }),
  left: fc.array(fc.nat(rows.length - 1), { maxLength: 4 }),
  moved: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

type Properties = Record<string, unknown> & {
  virtualNetworkPeerings: unknown[];
  subnets: { properties: Record<string, unknown> }[];
};

interface ChangedRow {
  readonly id: string;
  readonly properties: Properties;
}

const networkId = (at: number): string => networks[at]?.id ?? '';

function changed({ peers, shared, left, moved }: Change): readonly GraphRow[] {
  const all = structuredClone(rows) as unknown as ChangedRow[];
  const find = (id: string) => all.find((one) => one.id === id)?.properties as Properties;
  for (const [from, to] of peers) find(networkId(from)).virtualNetworkPeerings.push(peering(to));
  for (const [at, subnet, to] of shared) {
    const its = find(networkId(at)).subnets.slice(subnet, subnet + 1);
    for (const { properties } of its) properties['networkSecurityGroup'] = { id: idEndingWith(`/nsg-${to}`) };
  }
  for (const [at, to] of moved) {
    find(idEndingWith(`/pe-${at}`))['subnet'] = { id: `${networkId(to)}/subnets/snet-0` };
  }
  return all.filter((_one, at) => !left.includes(at)) as unknown as readonly GraphRow[];
}

function idEndingWith(end: string): string {
  return rows.find(({ id }) => id.endsWith(end))?.id ?? '';
}

function peering(to: number) {
  return {
    name: `more-${to}`,
    properties: {
      peeringState: 'Connected',
      remoteVirtualNetwork: { id: networkId(to) },
      remoteAddressSpace: { addressPrefixes: [`10.${to}.0.0/16`] },
      allowForwardedTraffic: false,
      useRemoteGateways: to === 0,
    },
  };
}

test('the part of a model has the same results as the whole', { timeout: 60_000 }, () => {
  const tags = shippedTags('public');
  fc.assert(
    fc.property(change, (one) => {
      const inputs = toInputs(
        'public',
        changed(one).map((body) => ({ body: body as JsonObject, type: body.type })),
      );
      const partOf = partOfModels(inputs.model);
      for (const subject of allSubjects(inputs).filter((_one, at) => at % 3 === 0)) {
        const source = { inputs, directed: [] };
        const part = { ...source, inputs: { ...inputs, model: partOf(subject.network) } };
        const [whole, its] = [source, part].map((each) =>
          checkPlainly(each, subject, { tags, options }).map(({ check, findings }) => [
            check.results,
            check.onlyIf,
            findings,
          ]),
        );
        expect(its).toEqual(whole);
      }
    }),
    { numRuns: 8 },
  );
});
