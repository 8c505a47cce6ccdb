import { describe, expect, test } from 'vitest';
import { everyPort, intervalOf, setOfRanges } from '../../../../src/core/addresses/interval-set';
import { parseIpv4 } from '../../../../src/core/addresses/ipv4';
import { everyProtocol, protocolSet } from '../../../../src/core/packets/protocols';
import { samplePacket } from '../../../../src/core/packets/sample-packet';

const range = (first: string, last: string) => intervalOf(parseIpv4(first)!, parseIpv4(last)!);
const hosts = range('10.40.4.4', '10.40.4.62');
const subnet = range('10.40.4.0', '10.40.4.63');
const cell = { protocols: everyProtocol, sourcePorts: everyPort, local: hosts };

describe('a packet between nodes of one subnet', () => {
  test('is sent from one host to another, to a port with a typical listener', () => {
    const packet = samplePacket({ ...cell, destinationPorts: everyPort, remote: subnet }, 'Inbound');
    expect(packet).toMatchObject({
      source: '10.40.4.5',
      destination: '10.40.4.4',
      destinationPort: 443,
    });
  });

  test('uses a remaining address if the other hosts aren’t in the range', () => {
    const remote = range('10.40.4.0', '10.40.4.4');
    expect(samplePacket({ ...cell, destinationPorts: everyPort, remote }, 'Outbound').destination).toBe(
      '10.40.4.0',
    );
  });
});

test.each([
  [
    'all but 443',
    setOfRanges([
      { first: 0, last: 442 },
      { first: 444, last: 65535 },
    ]),
    1,
  ],
  ['one port', intervalOf(5831, 5831), 5831],
  ['several, of which the first is used', intervalOf(80, 500), 80],
  ['only 0', intervalOf(0, 0), 0],
])('the port of %s', (_, destinationPorts, port) => {
  const remote = range('20.86.88.160', '20.86.88.191');
  const packet = samplePacket(
    { ...cell, protocols: protocolSet('UDP'), destinationPorts, remote },
    'Outbound',
  );
  expect(packet).toMatchObject({ destination: '20.86.88.160', destinationPort: port });
});
