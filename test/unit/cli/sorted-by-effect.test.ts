import { expect, test } from 'vitest';
import { amlRule, parseWrittenRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

test('each severity begins with what Azure refuses, and ends with what isn’t seen enforced', async () => {
  const { out } = await ran('check main.bicep --compute cluster --public-ip no', {
    'main.bicep': writtenNetwork({ rules: [amlRule, parseWrittenRule('Deny Outbound 200 * *>Internet:*')] }),
  });
  const effects = ['Refused at creation', 'Fails at run time', 'Documented, but not seen enforced'];
  const items = out.split('\n\n').filter((text) => /^(error|warning|info): .*\[/.test(text));
  for (const severity of ['error', 'warning', 'info']) {
    const ranks = items
      .filter((text) => text.startsWith(`${severity}: `))
      .map((text) => effects.findIndex((effect) => text.includes(effect)))
      .filter((rank) => rank >= 0);
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual([...ranks].sort());
  }
});
