import type { FlowTemplate } from '../requirements/requirement';

/** Every address of the internet on TCP 443: where that passes, no host name needs to be asked for. */
export const internetOnHttps: FlowTemplate = {
  direction: 'Outbound',
  protocol: 'TCP',
  ports: ['443'],
  remote: { is: 'tag', tag: 'Internet', scope: 'none' },
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-Internet-443',
};
