import { medianMilliseconds, type Bench } from '../support/bench';
import { stoppedByBdd } from '../support/peers/bdd';
import { stoppedByCidrTools, stoppedByIpaddr } from '../support/peers/cidr-libraries';
import { peerWork, stoppedByEngine, type PeerWork } from '../support/peers/work';
import { openZ3 } from '../support/peers/z3';
import { fresher } from '../support/large-network';
import { shippedTags } from '../support/shipped-tags';

/** One flow through an NSG: the time of other libraries for the same answer, next to the engine in the same run. */
const work = peerWork(100, 'AzureMachineLearning', shippedTags('public'));
const title = `of ${work.required.length} prefixes, 100 rules`;

let own: number | undefined;

/** Nothing about the model is cached between runs. */
function engineMilliseconds(): number {
  return (own ??= medianMilliseconds(() => stoppedByEngine({ ...work, model: fresher(work.model) })));
}

function peer(name: string, run: (work: PeerWork) => unknown): Bench {
  return {
    what: `peer: ${name}`,
    budget: Number.POSITIVE_INFINITY,
    unit: 'times',
    measure: () => medianMilliseconds(() => run(work), { times: 5, warmUp: 1 }) / engineMilliseconds(),
  };
}

async function z3Times(): Promise<number> {
  const z3 = await openZ3();
  await z3.isAnyStopped(work);
  const start = performance.now();
  if (!(await z3.isAnyStopped(work))) throw new Error('The solver says that nothing is stopped');
  const taken = performance.now() - start;
  z3.end();
  return taken / engineMilliseconds();
}

export const benches: readonly Bench[] = [
  {
    what: `Blocked addresses ${title}`,
    budget: Number.POSITIVE_INFINITY,
    unit: 'ms',
    measure: engineMilliseconds,
  },
  peer('a BDD, the same answer', stoppedByBdd),
  peer('cidr-tools, the same answer', stoppedByCidrTools),
  peer('ipaddr.js, the first address of each prefix only', stoppedByIpaddr),
  {
    what: 'peer: z3, whether anything is blocked',
    budget: Number.POSITIVE_INFINITY,
    unit: 'times',
    measure: z3Times,
  },
];
