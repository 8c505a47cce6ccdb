import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../support/messages-in';
import { columnsIn } from '../../../../webview-ui/src/list/list-row';
import {
  networkColumns,
  subnetColumns,
  targetColumns,
  workspaceColumns,
} from '../../../../webview-ui/src/sections/list-columns';

const say = messagesIn('en');
const lists = {
  workspaces: { columns: workspaceColumns(say, true), others: [16, 132] },
  networks: { columns: networkColumns(say), others: [16, 132] },
  subnets: { columns: subnetColumns(say), others: [132] },
  targets: { columns: targetColumns(say), others: [16, 132] },
};
type List = keyof typeof lists;

const shownIn = (list: List, width: number, name = 150): readonly string[] => {
  const { columns, others } = lists[list];
  return columnsIn(columns, { width, name, others }).map(({ id }) => id);
};

const shown: readonly (readonly [List, number, string])[] = [
  ['workspaces', 900, 'name kind group region privateLink'],
  ['workspaces', 620, 'name kind region privateLink'],
  ['workspaces', 420, 'name region'],
  ['networks', 900, 'name group region addresses subnets'],
  ['networks', 640, 'name group region subnets'],
  ['networks', 540, 'name region subnets'],
  ['networks', 420, 'name region'],
  ['subnets', 900, 'name addresses free securityGroup routeTable outboundAccess'],
  ['subnets', 700, 'name free securityGroup routeTable outboundAccess'],
  ['subnets', 600, 'name free securityGroup outboundAccess'],
  ['subnets', 320, 'name'],
  ['targets', 900, 'name group region subnet'],
  ['targets', 560, 'name region subnet'],
  ['targets', 420, 'name region'],
];

test.each(shown)('the list of %s in %i pixels: %s', (list, width, ids) => {
  expect(shownIn(list, width)).toEqual(ids.split(' '));
});

describe('at any width', () => {
  const names = Object.keys(lists) as List[];
  test.each(names)('the list of %s keeps names and regions, and loses the least that fits', (list) => {
    const has = (id: string): boolean => lists[list].columns.some((one) => one.id === id);
    let before: readonly string[] = [];
    for (let width = 0; width <= 1600; width += 20) {
      const now = shownIn(list, width, 240);
      expect(now[0]).toBe('name');
      if (has('region')) expect(now).toContain('region');
      if (now.includes('addresses') && has('group')) expect(now).toContain('group');
      expect(now.length).toBeGreaterThanOrEqual(before.length);
      before = now;
    }
    expect(before).toHaveLength(lists[list].columns.length);
  });
});
