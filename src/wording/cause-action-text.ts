import type { Cause, CauseKind } from '../core/cause';
import type { Say } from '../messages/say';
import { causeTitle } from './cause-text';

/** Kinds of causes in which a named rule or route blocks flows. */
const blocking: readonly CauseKind[] = [
  'nsg-rule-blocks',
  'admin-rule-blocks',
  'route-drops',
  'firewall-blocks',
];

/** Returns the name of the rule or route that blocks flows; null if nothing with a name does. */
function blockerOf({ kind, by, flows }: Cause): string | null {
  return by && by.name !== '' && flows > 0 && blocking.includes(kind) ? by.name : null;
}

/** Returns the title of a fix for a whole cause: “Fix: allow 8 flows blocked by Deny-All”. */
export function formatCauseFix(say: Say, cause: Cause, { n, change }: CauseFix): string {
  const name = blockerOf(cause);
  if (name !== null && cause.kind !== 'route-drops') return say('file.title.fixBlocked', { n, name });
  if (cause.kind === 'nsg-default-blocks' && cause.flows > 0) return say('file.title.fixDefault', { n });
  return say('file.title.fix', { title: change.charAt(0).toLowerCase() + change.slice(1) });
}

interface CauseFix {
  /** Number of flows that it allows. */
  readonly n: number;
  /** Description of the change, as in the title of a separate fix. */
  readonly change: string;
}

export function formatCauseExplain(say: Say, cause: Cause): string {
  const name = blockerOf(cause);
  return name === null
    ? say('file.title.explain', { name: causeTitle(say, cause) })
    : say('file.title.explainBlocked', { name, n: cause.flows });
}

export function formatCauseSuppress(say: Say, cause: Cause): string {
  const name = blockerOf(cause);
  return name === null
    ? say('file.title.suppress', { title: causeTitle(say, cause) })
    : say('file.title.suppressBlocked', { name, n: cause.flows });
}
