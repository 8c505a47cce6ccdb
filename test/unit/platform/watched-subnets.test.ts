import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchListOf, type WatchList } from '../../../src/features/trees/watching/watch-list';
import { outputLog } from '../../../src/platform/output-log';
import { createWatchedSubnets } from '../../../src/platform/watched-subnets';
import { windowFiles } from '../../../src/platform/window-files';

let folder: string;
let logged: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'));
  logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the list in another window on the workspace. */
function windowOn(workspace: string, cloud = 'sample', into = folder): WatchList {
  const note = (line: string | Error): void => void logged.push(String(line));
  const log = outputLog({ debug: note, info: note, error: note });
  return watchListOf(
    createWatchedSubnets({ files: windowFiles(into, workspace), placeKey: () => cloud, log }),
  );
}

const subnet = (name: string) =>
  ({ is: 'subnet', subscriptionId: 's', subnetId: `/subnets/${name}` }) as const;
const names = (list: WatchList): readonly string[] => list.all().map((one) => one.subnetId);

test('changes of two windows on one workspace are merged', () => {
  const [first, second] = [windowOn('here'), windowOn('here')];
  first.add(subnet('a'));
  second.add(subnet('b'));
  first.add(subnet('c'));
  expect(names(second)).toEqual(['/subnets/a', '/subnets/b', '/subnets/c']);
  second.remove(subnet('a'));
  first.quieten([subnet('b')]);
  expect(names(first)).toEqual(['/subnets/b', '/subnets/c']);
  expect(second.all()[0]?.isQuiet).toBe(true);
});

test('each workspace has its own list, and in it each cloud has one', () => {
  windowOn('here').add(subnet('a'));
  windowOn('here', 'public').add(subnet('b'));
  expect(names(windowOn('here'))).toEqual(['/subnets/a']);
  expect(names(windowOn('here', 'public'))).toEqual(['/subnets/b']);
  expect(names(windowOn('elsewhere'))).toEqual([]);
});

test.each(['not JSON', '[]', '{"sample":[{"subnetId":1}]}', '{"sample":"all"}'])(
  'content that isn’t a list is ignored: %s',
  (content) => {
    writeFileSync(join(folder, 'here.all.json'), content);
    const list = windowOn('here');
    expect(names(list)).toEqual([]);
    list.add(subnet('a'));
    expect(names(list)).toEqual(['/subnets/a']);
  },
);

test('a failed write is logged', () => {
  writeFileSync(join(folder, 'file'), '');
  const list = windowOn('here', 'sample', join(folder, 'file', 'below'));
  list.add(subnet('a'));
  expect(names(list)).toEqual([]);
  expect(logged.join()).toContain('watched subnets not kept');
});
