import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../../src/contract/call-error';
import { wizardChannel } from '../../../../src/contract/wizard/channel';
import { fixed, matrix, type CallName } from './fault-cases';
import { healthy, openWizardAt } from './open-wizard';

describe('calls that don’t need Azure', () => {
  const local = Object.entries(matrix).flatMap(([name, entry]) =>
    entry === 'no Azure' ? [name as CallName] : [],
  );
  const params: Readonly<Partial<Record<CallName, object>>> = {
    chooseKind: { kind: 'instance' },
    choosePublicIp: { publicIp: true },
    changeSize: { name: 'cpu-local' },
    chooseProfile: { profile: 'current' },
    checkRows: { ids: [] },
    openSection: { section: 'size' },
    openLink: { link: 'check:outbound-aml-443' },
    previewFix: { ids: fixed },
    putFixIntoCode: { preview: 'none' },
    removeFixFromCode: { id: 'none' },
    copyRequest: { ids: [] },
    write: { format: 'bicep' },
    openWritten: { name: 'none' },
    copyPlan: { format: 'text' },
  };

  test('are answered while Azure is unreachable, and send no request', async () => {
    const w = await openWizardAt(healthy, { isWatched: () => false });
    w.sample.faults.next({ kind: 'offline', times: Infinity });
    const before = w.sample.traffic.length;
    const failed: string[] = [];
    const counted = w.sample.faults.pending();
    for (const name of local) {
      const call = w.call[name] as (given: object) => Promise<unknown>;
      await call(params[name] ?? {}).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.problem.code === 'bug') failed.push(name);
      });
    }
    expect(failed).toEqual([]);
    expect([w.sample.traffic.length, w.sample.faults.pending()]).toEqual([before, counted]);
    w.dispose();
  });

  test('and the others are all calls of the channel', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(wizardChannel.calls).sort());
  });
});
