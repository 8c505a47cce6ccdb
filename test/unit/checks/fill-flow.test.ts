import { describe, expect, it } from 'vitest';
import { fillFlow, type FilledFlow } from '../../../src/checks/fill-flow';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import type { FlowTemplate, RemoteTemplate } from '../../../src/requirements/requirement';
import {
  buildModel,
  buildPlan,
  unreadFact,
  subnetIdOf,
  testTags,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { buildDatabricks, databricksPlan } from './target-builder';

const template = (remote: RemoteTemplate): FlowTemplate => ({
  direction: 'Outbound',
  protocol: 'TCP',
  ports: ['443'],
  remote,
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-It',
});

function filled(remote: RemoteTemplate, network: NetworkSpec | NetworkModel = {}, plan: PlanSpec = {}) {
  const model = 'virtualNetworks' in network ? network : buildModel(network);
  const [one] = model.virtualNetworks;
  const [subnet] = one?.subnets ?? [];
  if (!one || !subnet) throw new Error('no subnet');
  return fillFlow(template(remote), {
    model,
    plan: buildPlan(plan),
    tags: testTags,
    place: { network: one, subnet },
  });
}

/** Returns the checked far side and the one that a rule names, the reason why they are unknown, or that there is no flow. */
function sides(flow: FilledFlow): unknown {
  if (flow.is === 'unknown') return flow.because;
  if (flow.is === 'absent') return 'absent';
  return flow.remotes.map(({ queried, written }) => [queried.join(), written.join()]);
}

describe('a service tag', () => {
  const aml: RemoteTemplate = { is: 'tag', tag: 'Storage', scope: 'none' };
  const regional: RemoteTemplate = { is: 'tag', tag: 'Storage', scope: 'subnet+workspace' };

  it('that is required as a whole is named as a whole, even if it has regional tags', () => {
    expect(sides(filled(aml))).toEqual([['Storage', 'Storage']]);
    expect(sides(filled(regional))).toEqual([['Storage.WestEurope', 'Storage.WestEurope']]);
  });
});

describe('the management addresses of HDInsight', () => {
  const management: RemoteTemplate = { is: 'tag', tag: 'HDInsight', scope: 'hdinsight' };
  const asked = (network: NetworkSpec | NetworkModel): unknown => sides(filled(management, network));
  const whole = [['HDInsight', 'HDInsight']];

  it('are those of the region and of the head regions that manage it', () => {
    expect(asked({ region: 'West Europe' })).toEqual(
      ['WestEurope', 'WestUS', 'EastUS'].map((one) => [`HDInsight.${one}`, `HDInsight.${one}`]),
    );
  });

  it('are the whole tag if the region has no tag', () => {
    expect(asked({ region: 'northeurope' })).toEqual(whole);
    expect(asked({ region: 'swedencentral' })).toEqual(whole);
  });

  it('are the whole tag if the region is unknown', () => {
    const model = buildModel();
    const virtualNetworks = model.virtualNetworks.map((one) => ({ ...one, location: unreadFact }));
    expect(asked({ ...model, virtualNetworks })).toEqual(whole);
  });
});

describe('subnets', () => {
  const own: RemoteTemplate = { is: 'own-subnet' };
  const every: RemoteTemplate = { is: 'target-subnets' };
  const pair: NetworkSpec = { sharedWith: ['snet-container'] };
  const one = [['10.40.4.0/26', '10.40.4.0/26']];
  const both = [['10.40.4.0/26,10.40.5.0/26', '10.40.4.0/26,10.40.5.0/26']];

  it('of attached compute are all of its subnets, if the checked one is among them', () => {
    expect(sides(filled(every, pair, databricksPlan()))).toEqual(both);
    expect(sides(filled(own, pair, databricksPlan()))).toEqual(one);
  });

  it('are only the checked one if nothing is attached', () => {
    expect(sides(filled(every, pair))).toEqual(one);
  });

  it('are unknown if one of them wasn’t found, which is named', () => {
    expect(sides(filled(every, {}, databricksPlan()))).toEqual({
      key: 'check.subnetNotFound',
      values: { name: 'snet-container' },
    });
    const target = buildDatabricks({
      subnets: known([subnetIdOf('snet-gone'), subnetIdOf('snet-training')]),
    });
    expect(sides(filled(every, {}, { ...databricksPlan(), target }))).toMatchObject({
      values: { name: 'snet-gone' },
    });
  });
});

describe('private endpoints', () => {
  const blobs: RemoteTemplate = { is: 'private-endpoints', groups: ['blob'] };
  const endpoints = ['pe-blob blob 10.40.7.4'];

  /** Returns the private endpoint with other addresses, and in a subnet that isn't in the model if `isElsewhere`. */
  function endpoint(addresses: readonly string[] | 'unread', isElsewhere = false): NetworkModel {
    const model = buildModel({ endpoints });
    const all = model.privateEndpoints.known ? model.privateEndpoints.value : [];
    return {
      ...model,
      privateEndpoints: known(
        all.map((each) => ({
          ...each,
          addresses: addresses === 'unread' ? unreadFact : known(addresses),
          subnetId: isElsewhere ? subnetIdOf('snet-unread') : each.subnetId,
        })),
      ),
    };
  }

  it('are checked by their addresses, and a rule names their subnet', () => {
    expect(sides(filled(blobs, endpoint(['10.40.7.4'])))).toEqual([['10.40.7.4', '10.40.7.0/28']]);
  });

  it('are checked by all addresses of the subnet if they have none yet or it is unknown', () => {
    for (const model of [endpoint([]), endpoint('unread')]) {
      expect(sides(filled(blobs, model))).toEqual([['10.40.7.4-10.40.7.14', '10.40.7.0/28']]);
    }
  });

  it('are written by their addresses if their subnet wasn’t read', () => {
    expect(sides(filled(blobs, endpoint(['10.40.7.4'], true)))).toEqual([['10.40.7.4', '10.40.7.4']]);
  });

  it('without address and subnet are unknown, and named', () => {
    for (const model of [endpoint([], true), endpoint('unread', true)]) {
      expect(sides(filled(blobs, model))).toEqual({
        key: 'unknown.endpointSubnet',
        values: { name: 'pe-blob' },
      });
    }
  });

  it('that don’t exist need no flow', () => {
    expect(sides(filled(blobs))).toBe('absent');
  });
});
