import { valueOr } from '../known';
import { cellsOverlap, intersectCells, subtractCells, type PacketSet } from '../packets/packet-set';
import type { CompiledRule, RulePart } from './compile-group';
import type { UnknownLiteral } from './partial-set';
import type { Stage } from './trace';
import { matcherOf } from './walk';

/** `unsure` if only the full evaluation can decide. */
export type Passing = 'all' | 'not all' | 'unsure';

/**
 * Returns whether the NSGs certainly allow every packet of `cell`. It doesn't split the cell by rule, so a wide flow
 * through a thousand rules is cheap: what a rule blocks is compared with what earlier rules allow.
 */
export function passGroups(stages: readonly Stage[], cell: PacketSet): Passing {
  // An admin rule can let packets bypass all following NSGs.
  if (stages.some(({ level }) => level === 'network-manager')) return 'unsure';
  const found = stages.map((stage) => passStage(stage, cell));
  if (found.includes('not all')) return 'not all';
  return found.includes('unsure') ? 'unsure' : 'all';
}

/** Maximum number of a flow's parts that are worth testing individually. */
const mostTested = 8;

/** Returns parts of `cell` that the first rules allow, unless earlier rules or other NSGs block them. */
export function allowedParts(stages: readonly Stage[], cell: PacketSet): readonly PacketSet[] {
  const found: PacketSet[] = [];
  const couldMatch = matcherOf([cell]);
  for (const { rules } of stages) {
    for (const rule of rules) {
      if (found.length >= mostTested) return found;
      if (valueOr(rule.access, 'Deny') !== 'Allow' || !couldMatch(rule)) continue;
      found.push(...partsWithin(rule, cell));
    }
  }
  return found;
}

function partsWithin(rule: CompiledRule, cell: PacketSet): readonly PacketSet[] {
  return rule.parts().flatMap((part) => intersectCells(cell, part.cell) ?? []);
}

function passStage({ group, rules }: Stage, cell: PacketSet): Passing {
  if (!group.known) return 'not all';
  return group.value === null ? 'all' : passRules(rules, cell);
}

/** Maximum number of parts; more are left to the full evaluation. */
const mostParts = 200;

function passRules(rules: readonly CompiledRule[], cell: PacketSet): Passing {
  const allowed: RulePart[] = [];
  const couldMatch = matcherOf([cell]);
  for (const rule of rules) {
    if (!couldMatch(rule)) continue;
    const { access, parts } = rule;
    const met = parts().flatMap((part) => within(part, cell));
    if (access.known && access.value === 'Allow') allowed.push(...met);
    else {
      const found = met.map((stopping) => passBefore(stopping, allowed)).find((one) => one !== 'all');
      if (found) return found;
    }
  }
  return passBefore({ cell, if: [] }, allowed);
}

function within(part: RulePart, cell: PacketSet): RulePart[] {
  const hit = intersectCells(cell, part.cell);
  return hit ? [{ ...part, cell: hit }] : [];
}

/** Returns whether `allowed` matches everything that would be blocked. A merely possible match counts as blocked. */
function passBefore(stopping: RulePart, allowed: readonly RulePart[]): Passing {
  let left: readonly PacketSet[] = [stopping.cell];
  // The widest rules come last.
  for (let index = allowed.length - 1; index >= 0 && left.length > 0; index--) {
    const part = allowed[index];
    if (!part || part.if.length > 0) continue;
    left = left.flatMap((one) => subtractCells(one, [part.cell]));
    if (left.length > mostParts) return 'unsure';
  }
  if (left.length === 0) return 'all';
  const meeting = allowed.filter((part) => part.if.length > 0 && meets(part, left));
  return canAllBe([...stopping.if, ...meeting.flatMap(denied)]) ? 'not all' : 'unsure';
}

function meets(part: RulePart, cells: readonly PacketSet[]): boolean {
  return cells.some((cell) => cellsOverlap(cell, part.cell));
}

/** Returns an assumption under which the part doesn't match anything. */
function denied({ if: [literal] }: RulePart): UnknownLiteral[] {
  return literal ? [{ ...literal, value: !literal.value }] : [];
}

/** True if the literals don't assume both values of an unknown. */
function canAllBe(literals: readonly UnknownLiteral[]): boolean {
  const taken = new Map<string, boolean>();
  return literals.every(({ whyUnknown, value }) => {
    const before = taken.get(whyUnknown.id);
    taken.set(whyUnknown.id, value);
    return before === undefined || before === value;
  });
}
