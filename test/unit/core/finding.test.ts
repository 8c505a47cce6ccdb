import { expect, test } from 'vitest';
import { findingKey, type Finding } from '../../../src/core/finding';

const finding = (more: Partial<Finding['place']>, check = 'shadowed-security-rule'): Finding => ({
  check,
  severity: 'warning',
  place: { what: 'rule', resource: '/groups/NSG', resourceName: 'NSG', name: 'Allow-Web', index: 3, ...more },
  text: { key: 'x' },
  because: [],
  assumptions: [],
});

test('the key of a finding consists of its check and its place, not of its position in a list', () => {
  expect(findingKey(finding({}))).toBe('shadowed-security-rule /groups/nsg rule allow-web');
  expect(findingKey(finding({ index: 7, resource: '/groups/nsg', name: 'allow-web' }))).toBe(
    findingKey(finding({})),
  );
});

test('findings of another check, NSG, kind, or name have other keys', () => {
  const others = [
    finding({}, 'stale-rule'),
    finding({ resource: '/groups/other' }),
    finding({ what: 'route' }),
    finding({ name: 'Allow-Web-2' }),
  ];
  expect(new Set([finding({}), ...others].map(findingKey)).size).toBe(5);
});
