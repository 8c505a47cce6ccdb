import { describe, expect, test } from 'vitest';
import { stoppedByBdd } from '../../../support/peers/bdd';
import { stoppedByCidrTools } from '../../../support/peers/cidr-libraries';
import { peerWork, stoppedByEngine } from '../../../support/peers/work';
import { shippedTags } from '../../../support/shipped-tags';

describe('addresses of a tag that an NSG blocks, counted by the engine, by a BDD, and by cidr-tools', () => {
  const tags = shippedTags('public');
  test.each([
    [1, 'AzureMachineLearning'],
    [10, 'AzureMachineLearning'],
    [100, 'AzureMachineLearning'],
    [100, 'Storage.WestEurope'],
    [400, 'BatchNodeManagement.WestEurope'],
  ])('%i rules, %s', (rules, tag) => {
    const work = peerWork(rules, tag, tags);
    const stopped = stoppedByEngine(work);
    expect(stopped > 0).toBe(rules > 1);
    expect(stoppedByBdd(work)).toBe(stopped);
    expect(stoppedByCidrTools(work)).toBe(stopped);
  });
});
