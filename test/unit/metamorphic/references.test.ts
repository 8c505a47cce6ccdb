import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { known } from '../../../src/core/known';
import { evaluateDeployment } from '../../../src/documents/evaluate/evaluate-deployment';
import type { EvaluatedResource } from '../../../src/documents/evaluate/evaluated-resource';
import type { ObjectValue, Value } from '../../../src/documents/evaluate/value';
import { declaredNetwork } from '../../../src/documents/model/declared-network';
import { isArmTemplate } from '../../../src/documents/arm/read-arm-template';
import { templateReader } from '../../../src/file-checks/template-reader';
import { noFiles, oracle } from '../../support/deployments';
import { failuresIn } from '../../support/failures-in';

/*
 * An `existing` resource is a reference. It doesn't define properties, so a file with one more reference has the same
 * networks as before.
 */

const text = (value: string): Value => ({ is: 'text', value, from: null });
const noBody: ObjectValue = { is: 'object', members: new Map(), rest: null, from: null };

function referenceTo(one: EvaluatedResource): EvaluatedResource {
  return { ...one, body: noBody, isExisting: true, isDeployed: known(true) };
}

/** Lists of a resource whose items can be resources too. */
const lists: Readonly<Record<string, string>> = {
  subnets: 'subnets',
  virtualNetworkPeerings: 'virtualNetworkPeerings',
  securityRules: 'securityRules',
  routes: 'routes',
};

/** Returns references to items in the lists of a resource. */
function referencesInto(one: EvaluatedResource): readonly EvaluatedResource[] {
  const properties = one.body.members.get('properties');
  if (properties?.is !== 'object' || one.id.is !== 'text') return [];
  const { value: id } = one.id;
  return Object.entries(lists).flatMap(([list, type]) => {
    const items = properties.members.get(list);
    if (items?.is !== 'array') return [];
    return items.items.flatMap((item) => {
      const name = item.is === 'object' ? item.members.get('name') : undefined;
      if (name?.is !== 'text') return [];
      return [
        {
          ...referenceTo(one),
          id: text(`${id}/${type}/${name.value}`),
          type: `${one.type}/${type}`,
          name: text(`${one.name.is === 'text' ? one.name.value : ''}/${name.value}`),
        },
      ];
    });
  });
}

function evaluated(file: string): readonly EvaluatedResource[] {
  const reader = templateReader();
  return evaluateDeployment(reader.read(file, readFileSync(file, 'utf8')), {
    parameters: null,
    deployment: oracle,
    files: noFiles,
    parse: (name, content) => reader.read(name, content),
  }).resources;
}

/** Returns everything that is read from the resources, in an order that another reference doesn't change. */
function networkOf(resources: readonly EvaluatedResource[]): unknown {
  const { model, computes, workspaces, services, children } = declaredNetwork('public', resources);
  return { model, computes, workspaces, services, children };
}

const files = globSync(['**/*.bicep', '**/*.json'], { cwd: 'test/fixtures' })
  .map((name) => `test/fixtures/${name}`)
  .filter((name) => name.endsWith('.bicep') || isArmTemplate(readFileSync(name, 'utf8')));

describe('a reference to a resource that the file declares changes nothing', () => {
  const cases = files.flatMap((file): readonly (readonly [string, readonly EvaluatedResource[]])[] => {
    const all = evaluated(file).filter(
      ({ isExisting, isDeployed }) => !isExisting && isDeployed.known && isDeployed.value,
    );
    return all.length > 0 ? [[file, all]] : [];
  });

  test('the fixtures declare networks', () => {
    expect(cases.length).toBeGreaterThan(40);
    expect(cases.flatMap(([, all]) => all.flatMap(referencesInto)).length).toBeGreaterThan(50);
  });

  test('after it, or before it', async () => {
    const failures = await failuresIn(cases, (all) => {
      const references = all.flatMap((one) => [referenceTo(one), ...referencesInto(one)]);
      const expected = networkOf(all);
      expect(networkOf([...all, ...references])).toEqual(expected);
      expect(networkOf([...references, ...all])).toEqual(expected);
    });
    expect(failures).toEqual([]);
  });
});
