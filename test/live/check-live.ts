import { createOnce } from './creation';
import { errorCodes, type LiveCase, type LiveCount, type LivePorts, type LiveTarget } from './live-types';
import { readCases } from './reads';

/**
 * Sends a real subscription the requests that the tests send to the embedded Azure. Reads, and creates one cluster if
 * requested.
 */
export async function checkLive(target: LiveTarget, ports: LivePorts): Promise<LiveCount> {
  const count = { passed: 0, failed: 0 };
  const runCase = async ({ what, run }: LiveCase): Promise<boolean> => {
    try {
      ports.say(`✓ ${what} (${await run()})`);
      count.passed += 1;
      return true;
    } catch (error) {
      ports.say(`✗ ${what}: ${errorCodes(error)}`);
      count.failed += 1;
      return false;
    }
  };
  for (const one of readCases(target, ports)) {
    if (!ports.stop.aborted) await runCase(one);
  }
  if (count.failed === 0 && !ports.stop.aborted) await createOnce(target, ports, runCase);
  else if (target.create) ports.say('Nothing is created: what is read must be right first.');
  return count;
}
