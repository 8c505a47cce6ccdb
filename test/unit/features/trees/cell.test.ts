import { expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { createCell } from '../../../../src/features/trees/reading/cached-read';

function cellOf(answers: (() => Promise<number>)[]) {
  let asked = 0;
  let told = 0;
  const cell = createCell({
    read: () => {
      asked += 1;
      return answers.shift()?.() ?? Promise.resolve(0);
    },
    now: () => new Date(0),
    onRead: () => (told += 1),
  });
  return { cell, asked: () => asked, told: () => told };
}

test('is asked for once, whoever waits', async () => {
  const { cell, asked, told } = cellOf([() => Promise.resolve(7)]);
  const [one, two] = await Promise.all([cell.get(), cell.get()]);
  expect([one, two, await cell.get()].map((read) => read.is === 'ready' && read.value)).toEqual([7, 7, 7]);
  expect([asked(), told()]).toEqual([1, 1]);
});

test('keeps what it has until the new answer is there', async () => {
  const { cell } = cellOf([() => Promise.resolve(1), () => Promise.resolve(2)]);
  await cell.get();
  const renewed = cell.renew();
  expect(cell.peek()).toMatchObject({ value: 1 });
  await renewed;
  expect(cell.peek()).toMatchObject({ value: 2 });
});

test('a wish to read anew while it is read is a further reading: what is under way may be of before', async () => {
  const { cell, asked } = cellOf([() => Promise.resolve(1), () => Promise.resolve(2)]);
  const first = cell.get();
  const [second, third] = await Promise.all([cell.renew(), cell.renew()]);
  expect(await first).toMatchObject({ value: 1 });
  expect([second, third]).toMatchObject([{ value: 2 }, { value: 2 }]);
  expect(asked()).toBe(2);
});

test('a failure is an answer, and another reading may bring the value', async () => {
  const { cell } = cellOf([() => Promise.reject(new AzureFailure('offline')), () => Promise.resolve(5)]);
  expect(await cell.get()).toMatchObject({ is: 'problem', failure: { code: 'offline' } });
  expect(await cell.renew()).toMatchObject({ value: 5 });
});

test('what is none of Azure’s failures is a bug of ours', async () => {
  const { cell } = cellOf([() => Promise.reject(new TypeError('x'))]);
  expect(await cell.get()).toMatchObject({ failure: { code: 'bug' } });
});
