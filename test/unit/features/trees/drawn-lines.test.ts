import { expect, test } from 'vitest';
import type { TreeNode } from '../../../../src/features/trees/model/node';
import { createDrawnLines, type DrawnLines } from '../../../../src/features/trees/view/drawn-lines';

const line = (id: string, description = ''): TreeNode => ({
  id,
  target: { is: 'note', parentId: '' },
  label: id,
  description,
  icon: 'note',
  tooltip: '',
  spoken: id,
  expand: 'closed',
  can: [],
});

/** Returns a view that VS Code has rendered down to the subnets of a network. */
async function drawn() {
  const below: Record<string, TreeNode[]> = {
    '': [line('network'), line('other')],
    network: [line('training'), line('scoring')],
    training: [line('rule')],
  };
  const asked: string[] = [];
  let waits = 0;
  const lines = createDrawnLines(
    (parent) => {
      asked.push(parent?.id ?? '');
      return Promise.resolve((below[parent?.id ?? ''] ?? []).map((one) => ({ ...one })));
    },
    () => (waits += 1),
  );
  await lines.childrenOf(null);
  await lines.childrenOf(line('network'));
  await lines.childrenOf(line('training'));
  asked.length = 0;
  return { below, lines, asked, waits: () => waits };
}

async function redrawn(lines: DrawnLines): Promise<readonly (string | null)[]> {
  const reported: (string | null)[] = [];
  lines.compare((node) => reported.push(node?.id ?? null));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return reported;
}

test('refreshes no item if nothing changed', async () => {
  const { lines, asked } = await drawn();
  expect(await redrawn(lines)).toEqual([]);
  expect(asked).toEqual(['', 'network', 'training']);
});

test('refreshes only an item that changed, with its new state', async () => {
  const { below, lines } = await drawn();
  below['network'] = [line('training'), line('scoring', '2 errors')];
  expect(await redrawn(lines)).toEqual(['scoring']);
  expect(lines.latest(line('scoring')).description).toBe('2 errors');
  expect(lines.latest(line('training')).description).toBe('');
  expect(await redrawn(lines)).toEqual([]);
});

test('refreshes the parent if items are added, removed, or reordered', async () => {
  const { below, lines } = await drawn();
  below['network'] = [line('scoring'), line('training')];
  expect(await redrawn(lines)).toEqual(['network']);
  below['network'] = [line('training')];
  below[''] = [line('network')];
  expect(await redrawn(lines)).toEqual([null]);
});

test('an item that VS Code requests again is up to date, so an earlier change of it isn’t reported', async () => {
  const { below, lines } = await drawn();
  below['network'] = [line('training', 'reading'), line('scoring')];
  expect(await redrawn(lines)).toEqual(['training']);
  below['network'] = [line('training', 'ready'), line('scoring')];
  await lines.childrenOf(null);
  const [training] = await lines.childrenOf(line('network'));
  expect(training && lines.latest(training).description).toBe('ready');
  expect(await redrawn(lines)).toEqual([]);
});

test('doesn’t request children of a collapsed item; requests them again when it’s expanded', async () => {
  const { lines, asked } = await drawn();
  lines.fold(line('training'), true);
  expect(await redrawn(lines)).toEqual(['training']);
  expect(asked).toEqual(['', 'network']);
  expect(await redrawn(lines)).toEqual([]);
  lines.fold(line('training'), false);
  await lines.childrenOf(line('training'));
  asked.length = 0;
  await redrawn(lines);
  expect(asked).toContain('training');
});

test('leaves items whose children fail to load to VS Code, which shows the error', async () => {
  const { below, lines } = await drawn();
  Object.defineProperty(below, 'training', {
    get() {
      throw new Error('gone');
    },
  });
  expect(await redrawn(lines)).toEqual(['training']);
});

test('compares once more after a change while items are loading', async () => {
  const { lines, waits } = await drawn();
  const giving = lines.childrenOf(line('network'));
  lines.compare(() => undefined);
  await giving;
  expect(waits()).toBe(1);
});
