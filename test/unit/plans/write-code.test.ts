import { describe, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { context, samplePlans, say } from './sample-plans';

const fixtures = new URL('../../fixtures/plans/', import.meta.url).pathname;

describe.each(Object.entries(samplePlans))('files of %s', (name, plan) => {
  it.each([
    ['Bicep', writeBicep],
    ['ARM JSON', writeArm],
  ])('are written as before: %s', async (_, write) => {
    const { files, leftOut } = write(plan, context, say);
    expect(leftOut).toEqual([]);
    for (const file of files) await expect(file.text).toMatchFileSnapshot(`${fixtures}${name}/${file.name}`);
  });
});
