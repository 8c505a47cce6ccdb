import { displayPriority, type Decider, type FlowResult } from '../../src/core/check-result';
import { known, type Known } from '../../src/core/known';
import type { SecurityGroup } from '../../src/core/network/model';
import type { Flow } from '../../src/core/reach/flow';
import { reach } from '../../src/core/reach/reach';
import type { TagCatalog } from '../../src/core/tags/tag-catalog';
import { ids, someNetwork, type SomeNetwork } from './networks';
import { shippedTags } from './shipped-tags';

/** `out TCP 443 AzureMachineLearning`; several ports or far sides are separated by commas. */
export function parseFlow(text: string): Flow {
  const [direction, protocol, ports = '', remotes = ''] = text.split(' ');
  return {
    direction: direction === 'in' ? 'Inbound' : 'Outbound',
    protocol: protocol as Flow['protocol'],
    ports: ports.split(','),
    remotes: remotes.split(','),
  };
}

export interface ReachAnswer {
  readonly publicIp?: Known<boolean>;
  readonly networkInterfaceGroup?: Known<SecurityGroup | null>;
  /** Addresses of one machine of the subnet. */
  readonly locals?: readonly string[];
  /** Host names of the far side. */
  readonly names?: readonly string[];
  /** The default is the public cloud's shipped list. */
  readonly tags?: TagCatalog;
}

/** Returns the result for one flow of the subnet in `network`, with the public cloud's shipped tags. */
export function reachOf(
  network: SomeNetwork,
  flowText: string,
  { publicIp, networkInterfaceGroup, locals, names, tags }: ReachAnswer = {},
): FlowResult {
  return reach({
    model: someNetwork(network),
    subnetId: ids.subnet,
    tags: tags ?? shippedTags('public'),
    publicIp: publicIp ?? known(true),
    ...(networkInterfaceGroup ? { networkInterfaceGroup } : {}),
    flow: { ...parseFlow(flowText), ...(locals ? { locals } : {}), ...(names ? { names } : {}) },
  });
}

/** Returns the result in a short form: `allowed by 100`, `blocked by route 10.0.0.0/8`, `unknown unknown.bgp`. */
export function outcomeSummary({ outcome }: FlowResult): string {
  const to = outcome.is === 'forwarded' ? ` to ${outcome.to}` : '';
  const standing = outcome.is === 'allowed' && !outcome.explicit ? ' by default' : '';
  const by = 'by' in outcome && outcome.by ? ` by ${deciderWords(outcome.by)}` : '';
  const because = 'because' in outcome ? ` ${outcome.because.key}` : '';
  return `${outcome.is}${to}${standing}${by}${because}`;
}

function deciderWords(by: Decider): string {
  switch (by.kind) {
    case 'rule':
      return by.level === 'network-manager'
        ? `admin rule ${displayPriority(by)}`
        : String(displayPriority(by));
    case 'firewall-rule':
      return by.isDefault ? `no rule of ${by.firewallName}` : `${by.collection}/${by.name}`;
    case 'route':
      return `route ${by.destination}`;
  }
}
