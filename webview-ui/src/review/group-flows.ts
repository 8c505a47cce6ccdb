import type { FlowRow } from '@contract/wizard/review';

/** Flows that leave the same way, in the host's order. */
export interface OutboundAccessGroup {
  readonly outboundAccess: string;
  readonly flows: readonly FlowRow[];
}

/** Groups by outbound access, in the order in which each outbound access first comes. */
export function byOutboundAccess(flows: readonly FlowRow[]): readonly OutboundAccessGroup[] {
  const groups = new Map<string, FlowRow[]>();
  for (const flow of flows) {
    groups.set(flow.outboundAccess, [...(groups.get(flow.outboundAccess) ?? []), flow]);
  }
  return [...groups].map(([outboundAccess, members]) => ({ outboundAccess, flows: members }));
}

/** A flow, or several of one kind behind one line. */
export type FlowLine =
  | { readonly is: 'flow'; readonly flow: FlowRow }
  | { readonly is: 'fold'; readonly kind: 'appliance' | 'pass'; readonly flows: readonly FlowRow[] };

/** More flows than this, and the allowed ones of outbound access stand behind one line. */
const foldAllowedOver = 14;

/**
 * The lines of one outbound access on a narrow page: what goes to the appliance after its first, and, in a long list, what is
 * allowed, stands behind one line.
 */
export function foldLines(flows: readonly FlowRow[], total: number): readonly FlowLine[] {
  const appliances = behindOneLine(flows.filter((flow) => flow.icon === 'appliance').slice(1));
  const allowed = behindOneLine(total > foldAllowedOver ? flows.filter((flow) => flow.icon === 'pass') : []);
  return flows.flatMap((flow): readonly FlowLine[] => {
    for (const [kind, folded] of [
      ['appliance', appliances],
      ['pass', allowed],
    ] as const) {
      if (folded[0] === flow) return [{ is: 'fold', kind, flows: folded }];
      if (folded.includes(flow)) return [];
    }
    return [{ is: 'flow', flow }];
  });
}

/** One flow alone is not hidden behind a line that takes the same room. */
function behindOneLine(flows: readonly FlowRow[]): readonly FlowRow[] {
  return flows.length > 1 ? flows : [];
}

/** What stands under a flow's name: “TCP 443 · 4096 Deny-All · 0.0.0.0/0”; a dash says nothing here. */
export function flowLine(flow: FlowRow): string {
  return [flow.subject, flow.securityGroup, flow.route]
    .filter((part) => !['', '–'].includes(part))
    .join(' · ');
}
