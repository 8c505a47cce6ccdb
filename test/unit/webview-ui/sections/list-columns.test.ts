import { expect, test } from 'vitest';
import { speaker } from '../../../support/speaker';
import { columnsIn } from '../../../../webview-ui/src/list/list-row';
import {
  networkColumns,
  subnetColumns,
  workspaceColumns,
} from '../../../../webview-ui/src/sections/list-columns';
import { targetColumns } from '../../../../webview-ui/src/sections/target-rows';
import type { ListLayout } from '../../../../webview-ui/src/wizard/layout';

const say = speaker('en');
const lists = {
  workspaces: workspaceColumns(say, true),
  networks: networkColumns(say),
  subnets: subnetColumns(say),
  targets: targetColumns(say),
};

const shown: readonly (readonly [keyof typeof lists, ListLayout, string])[] = [
  ['workspaces', 'all', 'name kind group region privateLink network'],
  ['workspaces', 'most', 'name kind region privateLink network'],
  ['workspaces', 'few', 'name kind privateLink network'],
  ['networks', 'all', 'name group region addresses subnets'],
  ['networks', 'most', 'name region addresses subnets'],
  ['networks', 'few', 'name addresses'],
  ['subnets', 'all', 'name addresses free securityGroup routeTable outboundAccess'],
  ['subnets', 'most', 'name addresses free securityGroup outboundAccess'],
  ['subnets', 'few', 'name addresses free securityGroup'],
  ['targets', 'all', 'name group region subnet'],
  ['targets', 'most', 'name region subnet'],
  ['targets', 'few', 'name subnet'],
];

test.each(shown)('the list of %s with %s of its columns: %s', (list, layout, ids) => {
  expect(columnsIn(layout, lists[list]).map((column) => column.id)).toEqual(ids.split(' '));
});
