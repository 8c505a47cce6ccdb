import { expect, test } from 'vitest';
import { summarize } from '../../../src/checks/summary';
import { messagesIn } from '../../support/messages-in';
import { formatOtherSubnets } from '../../../src/wording/other-subnet-text';

const summary = summarize([]);
const other = (name: string, worse: readonly string[]) => ({
  subnetId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/${name}`,
  ...{ before: summary, after: summary, changed: worse, worse, closes: [], withoutPublicIp: false },
});

const subnets = [
  other('snet-a', ['outbound-aml-udp-5831']),
  other('snet-b', []),
  other('snet-c', ['outbound-aml-udp-5831']),
  other('snet-d', []),
];

test.each([
  [
    'en',
    [
      'snet-a and snet-c also use rt-hub and get worse results: Outbound UDP 5831 to AzureMachineLearning.',
      'snet-b and snet-d also use rt-hub and aren’t affected.',
    ],
  ],
  [
    'fr',
    [
      'snet-a et snet-c utilisent aussi rt-hub et obtiennent de moins bons résultats\u00a0: UDP 5831 sortant vers AzureMachineLearning.',
      'snet-b et snet-d utilisent aussi rt-hub et ne sont pas affectés.',
    ],
  ],
])('in %s, subnets with the same effect share a sentence', (language, texts) => {
  expect(formatOtherSubnets(messagesIn(language), subnets, 'rt-hub')).toEqual(texts);
});
