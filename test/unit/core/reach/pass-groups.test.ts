import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import type { Flow } from '../../../../src/core/reach/flow';
import { isAllowed, reach, type ReachQuestion } from '../../../../src/core/reach/reach';
import { ids, routeTable, route, rule, someNetwork } from '../../../support/networks';
import { randomCase, randomCatalogue, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

function questionOf({ model, card, flow, publicIp }: RandomCase): ReachQuestion {
  return {
    model,
    subnetId: ids.subnet,
    tags: randomCatalogue,
    publicIp: known(publicIp),
    flow,
    ...(card ? { networkCardGroup: known(card) } : {}),
  };
}

/** Asked of two models, so that neither finds what the other kept. */
function bothSay(one: RandomCase): { quickly: boolean; wholly: boolean } {
  return {
    quickly: isAllowed(questionOf(one)),
    wholly: reach(questionOf({ ...one, model: structuredClone(one.model) })).verdict.is === 'allowed',
  };
}

const internet: Flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['Internet'] };

test('what is asked without a reason is answered as what is asked with one', () => {
  const random = seeded(443);
  const seen = { true: 0, false: 0 };
  for (let round = 0; round < 4000; round += 1) {
    const one = randomCase(random);
    const asked = round % 2 === 0 ? one : { ...one, flow: { ...internet, remotes: [random.pick(wide)] } };
    const { quickly, wholly } = bothSay(asked);
    expect(quickly, JSON.stringify({ round, flow: asked.flow })).toBe(wholly);
    seen[`${wholly}`] += 1;
  }
  expect(seen.true).toBeGreaterThan(400);
  expect(seen.false).toBeGreaterThan(400);
});

const wide = ['Internet', 'VirtualNetwork', 'AzureCloud'];

function httpsToInternet(rules: readonly string[], routes: readonly string[] = []): boolean {
  const model = someNetwork({
    rules: rules.map((text, index) => rule(text, { index })),
    ...(routes.length > 0 ? { table: routeTable(routes.map((one) => route(one))) } : {}),
  });
  return isAllowed(questionOf({ model, card: undefined, flow: internet, publicIp: true }));
}

test('a rule that stops nothing which is not allowed before it changes nothing', () => {
  expect(httpsToInternet([])).toBe(true);
  expect(httpsToInternet(['Deny Outbound 200 * *>20.0.0.0/24:443'])).toBe(false);
  expect(
    httpsToInternet(['Allow Outbound 100 Tcp *>20.0.0.0/16:443', 'Deny Outbound 200 * *>20.0.0.0/24:443']),
  ).toBe(true);
  expect(
    httpsToInternet(['Allow Outbound 300 Tcp *>20.0.0.0/16:443', 'Deny Outbound 200 * *>20.0.0.0/24:443']),
  ).toBe(false);
});

test('two rules of which one or the other takes a packet let it pass, whatever is not known', () => {
  const unknownTag = 'Allow Outbound 100 Tcp *>NotInTheList:443';
  expect(httpsToInternet([unknownTag, 'Deny Outbound 200 * *>Internet:443'])).toBe(false);
  expect(httpsToInternet([unknownTag, 'Allow Outbound 200 Tcp *>Internet:443'])).toBe(true);
});

test('where routes lead elsewhere, no rule makes it allowed', () => {
  expect(httpsToInternet([], ['20.0.0.0/24 -> 10.1.9.4'])).toBe(false);
  expect(httpsToInternet([], ['20.0.0.0/24 -> None'])).toBe(false);
});
