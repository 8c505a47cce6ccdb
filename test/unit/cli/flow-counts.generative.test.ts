import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfCause, problemsByCause } from '../../../src/file-checks/cause-problems';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { causeHoverText } from '../../../src/wording/cause-hover-text';
import { causeTitle } from '../../../src/wording/cause-text';
import { explainedCause } from '../../../src/wording/explained-problem';
import { formatReported } from '../../../src/wording/file-cause-text';
import { messagesIn } from '../../support/messages-in';
import { amlRule, parseWrittenRule, writtenNetwork } from '../../support/written-network';
import { analyzed } from '../file-checks/analyzed';
import { ran } from './ran';

const say = messagesIn('en');
const links = { explain: 'command:x', preview: null };

/** Rules that block a part of the flows before the route decides. */
const denials = [
  'Deny Outbound 200 Tcp *>Storage:443',
  'Deny Outbound 210 Udp *>AzureMachineLearning:5831',
  'Deny Outbound 220 * *>BatchNodeManagement:443',
  'Deny Outbound 4000 Tcp *>Internet:443',
  'Deny Outbound 4096 * *>Internet:*',
];

const nextHops = [
  "nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.1.0.4'",
  "nextHopType: 'VirtualNetworkGateway'",
  "nextHopType: 'None'",
];

const secondSubnet =
  "{ name: 'second', properties: { addressPrefix: '10.0.3.0/24', networkSecurityGroup: { id: nsg.id }, routeTable: { id: table.id } } }";

const templates = fc
  .record({
    rules: fc.subarray(denials),
    nextHop: fc.constantFrom(...nextHops),
    subnetsBefore: fc.subarray([secondSubnet]),
  })
  .map(({ rules, nextHop, subnetsBefore }) => {
    const network = writtenNetwork({
      rules: [amlRule, ...rules.map(parseWrittenRule)],
      subnet: ['routeTable: { id: table.id }'],
      subnetsBefore,
    });
    return `${network}
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'table'
  location: 'westeurope'
  properties: { routes: [{ name: 'default', properties: { addressPrefix: '0.0.0.0/0', ${nextHop} } }] }
}
`;
  });

/** Returns the first number of flows in a text. */
function flowsIn(text: string): number | undefined {
  const found = /(\d+) flows?\b/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

test('every surface states the same number of flows for a cause', async () => {
  const kinds = new Set<string>();
  let blockedEarlier = 0;
  await fc.assert(
    fc.asyncProperty(templates, async (text) => {
      const { check } = await analyzed({ 'main.bicep': text });
      const { out } = await ran('check main.bicep --fail-on info --flows', { 'main.bicep': text });
      for (const problem of problemsByCause(check, problemsOf(check)).filter(isOfCause)) {
        const { cause, id } = problem;
        const title = causeTitle(say, cause);
        const n = flowsIn(title);
        if (n === undefined) continue;
        kinds.add(id);
        blockedEarlier += cause.blockedEarlier.length;
        const message = formatReported(say, problem);
        expect(flowsIn(message), message).toBe(n);
        const hover = causeHoverText(say, cause, links);
        expect(Number(/and (\d+) more/.exec(hover)?.[1] ?? 0), hover).toBe(n - 1);
        expect(explainedCause(say, problem, { fixes: [], page: '' })).toContain(`# ${title}`);
        const rows = out.split('\n').filter((line) => line.trimEnd().endsWith(id));
        expect(rows.map(flowsIn), `${title}\n${rows.join('\n')}`).toContain(n);
      }
    }),
    { numRuns: 25 },
  );
  expect(kinds.size).toBeGreaterThan(3);
  expect(blockedEarlier).toBeGreaterThan(0);
});
