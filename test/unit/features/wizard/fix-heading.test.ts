import { expect, test } from 'vitest';
import type { CheckResult } from '../../../../src/core/check-result';
import { reason } from '../../../../src/core/reason';
import type { OtherSubnet } from '../../../../src/checks/fixes/other-subnets';
import { fixHeading } from '../../../../src/features/wizard/views/fix-heading';
import { messagesIn } from '../../../support/messages-in';

const network = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';

const preview: Parameters<typeof fixHeading>[1] = {
  ids: ['inbound-aml-44224'],
  kind: 'fix',
  subnetId: `${network}/subnets/snet-train`,
  options: {},
  after: [],
  fix: { requirements: [], effect: 'closes', changes: [], opens: [], closes: [], notes: [], alsoUsedBy: [] },
};

const before = { results: [], causes: [] };

const app: OtherSubnet = {
  subnetId: `${network}/subnets/snet-app`,
  before: null,
  after: null,
  changed: ['outbound-aml-443'],
  worse: ['outbound-aml-443'],
  closes: [],
  withoutPublicIp: false,
};

test('names another subnet that gets worse first, with the flows that it loses', () => {
  const { warning, fixTest, isVerified } = fixHeading(messagesIn('en'), preview, {
    others: [app],
    before,
    left: [],
  });
  expect(warning).toBe('snet-app gets worse: Outbound TCP 443 to AzureMachineLearning.');
  expect(fixTest).toBe('Tested on a copy: it passes.');
  expect(isVerified).toBe(false);
});

test('names subnets with the same losses in one sentence, and others in their own', () => {
  const web = { ...app, subnetId: `${network}/subnets/snet-web` };
  const batch = { ...app, subnetId: `${network}/subnets/snet-batch`, worse: ['outbound-batch-443'] };
  const around = { others: [app, batch, web], before, left: [] };
  expect(fixHeading(messagesIn('en'), preview, around).warning).toBe(
    'snet-app and snet-web get worse: Outbound TCP 443 to AzureMachineLearning. snet-batch gets worse: Outbound 443 to Azure Batch (BatchNodeManagement).',
  );
});

test('doesn’t warn if other subnets change but don’t get worse', () => {
  expect(
    fixHeading(messagesIn('en'), preview, { others: [{ ...app, worse: [] }], before, left: [] }).warning,
  ).toBeNull();
});

test('a flow that nothing blocks any longer, and that can’t be checked, doesn’t count as passing', () => {
  const unchecked: CheckResult = {
    requirement: 'inbound-aml-44224',
    ...{ subnetId: preview.subnetId, kind: 'cluster', group: 'inbound', level: 'required' },
    ...{ severity: 'info', basis: 'documented', effect: 'fails', subject: null, packet: null },
    ...{ blocked: [], allowed: [], trace: [], assumptions: [], advice: reason('check.notChosen') },
    outcome: { is: 'note', text: reason('check.notChosen') },
  };
  const gateway = { kind: 'no-outbound-access', key: 'k', resourceId: preview.subnetId, name: null } as const;
  const components = [{ ...gateway, direction: null, by: null, because: null }];
  const left = [{ requirement: 'outbound-aml-443', components }];
  const { fixTest } = fixHeading(
    messagesIn('en'),
    { ...preview, after: [unchecked] },
    { others: [], before, left },
  );
  expect(fixTest).toBe(
    '0 of 2 checks pass. 1 still fails: the missing outbound access of snet-train. 1 is no longer blocked, but can’t be checked.',
  );
});
