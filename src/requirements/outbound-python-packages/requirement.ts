import {
  requirement,
  inBothProfiles,
  hostNamesOnly,
  inEveryCloud,
  alsoForMachines,
  attachedIn2020,
} from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inBothProfiles(
    requirement(hostNamesOnly({ elsewhere: true }), {
      ...alsoForMachines,
      from: '2020-12-10',
      level: 'optional',
      severity: 'warning',
    }),
    attachedIn2020,
  ),
  sources: ['recommended-outbound', 'public-internet-access'],
  checked: '2026-11-28',
  serverless: 'documented',
  hosts: inEveryCloud(
    ...['anaconda.com', '*.anaconda.com', '*.anaconda.org', 'pypi.org', '*.pythonhosted.org'],
    ...['pytorch.org', '*.pytorch.org', '*.tensorflow.org', 'cloud.r-project.org'],
  ),
};

export const cases: FlowCases = { allow: 'Tcp Internet 443', severity: 'info' };
