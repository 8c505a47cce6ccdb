import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { reach } from '../../../../src/core/reach/reach';
import { ids, someNetwork } from '../../../support/networks';
import { parseFlow, outcomeSummary } from '../../../support/reach-text';
import { shippedTags } from '../../../support/shipped-tags';

/** Returns the flow to 20.1.1.0/30 and Sql, where 20.1.1.1 and Sql are denied. */
function without(except: readonly string[]): string {
  const rules = [
    'Deny Outbound 100 Tcp *>20.1.1.1:443',
    'Deny Outbound 110 Tcp *>Sql:443',
    'Allow Outbound 200 * *>*:*',
  ];
  const answer = reach({
    model: someNetwork({ rules }),
    subnetId: ids.subnet,
    flow: { ...parseFlow('out TCP 443 20.1.1.0/30,Sql'), except },
    publicIp: known(true),
    tags: shippedTags('public'),
  });
  return outcomeSummary(answer);
}

test('exceptions of the far side needn’t be reached: tags, addresses, and prefixes', () => {
  expect(without(['Sql', '20.1.1.1'])).toBe('allowed by 200');
  expect(without(['Sql', '20.1.1.0/31'])).toBe('allowed by 200');
  expect(without(['Sql', '20.1.1.2'])).toMatch(/^partly-blocked/);
  expect(without(['20.1.1.1'])).toMatch(/^partly-blocked/);
  expect(without(['Sql', 'nothing known'])).toMatch(/^partly-blocked/);
});
