import type { Filter, Outcome } from '../check-result';
import { volumeOf } from '../packets/packet-set';
import type { FlowDisposition, FlowSegment } from './flow-disposition';

/** The outcome of a flow, and the segment that shows it best. */
export interface FlowConclusion {
  readonly outcome: Outcome;
  readonly shown: FlowSegment;
}

const failing: readonly FlowDisposition['is'][] = ['blocked', 'no-outbound-access', 'reply-lost'];

/** True if packets certainly fail. */
export function fails({ disposition }: FlowSegment): boolean {
  return failing.includes(disposition.is);
}

/**
 * Returns a single outcome for all segments. A certain failure comes first, then an unknown, then a decision by another
 * owner. `pieces` isn't empty.
 */
export function outcomeOfSegments(pieces: readonly FlowSegment[]): FlowConclusion {
  const failed = pieces.filter(fails);
  if (failed.length > 0) return concludeFailed(failed, failed.length === pieces.length);
  const undecided = largest(pieces.filter(({ disposition }) => disposition.is === 'unknown'));
  if (undecided?.disposition.is === 'unknown') return { outcome: undecided.disposition, shown: undecided };
  const forwarded = largest(pieces.filter(({ disposition }) => disposition.is === 'forwarded'));
  if (forwarded?.disposition.is === 'forwarded') return { outcome: forwarded.disposition, shown: forwarded };
  return concludeAllowed(pieces);
}

function concludeFailed(failed: readonly FlowSegment[], isAll: boolean): FlowConclusion {
  const blocked = failed.filter(({ disposition }) => disposition.is === 'blocked');
  // A rule that blocks a part is named before missing outbound access. If everything fails, the largest failing segment
  // decides.
  const shown = requireLargest(isAll || blocked.length === 0 ? failed : blocked);
  const { disposition } = shown;
  if (disposition.is === 'blocked') {
    return { outcome: { is: isAll ? 'blocked' : 'partly-blocked', by: disposition.by }, shown };
  }
  if (disposition.is === 'passes') throw new Error('What passes did not fail');
  return { outcome: disposition, shown };
}

function concludeAllowed(pieces: readonly FlowSegment[]): FlowConclusion {
  const byDefault = pieces.filter((piece) => !isWritten(piece));
  const shown = requireLargest(byDefault.length > 0 ? byDefault : pieces);
  return { outcome: { is: 'allowed', explicit: byDefault.length === 0, by: spokenRule(shown) }, shown };
}

/** True if a user-defined rule allows it, without any default rule. */
function isWritten(piece: FlowSegment): boolean {
  const deciders = lastWords(piece);
  return deciders.length > 0 && !deciders.some(isDefault);
}

/** Returns the rules with final effect: an admin rule with access Allow leaves the decision to the NSGs. */
function lastWords({ deciders }: FlowSegment): FlowSegment['deciders'] {
  return deciders.filter(({ decider, access }) => {
    const isAdmin = decider.kind === 'rule' && decider.level === 'network-manager';
    return !isAdmin || (access.known && access.value === 'AlwaysAllow');
  });
}

/**
 * Returns the rule to name for a segment that passes: a default rule first, because the user should know about it. Then
 * the rule of the firewall on the path, which has another owner.
 */
function spokenRule(piece: FlowSegment): Filter | null {
  const all = lastWords(piece).map(({ decider }) => decider);
  const spoken =
    all.find((one) => one.isDefault) ??
    all.find((one) => one.kind === 'firewall-rule') ??
    all.find((one) => one.kind === 'rule' && one.level === 'subnet');
  return spoken ?? all[0] ?? null;
}

function isDefault({ decider }: FlowSegment['deciders'][number]): boolean {
  return decider.isDefault;
}

function requireLargest(pieces: readonly FlowSegment[]): FlowSegment {
  const found = largest(pieces);
  if (!found) throw new Error('No piece to speak for the flow');
  return found;
}

function largest(pieces: readonly FlowSegment[]): FlowSegment | undefined {
  if (pieces.length < 2) return pieces[0];
  let best: { piece: FlowSegment; volume: bigint } | undefined;
  for (const piece of pieces) {
    const volume = volumeOf(piece.cell);
    if (!best || volume > best.volume) best = { piece, volume };
  }
  return best?.piece;
}
