import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildRequest } from '../../../src/checks/request/build-request';
import { known } from '../../../src/core/known';
import { narrowRequest, ownerRequests, type NetworkRequest } from '../../../src/core/network-request';
import { sayReason } from '../../../src/messages/say';
import { azureFirewallCode } from '../../../src/plans/request/azure-firewall-code';
import { requestMarkdown } from '../../../src/wording/request-markdown';
import { actsIn, markup } from '../../support/active-markdown';
import { startBicep } from '../../support/bicep';
import { failuresIn } from '../../support/failures-in';
import { firewall } from '../../support/firewalls';
import { hostileParts } from '../../support/hostile-names';
import { messagesIn } from '../../support/messages-in';
import { buildModel, buildPlan, facts, modelNetworkId, type NetworkSpec } from '../checks/model-builder';

/** If the compiler is available, the written code is compiled. Otherwise, the checked-in texts are used. */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const fixtures = fileURLToPath(new URL('../../fixtures/requests/', import.meta.url));
const address = '10.40.1.4';
const denyAll = 'out 4096 Deny * *>* * Deny-All';
const readAt = '2026-11-29T12:00:00Z';

const networks: Readonly<Record<string, NetworkSpec>> = {
  'nsg-and-nva': { rules: [denyAll], routes: [`0.0.0.0/0 appliance ${address}`] },
  'lost-replies': { rules: ['in 100 Allow * *>* * A'], routes: [`0.0.0.0/0 appliance ${address}`] },
  'azure-firewall': {
    nat: null,
    routes: [`0.0.0.0/0 appliance ${address}`],
    firewalls: [firewall({}, { networkId: modelNetworkId, addresses: known([address]) })],
  },
  'no-outbound-access': { nat: null, rules: [] },
};

const noPublicIp = buildPlan({ publicIp: known(false), privateLink: true });

function requestFor(name: string): NetworkRequest {
  const spec = networks[name] ?? {};
  const plan = spec.nat === null ? noPublicIp : buildPlan({});
  return narrowRequest(buildRequest({ model: buildModel(spec), plan, facts, readAt })!, {});
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const say = messagesIn(language);

  it.each(Object.keys(networks))('the request of %s', async (name) => {
    const text = requestMarkdown(say, requestFor(name), { withAllowed: true });
    await expect(text).toMatchFileSnapshot(`${fixtures}${name}.${language}.md`);
  });
});

describe('the text', () => {
  const say = messagesIn('en');

  it('leaves out allowed flows, and lists them at the end on request', () => {
    const request = requestFor('lost-replies');
    expect(requestMarkdown(say, request)).not.toContain('Already allowed');
    expect(requestMarkdown(say, request, { withAllowed: true })).toContain(
      '## Already allowed, for reference',
    );
  });

  it('states that there is nothing to request', () => {
    const request = narrowRequest(requestFor('nsg-and-nva'), { ids: [] });
    expect(requestMarkdown(say, request)).toContain('Nothing to request');
  });

  it('for one owner contains only its part', () => {
    const text = requestMarkdown(say, narrowRequest(requestFor('nsg-and-nva'), { layer: 'firewall' }));
    expect(text).toContain('## Firewall 10.40.1.4');
    expect(text).not.toContain('## NSG');
  });

  it('states what no longer passes the NVA if replies get a route', () => {
    const text = requestMarkdown(say, requestFor('lost-replies'));
    expect(text).toMatch(/With these routes, the traffic of lines? .+ bypasses the firewall\./);
    expect(text).toContain(
      `have the NVA ${address} replace the source address of these calls with its own (SNAT)`,
    );
  });
});

describe('names from Azure', () => {
  const say = messagesIn('en');
  const named = (name: string): NetworkRequest => {
    const request = requestFor('nsg-and-nva');
    const owner = ownerRequests(request)[0]!.owner;
    return {
      ...request,
      subnet: name,
      network: name,
      addressPrefixes: [name],
      flows: request.flows.map((flow) => ({
        ...flow,
        remotes: [name],
        hosts: [name],
        owners: { ...flow.owners, nsg: { ...owner, name, resourceGroup: name } },
      })),
    };
  };

  it('are shown unchanged, and can’t act as markup', async () => {
    const failures = await failuresIn({ ...markup, ...hostileParts }, (name) => {
      const [text = '', ...code] = requestMarkdown(say, named(name)).split(/^`{3,}(?:bicep)?$/m);
      expect(actsIn(text)).toEqual([]);
      expect(code).toHaveLength(2);
    });
    expect(failures).toEqual([]);
  });

  it('keep the tables intact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = requestMarkdown(say, named(name));
        for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
          const cells = table.split('\n').map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length);
          expect(new Set(cells).size).toBe(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the code for Azure Firewall', () => {
  const say = messagesIn('en');
  const codeOf = (request: NetworkRequest): string => {
    const one = ownerRequests(request).find(({ owner }) => owner.layer === 'firewall')!;
    return azureFirewallCode(request, one, (key, values) => sayReason(say, { key, values })) ?? '';
  };

  async function compiled(code: string) {
    const folder = mkdtempSync(join(tmpdir(), 'firewall-code-'));
    try {
      const file = join(folder, 'main.bicep');
      writeFileSync(file, code);
      const { diagnostics, contents } = await bicep!.compile(file);
      return { diagnostics, contents, formatted: await bicep!.format(file) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('is a rule collection group with tags in network rules and FQDNs in application rules', async () => {
    const code = codeOf(requestFor('azure-firewall'));
    await expect(code).toMatchFileSnapshot(`${fixtures}azure-firewall.bicep`);
  });

  it.each(['azure-firewall', 'nsg-and-nva'])(
    'of %s compiles without a warning, and is formatted',
    async (name) => {
      const code = codeOf(requestFor(name));
      expect(code).toContain("ruleType: 'NetworkRule'");
      if (!bicep) return;
      const { diagnostics, formatted } = await compiled(code);
      expect(diagnostics).toEqual([]);
      expect(formatted).toBe(code);
    },
  );

  it('compiles for any names of resources', async () => {
    const request = requestFor('azure-firewall');
    for (const name of ["a'b", '${x}', 'a\\', "'''", 'two\nlines', '//', '*/']) {
      const code = codeOf({ ...request, subnet: name, addressPrefixes: [name] });
      expect(code).toContain('ruleCollectionGroup');
      if (bicep) expect((await compiled(code)).diagnostics).toEqual([]);
    }
  });
});
