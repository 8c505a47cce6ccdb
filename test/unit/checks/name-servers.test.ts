import { expect, test } from 'vitest';
import { answeringNetworks } from '../../../src/checks/name-servers';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { buildModel, networkId, notRead } from './model-builder';

const hubId = networkId.replace('vnet-ml-prod-weu', 'vnet-hub');

/** The network, and a hub of 10.90.0.0/16 that it is peered with. */
function model(dnsServers: readonly string[], isRead = true): NetworkModel {
  const own = buildModel({ dnsServers, peerings: ['vnet-hub 10.90.0.0/16'] });
  const [hub] = buildModel({ networkId: hubId, addressSpace: ['10.90.0.0/16'] }).virtualNetworks;
  if (!hub) throw new Error('no hub');
  const read = isRead ? hub : { ...hub, addressPrefixes: notRead };
  return { ...own, virtualNetworks: [...own.virtualNetworks, read] };
}

function answers(from: NetworkModel) {
  const [network] = from.virtualNetworks;
  const found = network && answeringNetworks(from, network);
  return found?.known ? (found.value?.map(({ id }) => id) ?? null) : found;
}

test('names are answered by the own network where Azure’s servers are asked', () => {
  expect(answers(model([]))).toEqual([networkId]);
  expect(answers(model(['168.63.129.16']))).toEqual([networkId]);
});

test('names are answered by the network of each server', () => {
  expect(answers(model(['10.90.0.4', '10.40.0.4']))).toEqual([hubId, networkId]);
});

test('nobody can tell where one server stands in no network that was read', () => {
  expect(answers(model(['10.90.0.4', '172.16.0.4']))).toBeNull();
  expect(answers(model(['10.90.0.4'], false))).toBeNull();
  expect(answers(model(['what']))).toBeNull();
});

test('nothing is known where the servers are not', () => {
  const unread = model([]);
  const virtualNetworks = unread.virtualNetworks.map((one) => ({ ...one, dnsServers: notRead }));
  expect(answers({ ...unread, virtualNetworks })).toEqual(notRead);
  expect(known(answers(model([])))).toMatchObject({ known: true });
});
