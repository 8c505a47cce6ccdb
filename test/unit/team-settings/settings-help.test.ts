import { expect, test } from 'vitest';
import { completionsAt, settingAt } from '../../../src/team-settings/settings-help';
import { messagesIn } from '../../support/messages-in';

const ids = ['nsg-rule-blocks', 'outbound-aml-udp-5831'];
/** Returns the labels at the `|` of a text. */
function labels(text: string): readonly string[] {
  const offset = text.indexOf('|');
  return completionsAt(text.replace('|', ''), offset, ids).map(({ label }) => label);
}

test('setting names that the file doesn’t have yet are completed', () => {
  const all = labels('|');
  expect(all).toContain('ignore');
  expect(labels('ignore: []\n|')).toEqual(all.filter((one) => one !== 'ignore'));
  expect(labels('ignore:\n  - id: a\n    reason: b\n|')).not.toContain('ignore');
});

test.each<[string, readonly string[]]>([
  ['compute: |', ['cluster', 'instance', 'serverless']],
  ['publicIp: |', ['yes', 'no']],
  ['severity:\n  nsg-rule-blocks: |', ['error', 'warning', 'info', 'hint', 'off']],
  ['severity:\n  |', ids],
  ['ignore:\n  - |', ['id', 'path', 'subnet', 'reason', 'expires']],
  ['ignore:\n  - id: a\n    |', ['path', 'subnet', 'reason', 'expires']],
  ['ignore:\n  - id: a\n    reason: b\n  - |', ['id', 'path', 'subnet', 'reason', 'expires']],
  ['ignore:\n- id: a\n  |\n', ['path', 'subnet', 'reason', 'expires']],
  ['ignore:\n  - id: |', ids],
  ['ignore:\n  - path: |', []],
  ['deployments:\n  - |', ['name', 'parts']],
  [
    'deployments:\n  - name: a\n    parts:\n      - |',
    ['template', 'parameters', 'subscription', 'resourceGroup', 'location', 'resources'],
  ],
  [
    'deployments:\n  - name: a\n    parts:\n      - template: b\n        |',
    ['parameters', 'subscription', 'resourceGroup', 'location', 'resources'],
  ],
  ['serviceRegions:\n  storage: a\n  |', ['registry', 'key-vault', 'datastores', 'aml-registries']],
  ['region: |', []],
])('%j completes', (text, expected) => {
  expect(labels(text)).toEqual(expected);
});

test('each completed name is described in both languages', () => {
  const places = [
    '|',
    'ignore:\n  - |',
    'deployments:\n  - |',
    'deployments:\n  - parts:\n      - |',
    'serviceRegions:\n  |',
  ];
  for (const text of places) {
    const offset = text.indexOf('|');
    for (const { about } of completionsAt(text.replace('|', ''), offset, ids)) {
      for (const language of ['en', 'fr']) expect(messagesIn(language).has(about ?? '')).toBe(true);
    }
  }
});

test('a name is described at its range', () => {
  const text = 'ignore:\n  - id: a\n    reason: b\n';
  expect(settingAt('a.yml', text, text.indexOf('reason') + 2)).toEqual({
    about: 'team.about.ignore.reason',
    start: text.indexOf('reason'),
    end: text.indexOf('reason') + 6,
  });
  expect(settingAt('a.yml', text, text.indexOf(' b'))).toBeUndefined();
  expect(settingAt('a.yml', 'a: [', 0)).toBeUndefined();
});
