import { expect, test } from 'vitest';
import { isTargetPublic, accessAddressOf } from '../../../src/core/attach-target';
import { known, mapKnown, unknown, valueOr } from '../../../src/core/known';
import {
  isAttachedKind,
  isComputeKind,
  isNodeKind,
  computeKindOf,
  nodeKind,
} from '../../../src/core/compute-kinds';
import { reason } from '../../../src/core/reason';
import { buildDatabricks, buildHdInsight, buildMachine } from '../checks/target-builder';

const closed = unknown(reason('unknown.bgp'));

test.each([
  ['cluster', true, true, false],
  ['instance', true, true, false],
  ['serverless', true, false, false],
  ['databricks', false, false, true],
  ['virtual-machine', false, false, true],
  ['hdinsight', false, false, true],
] as const)(
  '%s: nodes of Azure ML %s, can be created %s, can be attached %s',
  (kind, nodes, made, attached) => {
    expect([isNodeKind(kind), isComputeKind(kind), isAttachedKind(kind)]).toEqual([nodes, made, attached]);
    expect(nodeKind(known(kind))).toBe(nodes ? kind : null);
    expect(computeKindOf(known(kind))).toBe(made ? kind : null);
  },
);

test('an unknown kind is neither a node kind nor a compute kind', () => {
  expect([nodeKind(closed), computeKindOf(closed)]).toEqual([null, null]);
});

test('an attached target determines whether it has a public address', () => {
  expect(isTargetPublic(buildDatabricks({ noPublicIp: known(true) }))).toEqual(known(false));
  expect(isTargetPublic(buildMachine({ publicAddress: known(null) }))).toEqual(known(false));
  expect(isTargetPublic(buildMachine())).toEqual(known(true));
  expect(isTargetPublic(buildHdInsight({ outboundOnly: known(false) }))).toEqual(known(true));
  expect(isTargetPublic(buildHdInsight({ outboundOnly: closed }))).toBe(closed);
});

test('SSH uses the public address of a machine, otherwise its private address', () => {
  expect(accessAddressOf(buildMachine())).toEqual(known('20.61.0.10'));
  expect(accessAddressOf(buildMachine({ publicAddress: known(null) }))).toEqual(known('10.40.4.4'));
  expect(accessAddressOf(buildMachine({ publicAddress: closed }))).toEqual(known('10.40.4.4'));
  expect(accessAddressOf(buildHdInsight())).toEqual(known('hdi-fraud-ssh.azurehdinsight.net'));
});

test('an unknown stays unknown', () => {
  expect(mapKnown(known(2), (two) => two + 1)).toEqual(known(3));
  expect(mapKnown(closed, () => 1)).toBe(closed);
  expect([valueOr(known(1), 2), valueOr(closed, 2)]).toEqual([1, 2]);
});
