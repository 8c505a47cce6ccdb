import { requirement, inCurrentProfile, hostNamesOnly, plans, inEveryCloud } from '../build';
import type { FlowCases, RequirementDefinition } from '../requirement';

export const definition: RequirementDefinition = {
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly(), {
      from: '2025-02-10',
      level: 'optional',
      severity: 'warning',
      appliesTo: plans({ kinds: ['instance'] }),
    }),
  ),
  sources: ['network-traffic', 'public-internet-access'],
  checked: '2026-11-28',
  disagreement: true,
  hosts: inEveryCloud(
    ...['code.visualstudio.com', 'update.code.visualstudio.com', 'marketplace.visualstudio.com'],
    ...['*.vo.msecnd.net', '*.gallerycdn.vsassets.io', 'vscode.download.prss.microsoft.com'],
  ),
};

export const cases: FlowCases = { allow: 'Tcp Internet 443', severity: 'info', kind: 'instance' };
