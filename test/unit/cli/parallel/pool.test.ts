import { expect, test } from 'vitest';
import type { WorkerOutcome } from '../../../../src/cli/source-reports/worker-pool';
import { createPool, type NumberedJob, type ThreadEvents } from '../../../../src/cli/parallel/pool';

/** Threads that report at once. They end for files named `bad…`, and for `flaky` only the first time. */
function threads() {
  const started: string[][] = [];
  let flaked = 0;
  const start = ({ done, exited }: ThreadEvents) => {
    const files: string[] = [];
    started.push(files);
    let hasEnded = false;
    return {
      post({ number, job: { file } }: NumberedJob) {
        files.push(file);
        const ends = file.startsWith('bad') || (file === 'flaky' && (flaked += 1) === 1);
        setTimeout(() => {
          if (hasEnded) return;
          hasEnded = ends;
          if (ends) exited('out of memory');
          else done({ number, outcome: scanned(file) });
        });
      },
      end: () => Promise.resolve(),
    };
  };
  return { started, start };
}

const scanned = (file: string): WorkerOutcome => ({
  is: 'scan',
  scan: {
    requested: [file],
    isChosen: false,
    isCompiled: false,
    isEmpty: false,
    found: [],
    names: [],
    subnetIds: [],
    declares: [],
    refersTo: [],
    governs: [],
  },
});

test('each job has its result, whichever thread runs it', async () => {
  const { started, start } = threads();
  const pool = createPool(2, start);
  const names = Array.from({ length: 9 }, (_, index) => `${index}.bicep`);
  const done = await Promise.all(names.map((file) => pool.do({ what: 'scan', file })));
  expect(done).toEqual(names.map(scanned));
  expect(started.map((files) => files.length)).toEqual([5, 4]);
});

test('a thread has two jobs at once', () => {
  const { started, start } = threads();
  const pool = createPool(2, start);
  for (const file of ['a', 'b', 'c', 'd', 'e']) void pool.do({ what: 'scan', file });
  expect(started).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ]);
});

test('jobs are repeated in a new thread, each alone, if their thread ends', async () => {
  const { started, start } = threads();
  const pool = createPool(1, start);
  const names = ['a', 'flaky', 'b', 'c'];
  const done = await Promise.all(names.map((file) => pool.do({ what: 'scan', file })));
  expect(done).toEqual(names.map(scanned));
  // Timers end in the order of the posts: `a` ends before `flaky`, so that `b` was already posted.
  expect(started).toEqual([
    ['a', 'flaky', 'b'],
    ['flaky', 'b', 'c'],
  ]);
});

test('a job during which two threads end fails, and other jobs don’t', async () => {
  const pool = createPool(2, threads().start);
  const done = await Promise.all(['a', 'bad.bicep', 'b'].map((file) => pool.do({ what: 'scan', file })));
  expect(done).toEqual([
    scanned('a'),
    {
      is: 'failed',
      file: 'bad.bicep',
      code: 3,
      because: { key: 'terminal.crashed', values: { file: 'bad.bicep', what: 'out of memory' } },
    },
    scanned('b'),
  ]);
});
