import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { ran } from './ran';

const id = 'compute-before-private-endpoint';

const files = (condition = '', dependsOn = '') => ({
  'a.bicep': `param location string = 'westeurope'
param isPrivate bool
resource mlw 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw-risk'
  location: location
  properties: {}
}
resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = ${condition}{
  name: 'pe-mlw'
  location: location
  properties: {
    privateLinkServiceConnections: [
      { name: 'mlw', properties: { privateLinkServiceId: mlw.id, groupIds: ['amlworkspace'] } }
    ]
  }
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: mlw
  name: 'cpu-cluster'
${dependsOn}  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: false }
  }
}
`,
});

describe('a compute resource that doesn’t wait for the private endpoint, on the command line', () => {
  test('exits with 1, and the fix makes it wait', async () => {
    const { code, out } = await ran('check a.bicep --flows', files());
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`error.*${id}`));
    expect(out).toContain('\n    │ Fix: Create cpu-cluster after private endpoint pe-mlw\n');
    const { findings } = JSON.parse((await ran('check a.bicep --format json', files())).out) as CheckReport;
    expect(findings.map(({ fix }) => fix?.title)).toEqual([
      'Create cpu-cluster after private endpoint pe-mlw',
    ]);
    const { written } = await ran('fix a.bicep', files());
    expect(written['a.bicep']).toContain('  dependsOn: [pe]\n');
    const again = await ran('fix a.bicep', { 'a.bicep': written['a.bicep'] ?? '' });
    expect(again.written).toEqual({});
  });

  test('exits with 1 if the order is unknown, unless that is allowed', async () => {
    const unknown = files('if (isPrivate) ');
    const { code, out } = await ran('check a.bicep', unknown);
    expect(out).toMatch(new RegExp(`unknown.*${id}`));
    expect(code).toBe(1);
    expect((await ran('check a.bicep --allow-unknown', unknown)).code).toBe(0);
  });

  test('exits with 0 if it waits', async () => {
    const { code, out } = await ran('check a.bicep', files('', '  dependsOn: [pe]\n'));
    expect(out).not.toContain(id);
    expect(code).toBe(0);
  });
});
