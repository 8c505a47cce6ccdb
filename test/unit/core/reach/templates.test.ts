import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FlowResult } from '../../../../src/core/check-result';
import { known } from '../../../../src/core/known';
import type { Access, Direction, RuleProtocol } from '../../../../src/core/network/model';
import type { Flow } from '../../../../src/core/reach/flow';
import { reach } from '../../../../src/core/reach/reach';
import { ids, parseRule, someNetwork } from '../../../support/networks';
import { shippedTags } from '../../../support/shipped-tags';

interface Template {
  readonly id: string;
  readonly template: string;
  /** False if the template contains no subnet with an NSG to check. */
  readonly hasSubnet: boolean;
  readonly rules: readonly {
    readonly direction: Direction;
    readonly priority: number;
    readonly access: Access;
    readonly protocol: string;
    readonly sources: readonly string[];
    readonly destinations: readonly string[];
    readonly ports: readonly string[];
  }[];
  readonly letters: string;
}

const { flows, templates } = JSON.parse(
  readFileSync(new URL('../../../fixtures/core/expected-templates.json', import.meta.url), 'utf8'),
) as { flows: readonly string[]; templates: readonly Template[] };

const region = 'westeurope';

/** Tags as the templates write them, with the region filled in. */
const inRegion = (text: string): string => text.replace(/\$region|\$location|<region>/, region);

/** `out Storage.<region> 443/tcp`. */
function readFlow(text: string): Flow {
  const [direction, remote = '', port = ''] = text.split(' ');
  const [ports = '', protocol = ''] = port.split('/');
  return {
    direction: direction === 'in' ? 'Inbound' : 'Outbound',
    protocol: protocol === 'udp' ? 'UDP' : 'TCP',
    ports: [ports],
    remotes: [inRegion(remote)],
  };
}

const protocols: Readonly<Record<string, RuleProtocol>> = { tcp: 'Tcp', udp: 'Udp', '*': '*' };

function answer(template: Template, flow: Flow): FlowResult {
  const rules = template.rules.map((one, index) => ({
    ...parseRule('Allow Inbound 100 * *>*:*'),
    name: `${template.id}-${one.priority}`,
    index,
    priority: known(one.priority),
    direction: known(one.direction),
    access: known(one.access),
    protocol: known(protocols[one.protocol.toLowerCase()]!),
    sources: known(one.sources.map(inRegion)),
    destinations: known(one.destinations.map(inRegion)),
    destinationPorts: known(one.ports),
  }));
  const model = someNetwork({ rules });
  return reach({ model, subnetId: ids.subnet, tags: shippedTags('public'), publicIp: known(true), flow });
}

function letterOf({ outcome }: FlowResult): string {
  switch (outcome.is) {
    case 'allowed':
      return outcome.explicit ? 'E' : 'D';
    case 'blocked':
      return outcome.by.kind === 'rule' && outcome.by.isDefault ? 'x' : 'X';
    case 'partly-blocked':
      return 'P';
    default:
      return '?';
  }
}

describe('templates with handwritten results', () => {
  it('are thirteen, with one letter for each of seventeen flows', () => {
    expect(templates).toHaveLength(13);
    for (const { letters } of templates) expect(letters).toHaveLength(flows.length);
  });

  const checked = templates.filter(({ hasSubnet, letters }) => hasSubnet && !/^-+$/.test(letters));
  it.each(checked)('$id: $letters', (template) => {
    const letters = flows.map((flow) => letterOf(answer(template, readFlow(flow))));
    expect(letters.join('')).toBe(template.letters);
  });

  it('those without a subnet to check are marked in their letters', () => {
    for (const { letters } of templates.filter(({ hasSubnet }) => !hasSubnet)) {
      expect(letters).toMatch(/^(\?|-)+$/);
    }
  });
});
