import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseResourceId } from '../../../src/sandbox/resource-id';
import type { SampleResource } from '../../../src/sandbox/sample/place-resources';
import { sampleComputeResources, sampleResources } from '../../../src/sandbox/sample/sample-resources';
import { openSampleClients } from './clients';

const folder = join('src', 'sandbox', 'sample', 'resources');
const groupsFile = 'resource-groups.json';
/** The network manager's resource group, which can't be read. */
const hiddenGroup = 'rg-platform';

const read = (file: string): readonly SampleResource[] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));

const files = readdirSync(folder).filter((file) => file !== groupsFile);

test('every resource file is part of the sample', () => {
  const placed = new Set([...sampleResources, ...sampleComputeResources].map(({ id }) => id));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const missing = read(file).filter(({ id }) => !placed.has(id));
    expect(missing, file).toEqual([]);
  }
});

test.each(files)('%s: name and type match the ID, each once, in a resource group', (file) => {
  const groups = new Set([...read(groupsFile).map(({ name }) => name), hiddenGroup]);
  const resources = read(file);
  expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
  for (const { id, name, type } of resources) {
    const parts = parseResourceId(id);
    expect({ name, type }).toEqual({ name: parts?.name, type: parts?.type });
    expect(groups).toContain(parts?.resourceGroup);
  }
});

test('each IP configuration of a subnet has an address in it', () => {
  const { addresses } = openSampleClients().azure.snapshot();
  const subnets = sampleResources.filter(
    ({ properties }) => properties['ipConfigurations'] && properties['addressPrefix'],
  );
  expect(subnets.length).toBeGreaterThan(20);
  for (const { id, properties } of subnets) {
    expect(addresses[id], id).toHaveLength((properties['ipConfigurations'] as unknown[]).length);
  }
});

test('changes in one sandbox don’t appear in another', () => {
  expect(sampleResources.every((one) => Object.isFrozen(one) && Object.isFrozen(one.properties))).toBe(true);
});
