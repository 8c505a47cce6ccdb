import type { FlowTemplate } from '../requirements/requirement';

/** Every address of the internet on TCP 443. If that passes, no host name needs to be allowed separately. */
export const internetOnHttps: FlowTemplate = {
  direction: 'Outbound',
  protocol: 'TCP',
  ports: ['443'],
  remote: { is: 'tag', tag: 'Internet', scope: 'none' },
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-Internet-443',
};
