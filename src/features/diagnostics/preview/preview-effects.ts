import type { ChangesPreview } from '../../../contract/changes-preview';
import type { FixFlow } from '../../../core/fix';
import { permissionsOf } from '../../../core/fix-permissions';
import { addedRules, isEntryChange, type ResourceChange } from '../../../core/resource-change';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { formatCloses, formatOpens, formatWhere } from '../../../wording/fix-flow-text';
import { formatReason } from '../../../wording/reason-text';
import { formatCosts } from '../../../wording/tested-changes-text';

type Line = Readonly<ChangesPreview['opens'][number]>;
type Effects = Pick<ChangesPreview, 'opens' | 'ranges' | 'cost'>;

/**
 * Returns the traffic that the changes allow and deny, and their cost. `users` are other templates that use the changed
 * files.
 */
export function previewEffects(say: Say, changes: PreviewedChanges, users: readonly string[]): Effects {
  const opens = flowsOf(changes, 'opens');
  const closes = flowsOf(changes, 'closes');
  const all = changes.applied.flatMap(({ fix }) => fix.changes);
  return {
    opens: [
      ...opensLines(say, opens, all),
      ...closes.map((one): Line => ({ is: 'closes', text: whereText(say, formatCloses(say, one), one) })),
      ...(changes.applied.length > 0 ? [keptLine(say, all)] : []),
      ...notesOf(say, changes),
      ...(users.length > 0 ? [sharedLine(say, users)] : []),
    ],
    ranges: opens.map((one) => whereText(say, formatOpens(say, one), one)),
    cost: formatCosts(say, changes.applied).map((text) => ({ is: 'cost', text })),
  };
}

function flowsOf({ applied }: PreviewedChanges, which: 'opens' | 'closes'): readonly FixFlow[] {
  const all = applied.flatMap(({ fix }) => fix[which]);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function whereText(say: Say, text: string, flow: FixFlow): string {
  return flow.subnet === undefined ? text : formatWhere(say, text, flow.subnet);
}

function opensLines(
  say: Say,
  opens: readonly FixFlow[],
  changes: readonly ResourceChange[],
): readonly Line[] {
  if (opens.length === 0) return [{ is: 'nothing', text: say('diff.opens.nothing') }];
  const those = (direction: FixFlow['direction']): readonly FixFlow[] =>
    opens.filter((one) => one.direction === direction);
  const [out, into] = [those('Outbound'), those('Inbound')];
  return [
    ...(out.length > 0
      ? [sideLine(say, 'diff.opens.out', { flows: out, sides: sidesOf(changes, 'Outbound') })]
      : []),
    ...(into.length > 0
      ? [sideLine(say, 'diff.opens.in', { flows: into, sides: sidesOf(changes, 'Inbound') })]
      : [{ is: 'nothing', text: say('diff.opens.noneIn') } as const]),
  ];
}

interface Side {
  readonly flows: readonly FixFlow[];
  /** Local addresses of the new rules. */
  readonly sides: readonly string[];
}

function sideLine(say: Say, key: 'diff.opens.out' | 'diff.opens.in', { flows, sides }: Side): Line {
  const is = flows.some(isWide) ? 'wide' : 'opens';
  const n = flows.length;
  if (sides.length > 0) return { is, text: say(key, { n, sources: formatList(say, sides) }) };
  const [first] = flows;
  return { is, text: n === 1 && first ? formatOpens(say, first) : say('diff.title.flows', { n }) };
}

function isWide({ remote }: FixFlow): boolean {
  return ['Internet', '*', 'Any', '0.0.0.0/0'].includes(remote);
}

function sidesOf(changes: readonly ResourceChange[], direction: FixFlow['direction']): readonly string[] {
  const rules = addedRules(changes).filter(
    ({ rule }) => rule.direction === direction && rule.access === 'Allow',
  );
  const side = direction === 'Outbound' ? 'sources' : 'destinations';
  return [...new Set(rules.flatMap(({ rule }) => rule[side]))];
}

function keptLine(say: Say, changes: readonly ResourceChange[]): Line {
  if (permissionsOf(changes).includes('remove')) return { is: 'closes', text: say('diff.opens.removes') };
  const n = changes.filter((one) => isEntryChange(one) && one.before !== null).length;
  return n === 0
    ? { is: 'nothing', text: say('diff.opens.kept') }
    : { is: 'note', text: say('diff.opens.changes', { n }) };
}

function notesOf(say: Say, { applied }: PreviewedChanges): readonly Line[] {
  const texts = applied.flatMap(({ fix }) => fix.notes).map((one) => formatReason(say, one));
  return [...new Set(texts)].map((text) => ({ is: 'note', text }));
}

function sharedLine(say: Say, users: readonly string[]): Line {
  return { is: 'shared', text: say('diff.opens.shared', { files: formatList(say, users), n: users.length }) };
}
