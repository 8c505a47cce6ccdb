import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSubnet, checkForRow } from '../../../src/checks/check-subnet';
import { summarize } from '../../../src/checks/summary';
import type { CheckResult } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import { rowSummary } from '../../../src/features/wizard/row-outcomes';
import { goesByName } from '../../../src/requirements/requirements';
import { firewall, type Collections } from '../../support/firewalls';
import {
  attachedNetwork,
  attachedPlan,
  arbitraryNetwork,
  arbitraryPlan,
  generatorSettings,
} from './fixes/arbitrary-networks';
import { buildModel, buildPlan, facts, modelNetworkId, type NetworkSpec } from './model-builder';

const address = '10.40.1.4';

/** Everything of the subnet goes to a firewall of its own network. */
function behind(collections: Collections): NetworkSpec {
  return {
    nat: null,
    routes: [`0.0.0.0/0 appliance ${address}`],
    firewalls: [firewall(collections, { networkId: modelNetworkId, addresses: known([address]) })],
  };
}

const firewalls = fc.constantFrom<NetworkSpec>(
  {},
  behind({}),
  behind({ 'hosts 200 Allow': ['app Packages *>pypi.org,*.anaconda.com https:443'] }),
);

const isAboutHosts = ({ requirement }: CheckResult): boolean => goesByName(requirement);

/** What a row shows: what passed, notes, and what isn't needed aren't in it. */
function shown(all: readonly CheckResult[]) {
  return { ...rowSummary(all), met: 0, notes: 0, notNeeded: 0 };
}

test('a row of a list shows the same as the whole result of its subnet', () => {
  let left = 0;
  let decidedByFirewall = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(arbitraryNetwork, arbitraryPlan), fc.tuple(attachedNetwork, attachedPlan)),
      firewalls,
      ([networkSpec, planSpec], firewallSpec) => {
        const model = buildModel({ ...networkSpec, ...firewallSpec });
        const input = [model, buildPlan(planSpec), facts] as const;
        const [whole, row] = [checkSubnet(...input), checkForRow(...input)];
        expect(shown(row)).toEqual(shown(whole));
        left += whole.length - row.length;
        const { toFix, advised } = summarize(whole.filter(isAboutHosts));
        decidedByFirewall += toFix + advised;
      },
    ),
    generatorSettings,
  );
  expect(left).toBeGreaterThan(0);
  expect(decidedByFirewall).toBeGreaterThan(0);
});
