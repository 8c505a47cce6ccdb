import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFileText } from '../../../../src/plan-file/plan-file';
import { decodePlan } from '../../../../src/plan-file/read-plan-file';
import type { ComputePlan } from '../../../../src/plans/compute-plan';
import { ed25519 } from '../../plans/ssh-keys';
import { healthy, openWizardInOneGroup } from './open-wizard';

const tag = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
  value: fc.stringMatching(/^[\w ${}'"-]{0,9}\w$/),
});

/** Choices that don't depend on Azure. */
const choices = fc.record({
  kind: fc.constantFrom('cluster', 'instance'),
  name: fc.stringMatching(/^[a-z][a-z0-9]{6,12}$/),
  publicIp: fc.boolean(),
  nodes: fc.record({
    min: fc.nat(2),
    max: fc.integer({ min: 2, max: 9 }),
    idleMinutes: fc.integer({ min: 1, max: 99 }),
    priority: fc.constantFrom('Dedicated', 'LowPriority'),
  }),
  ssh: fc.option(
    fc.record({
      publicPort: fc.constant(false),
      adminUser: fc.constant('azureuser'),
      publicKey: fc.constant(`ssh-ed25519 ${ed25519}`),
    }),
  ),
  identity: fc.constantFrom({ is: 'none' } as const, { is: 'system' } as const),
  tags: fc.uniqueArray(tag, { maxLength: 3, selector: ({ name }) => name }),
  idleShutdownMinutes: fc.option(fc.integer({ min: 15, max: 4320 })),
  schedule: fc.option(
    fc.constant({
      days: 'weekdays',
      start: '08:00',
      stop: null,
      timeZone: 'W. Europe Standard Time',
    } as const),
  ),
});

/** A cluster doesn't have either. */
const ofKind = ({ kind }: { readonly kind: string }): Partial<ComputePlan> =>
  kind === 'cluster' ? { idleShutdownMinutes: null, schedule: null } : {};

test('random plans are opened and saved again as the same file', async () => {
  const w = await openWizardInOneGroup(healthy);
  const read = async (): Promise<string> => {
    await w.call.write({ format: 'plan' });
    return w.written.at(-1)?.[0]?.text ?? '';
  };
  const first = decodePlan(JSON.parse(await read()));
  if (first.is !== 'plan') throw new Error('no plan was written');
  await fc.assert(
    fc.asyncProperty(choices, async (random) => {
      const text = planFileText({ ...(first.plan as ComputePlan), ...random, ...ofKind(random) });
      const found = decodePlan(JSON.parse(text));
      if (found.is !== 'plan') throw new Error(JSON.stringify(found.faults));
      await w.session.openPlan('a.amlplan.json', found.plan);
      expect(await read()).toBe(text);
    }),
    { numRuns: 6 },
  );
});
