import { describe, expect, it } from 'vitest';
import { everyPort, intervalOf } from '../../../../src/core/addresses/interval-set';
import { parseAddressSet } from '../../../../src/core/addresses/address-set';
import { volumeOf, type PacketSet } from '../../../../src/core/packets/packet-set';
import { protocolSet, protocolsIn, protocolsOfRule } from '../../../../src/core/packets/protocols';
import { samplePacket } from '../../../../src/core/packets/sample-packet';

const cell: PacketSet = {
  protocols: protocolSet('TCP', 'UDP', 'ICMP'),
  destinationPorts: intervalOf(443, 445),
  sourcePorts: everyPort,
  local: parseAddressSet(['10.1.2.4-10.1.2.254']).set,
  remote: parseAddressSet(['20.0.1.0/24', '20.0.0.0/28']).set,
};

describe('volume', () => {
  it('is exact beyond the precision of a double', () => {
    const all: PacketSet = {
      ...cell,
      protocols: 63,
      destinationPorts: everyPort,
      local: parseAddressSet(['0.0.0.0/0']).set,
      remote: parseAddressSet(['0.0.0.0/0']).set,
    };
    expect(volumeOf(all)).toBe(6n * 65536n * 65536n * 2n ** 64n);
    expect(volumeOf(cell)).toBe(3n * 3n * 65536n * 251n * 272n);
  });
});

describe('an example packet', () => {
  it('is sent from the lowest address and an ephemeral port', () => {
    expect(samplePacket(cell, 'Outbound')).toEqual({
      protocol: 'TCP',
      source: '10.1.2.4',
      sourcePort: 49152,
      destination: '20.0.0.0',
      destinationPort: 443,
    });
  });

  it('has source and destination swapped when inbound', () => {
    expect(samplePacket(cell, 'Inbound')).toMatchObject({ source: '20.0.0.0', destination: '10.1.2.4' });
  });

  it.each([
    [intervalOf(0, 1023), 0],
    [intervalOf(20, 1023), 20],
    [intervalOf(0, 2000), 1024],
    [intervalOf(0, 40000), 32768],
    [intervalOf(50000, 50000), 50000],
  ])('uses one of the remaining source ports', (sourcePorts, port) => {
    expect(samplePacket({ ...cell, sourcePorts }, 'Outbound').sourcePort).toBe(port);
  });

  it('has no ports if the protocol has none', () => {
    expect(samplePacket({ ...cell, protocols: protocolSet('ICMP') }, 'Outbound')).toMatchObject({
      protocol: 'ICMP',
      sourcePort: null,
      destinationPort: null,
    });
  });
});

describe('protocols', () => {
  it('of a rule', () => {
    expect(protocolsIn(protocolsOfRule('*'))).toEqual(['TCP', 'UDP', 'ICMP', 'ESP', 'AH', 'other']);
    expect(protocolsIn(protocolsOfRule('Udp'))).toEqual(['UDP']);
    expect(protocolsIn(protocolSet('AH', 'TCP'))).toEqual(['TCP', 'AH']);
  });
});
