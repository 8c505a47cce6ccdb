import { expect, test } from 'vitest';
import { roundsOf, failingFaults } from './fault-cases';

test.each(roundsOf('reads').map((round) => [round[0], round] as const))(
  '%s: after any failure, the page reports it and continues, and nothing is done twice',
  { timeout: 600_000 },
  async (_, round) => {
    expect(await failingFaults(round)).toEqual([]);
  },
);
