import { expect, test } from 'vitest';
import type { TargetList } from '../../../../src/contract/wizard/attach';
import { messagesIn } from '../../../support/messages-in';
import { sectionSummary, sectionName } from '../../../../webview-ui/src/frame/section-text';
import { targetRows } from '../../../../webview-ui/src/sections/target-rows';
import { testPlanView } from '../wizard/plan-view';

const say = messagesIn('en');

const list: TargetList = {
  kind: 'databricks',
  state: { is: 'ready' },
  rows: [
    {
      id: '/a',
      name: 'adb-a',
      resourceGroup: 'rg-a',
      region: 'West Europe',
      subnet: 'snet-host, snet-container',
      more: '',
      outcome: null,
      unfit: 'Other region',
      spoken: 'adb-a, can’t be used: Other region',
    },
  ],
  chosen: null,
  subnets: [],
  shown: null,
  note: null,
  writeNew: null,
  written: null,
};

test('a row shows the location of a target, and is found by it', () => {
  expect(targetRows(list)).toMatchObject([
    {
      name: 'adb-a',
      cells: { group: 'rg-a', region: 'West Europe', subnet: 'snet-host, snet-container' },
      unfit: 'Other region',
      spoken: 'adb-a, can’t be used: Other region',
    },
  ]);
  expect(targetRows(null)).toEqual([]);
});

test('for an attached resource, Size is called Access, and Network asks for the resource to attach', () => {
  const made = testPlanView();
  const attached = {
    ...made,
    access: { kind: 'databricks', address: { text: 'adb', isMissing: false }, ssh: null },
  } as const;
  expect([made, attached].map((plan) => sectionName('size', plan, say))).toEqual(['Size', 'Access']);
  expect(sectionName('network', attached, say)).toBe('Network');
  expect(sectionSummary('network', attached, say)).toBe('Resource to attach, and its subnet');
  expect(sectionSummary('size', attached, say)).toBe('Name, and how Azure ML connects');
  expect(sectionSummary('size', made, say)).toBe('Name, machine size, and number of nodes');
  const assigned = { self: true, objectId: '', tenantId: '', objectFault: null, tenantFault: null };
  const instance = { ...made, size: { ...made.size, assigned } };
  expect(sectionSummary('size', instance, say)).toBe('Name, machine size, and when it runs');
});
