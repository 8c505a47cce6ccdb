import { expect, test } from 'vitest';
import type { WorkerOutcome } from '../../../../src/cli/answers/worker-pool';
import { createPool, type ThreadEvents } from '../../../../src/cli/parallel/pool';

/** Threads that answer at once. They end for files named `bad…`, and for `flaky` only the first time. */
function threads() {
  const started: string[][] = [];
  let flaked = 0;
  const start = ({ done, exited }: ThreadEvents) => {
    const files: string[] = [];
    started.push(files);
    return {
      post({ file }: { readonly file: string }) {
        files.push(file);
        const ends = file.startsWith('bad') || (file === 'flaky' && (flaked += 1) === 1);
        setTimeout(() => (ends ? exited('out of memory') : done(surveyed(file))));
      },
      end: () => Promise.resolve(),
    };
  };
  return { started, start };
}

const surveyed = (file: string): WorkerOutcome => ({
  is: 'survey',
  survey: {
    requested: [file],
    isChosen: false,
    isCompiled: false,
    found: [],
    names: [],
    declares: [],
    refersTo: [],
    governs: [],
  },
});

test('each job has its result, whichever thread runs it', async () => {
  const { started, start } = threads();
  const pool = createPool(2, start);
  const names = Array.from({ length: 9 }, (_, index) => `${index}.bicep`);
  const done = await Promise.all(names.map((file) => pool.do({ what: 'survey', file })));
  expect(done).toEqual(names.map(surveyed));
  expect(started.map((files) => files.length)).toEqual([5, 4]);
});

test('a job is repeated in a new thread if its thread ends', async () => {
  const { started, start } = threads();
  const pool = createPool(1, start);
  const names = ['a', 'flaky', 'b'];
  const done = await Promise.all(names.map((file) => pool.do({ what: 'survey', file })));
  expect(done).toEqual(names.map(surveyed));
  expect(started).toEqual([
    ['a', 'flaky'],
    ['flaky', 'b'],
  ]);
});

test('a job during which two threads end fails, and other jobs don’t', async () => {
  const pool = createPool(2, threads().start);
  const done = await Promise.all(['a', 'bad.bicep', 'b'].map((file) => pool.do({ what: 'survey', file })));
  expect(done).toEqual([
    surveyed('a'),
    {
      is: 'failed',
      file: 'bad.bicep',
      code: 3,
      because: { key: 'terminal.crashed', values: { file: 'bad.bicep', what: 'out of memory' } },
    },
    surveyed('b'),
  ]);
});
