import { beforeEach, expect, test } from 'vitest';
import { createRowCheckQueue, type RowCheckQueue } from '../../../../webview-ui/src/wizard/row-check-queue';
import { clock } from '../clock';

interface Asked {
  readonly ids: readonly string[];
  readonly answer: (text: string) => void;
  readonly fail: () => void;
}

let asked: Asked[];
let answers: string[];
let time: ReturnType<typeof clock>;
let queue: RowCheckQueue;

beforeEach(() => {
  asked = [];
  answers = [];
  time = clock();
  queue = createRowCheckQueue(
    (ids) =>
      new Promise<string>((answer, reject) => {
        asked.push({
          ids,
          answer,
          fail: () => {
            reject(new Error('refused'));
          },
        });
      }),
    (answer) => answers.push(answer),
    time.later,
  );
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('rows that become visible within 50 ms are requested together, each once', () => {
  queue.see(['a', 'b']);
  queue.see(['b', 'c']);
  expect(asked).toHaveLength(0);
  time.pass(50);
  expect(asked.map((one) => one.ids)).toEqual([['a', 'b', 'c']]);
  queue.see(['a', 'c']);
  time.pass(1000);
  expect(asked).toHaveLength(1);
});

test('requests never have more than 50 rows', () => {
  queue.see(Array.from({ length: 120 }, (_, i) => String(i)));
  time.pass(1000);
  expect(asked.map((one) => one.ids.length)).toEqual([50, 50, 20]);
});

test('rows of a failed request are requested again when they’re visible again', async () => {
  queue.see(['a']);
  time.pass(50);
  asked[0]!.fail();
  await settled();
  queue.see(['a']);
  time.pass(50);
  expect(asked).toHaveLength(2);
});

test('after a new list, all rows are requested again, and former responses are ignored', async () => {
  queue.see(['a']);
  time.pass(50);
  queue.forget();
  queue.see(['a']);
  time.pass(50);
  asked[1]!.answer('new');
  asked[0]!.answer('old');
  await settled();
  expect(answers).toEqual(['new']);
});

test('a former failure doesn’t repeat the new request', async () => {
  queue.see(['a']);
  time.pass(50);
  queue.forget();
  queue.see(['a']);
  time.pass(50);
  asked[0]!.fail();
  await settled();
  queue.see(['a']);
  time.pass(50);
  expect(asked).toHaveLength(2);
});
