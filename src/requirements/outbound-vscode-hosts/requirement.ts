import { requirement, inCurrentProfile, hostNamesOnly, plans, inEveryCloud } from '../build';
import type { FlowCases, Requirement } from '../requirement';

export const definition: Requirement = {
  id: 'outbound-vscode-hosts',
  group: 'outbound',
  profiles: inCurrentProfile(
    requirement(hostNamesOnly('outbound-vscode-hosts'), {
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
