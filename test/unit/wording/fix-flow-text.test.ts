import { expect, test } from 'vitest';
import type { FixFlow } from '../../../src/core/fix';
import { formatCloses, formatOpens } from '../../../src/wording/fix-flow-text';
import { messagesIn } from '../../support/messages-in';

const [en, fr] = [messagesIn('en'), messagesIn('fr')];
const flow: FixFlow = {
  direction: 'Outbound',
  protocol: 'Any',
  ports: 'any',
  remote: 'AzureMachineLearning',
  ranges: 3,
};

test.each([
  [{}, 'Allows all traffic to AzureMachineLearning (3 address ranges)'],
  [{ ports: '443' }, 'Allows port 443 (any protocol) to AzureMachineLearning (3 address ranges)'],
  [
    { protocol: 'TCP', ports: '0-21, 23-65535' },
    'Allows TCP 0-21 and 23-65535 to AzureMachineLearning (3 address ranges)',
  ],
  [{ protocol: 'UDP' }, 'Allows UDP to AzureMachineLearning (3 address ranges)'],
  [{ protocol: 'ICMP' }, 'Allows ICMP to AzureMachineLearning (3 address ranges)'],
] as const)('states what a fix opens: %o', (part, text) => {
  expect(formatOpens(en, { ...flow, ...part })).toBe(text);
});

test('states where inbound traffic comes from', () => {
  const inbound: FixFlow = { ...flow, direction: 'Inbound', protocol: 'TCP', ports: '44224' };
  expect(formatOpens(en, inbound)).toBe('Allows TCP 44224 from AzureMachineLearning (3 address ranges)');
  expect(formatCloses(en, inbound)).toBe('Denies TCP 44224 from AzureMachineLearning (3 address ranges)');
  expect(formatOpens(fr, inbound)).toBe(
    'Autorise TCP 44224 depuis AzureMachineLearning (3 plages d’adresses)',
  );
});

test('states a protocol without ports in both languages, and if it’s blocked', () => {
  const udp: FixFlow = { ...flow, protocol: 'UDP', ranges: 1 };
  expect(formatCloses(en, udp)).toBe('Denies UDP to AzureMachineLearning (1 address range)');
  expect(formatOpens(fr, udp)).toBe('Autorise UDP vers AzureMachineLearning (1 plage d’adresses)');
  expect(formatCloses(fr, udp)).toBe('Refuse UDP vers AzureMachineLearning (1 plage d’adresses)');
});
