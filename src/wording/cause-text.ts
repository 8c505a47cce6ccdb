import type { Cause } from '../core/cause';
import { displayPriority, type Decider, type DecidingRoute } from '../core/check-result';
import { nameOf } from '../core/network/find';
import type { Say } from '../messages/say';
import { formatReason } from './reason-text';
import { requirementName } from './requirement-text';
import { formatHop } from './subject-text';

/** What decides, and over how many flows: “NSG rule 4096 Deny-All blocks 8 flows”. A setting is called by its name. */
export function causeTitle(say: Say, cause: Cause): string {
  const { by, because, kind, results } = cause;
  const n = results.length;
  if (by) return deciderTitle(say, by, cause);
  const [{ requirement, subnetId }] = results;
  if (kind === 'no-outbound-access' && isOfFlows(cause)) {
    return say('cause.no-outbound-access', { subnet: nameOf(subnetId ?? ''), n });
  }
  return kind === 'not-readable' && because
    ? say('cause.not-readable', { why: asTitle(formatReason(say, because)), n })
    : requirementName(say, requirement);
}

/** Without the full stop, and with a capital letter: some reasons are phrases that go on a sentence. */
function asTitle(text: string): string {
  return text.replace(/\.$/, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function isOfFlows({ results: [{ outcome }] }: Cause): boolean {
  return outcome.is === 'no-way-out';
}

function deciderTitle(say: Say, by: Decider, { kind, results: { length: n } }: Cause): string {
  switch (by.kind) {
    case 'firewall-rule':
      return say('cause.firewall-blocks', { name: by.firewallName, n });
    case 'rule': {
      const values = { name: by.name, priority: displayPriority(by), n };
      if (kind === 'admin-rule-blocks') return say('cause.admin-rule-blocks', values);
      return say(
        kind === 'nsg-default-blocks' ? 'cause.nsg-default-blocks' : 'cause.nsg-rule-blocks',
        values,
      );
    }
    case 'route':
      return routeTitle(say, by, { kind, n });
  }
}

function routeTitle(
  say: Say,
  by: DecidingRoute,
  { kind, n }: { readonly kind: Cause['kind']; readonly n: number },
): string {
  if (kind === 'reply-route') return say('cause.reply-route', { hop: formatHop(say, by), n });
  if (kind === 'appliance-decides') {
    return by.nextHopAddress === null
      ? say('cause.on-premises-decides', { n })
      : say('cause.appliance-decides', { ip: by.nextHopAddress, n });
  }
  return by.tableName === null
    ? say('cause.route-drops.system', { prefix: by.destination, n })
    : say('cause.route-drops', { prefix: by.destination, table: by.tableName, n });
}
