import { expect, test } from 'vitest';
import { workspaceParts } from '../../../../src/azure/services/to-workspace-parts';
import type { JsonObject } from '../../../../src/azure/json';
import { known } from '../../../../src/core/known';

const listed = (properties: JsonObject) => workspaceParts({ properties }).addressList;
const ipRules = [{ value: '203.0.113.7/32' }, { value: '198.51.100.0/24' }];

test('selected IP addresses are read from both members that hold them', () => {
  expect(listed({})).toEqual(known([]));
  expect(listed({ ipAllowlist: ['203.0.113.7/32'] })).toEqual(known(['203.0.113.7/32']));
  expect(listed({ networkAcls: { defaultAction: 'Deny', ipRules } })).toEqual(
    known(['203.0.113.7/32', '198.51.100.0/24']),
  );
  expect(
    listed({ ipAllowlist: ['203.0.113.7/32'], networkAcls: { defaultAction: 'deny', ipRules } }),
  ).toEqual(known(['203.0.113.7/32', '198.51.100.0/24']));
});

test('rules of an account whose default action is Allow select nothing', () => {
  expect(listed({ networkAcls: { defaultAction: 'Allow', ipRules } })).toEqual(known([]));
});
