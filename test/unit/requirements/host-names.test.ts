import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { known } from '../../../src/core/known';
import type { Cloud } from '../../../src/core/network/model';
import { messagesIn } from '../../support/messages-in';
import { adviceOf } from '../../../src/requirements/host-names';
import { requirements } from '../../../src/requirements/requirements';
import { formatReason } from '../../../src/wording/reason-text';
import { buildModel, buildPlan, facts } from '../checks/model-builder';

/** Suffixes of hosts that only the public cloud has, or whose services have other names elsewhere. */
const publicOnly =
  /\b(?:management\.azure\.com|[\w-]*\.?ml\.azure\.com|core\.windows\.net|instances\.azureml\.net|login\.windows\.net|microsoftonline\.com|notebooks\.azure\.net|api\.azureml\.ms|vault\.azure\.net|azurecr\.io|batch\.azure\.com)\b/;

/** The same in each cloud: curated environments come from one registry (how-to-prevent-data-loss-exfiltration, 2024-01-31). */
const everywhere = ['exfil-curated-env-registry'];

describe.each(['usgov', 'china'] satisfies Cloud[])('advice in %s', (cloud) => {
  it.each(['en', 'fr'])('names no host of the public cloud, in %s', (language) => {
    // Each text contains its hosts, even if the requirement doesn't apply in the cloud: the JSON report contains its
    // advice too.
    const texts = requirements
      .filter(({ id }) => !everywhere.includes(id))
      .map(({ id, profiles }) => ({
        applies: Object.values(profiles).some(({ appliesTo }) => appliesTo.clouds.includes(cloud)),
        text: `${id}: ${formatReason(messagesIn(language), adviceOf(id, cloud, 'region'))}`,
      }));
    expect(texts.filter(({ applies, text }) => applies && publicOnly.test(text))).toEqual([]);
  });
});

it('names the hosts that Microsoft lists for each cloud', () => {
  const hosts = (id: string, cloud: Cloud): string =>
    [adviceOf(id, cloud, 'westeurope').values?.['hosts'] ?? []].flat().join(', ');
  expect(hosts('outbound-websocket', 'public')).toBe('*.instances.azureml.net, *.instances.azureml.ms');
  expect(hosts('outbound-websocket', 'usgov')).toBe('*.instances.azureml.us, *.instances.azureml.ms');
  expect(hosts('outbound-websocket', 'china')).toBe('*.instances.azureml.cn, *.instances.azureml.ms');
  expect(hosts('udr-storage-through-appliance', 'usgov')).toBe(
    '*.blob.core.usgovcloudapi.net, *.queue.core.usgovcloudapi.net, *.table.core.usgovcloudapi.net',
  );
  expect(hosts('dns-batch-storage-classic', 'china')).toBe('*.core.chinacloudapi.cn');
  expect(hosts('outbound-arm-443', 'china')).toBe('management.chinacloudapi.cn, management.azure.cn');
});

describe('the DNS records of an instance', () => {
  const advice = (endpoints: readonly string[], name: string | null = 'ci-anna'): string => {
    const plan = buildPlan({
      kind: known('instance'),
      name,
      maxNodes: known(1),
      minNodes: known(1),
      privateLink: true,
    });
    const checked = checkSubnet(buildModel({ dnsServers: ['10.40.6.4'], endpoints }), plan, facts);
    const found = checked.find(({ requirement }) => requirement === 'dns-custom-instance-record');
    expect(found?.outcome).toMatchObject({ is: 'note', text: found?.advice });
    return found ? formatReason(messagesIn('en'), found.advice) : '';
  };

  it('are named with the address of the workspace’s private endpoint, and the line of a hosts file', () => {
    expect(advice(['pe-ws amlworkspace 10.40.7.4'])).toBe(
      'Add these DNS records with 10.40.7.4, the address of the workspace’s private endpoint: ci-anna.westeurope.instances.azureml.ms and ci-anna.westeurope.instances.ml.azure.ms. Without a DNS server, add this line to the hosts file of each client: 10.40.7.4 ci-anna.westeurope.instances.azureml.ms ci-anna.westeurope.instances.ml.azure.ms',
    );
  });

  it('are named without an address if it is unknown', () => {
    expect(advice([], null)).toBe(
      'Add these DNS records with the address of the workspace’s private endpoint, not with the instance’s address: <instance>.westeurope.instances.azureml.ms and <instance>.westeurope.instances.ml.azure.ms.',
    );
  });
});
