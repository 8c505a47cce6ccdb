import { overlaps } from '../addresses/interval-algebra';
import { intersectCells, subtractWithin, type Cell } from '../packets/cell';
import { reason, type Reason } from '../reason';
import type { CompiledRule, RulePart } from './compile-group';
import type { Literal } from './doubt';

/** Packets on their way through the groups, with what was assumed and which rule decided at each group so far. */
export interface Travel {
  readonly cell: Cell;
  readonly held: readonly Literal[];
  readonly deciders: readonly CompiledRule[];
  /** Why it is not known whether they passed, though no rule certainly stopped them. */
  readonly cloud?: Reason;
}

export interface WalkResult {
  readonly passed: readonly Travel[];
  /** The last decider is the rule that stopped them. */
  readonly stopped: readonly Travel[];
}

/** More cells than this are not worth the wait: an honest “too complex” instead. */
const maxCells = 20_000;

/**
 * Tries the rules in order on every packet of `travels`. What a rule takes is decided by it and leaves the residual, so
 * the results are a partition of `travels` by deciding rule (and, where something is in doubt, by assumption).
 */
export function walk(rules: readonly CompiledRule[], travels: readonly Travel[]): WalkResult {
  const passed: Travel[] = [];
  const stopped: Travel[] = [];
  let residual: readonly Travel[] = travels;
  for (const rule of rules) {
    if (residual.length === 0) break;
    if (residual.length + passed.length + stopped.length > maxCells) break;
    if (!residual.some(({ cell }) => mayTake(rule, cell))) continue;
    for (const part of rule.parts()) {
      const { taken, left } = take(part, residual);
      residual = left;
      for (const travel of taken) {
        const decided = { ...travel, deciders: [...travel.deciders, rule] };
        if (!rule.access.known) passed.push({ ...decided, cloud: rule.access.because });
        else (rule.access.value === 'Allow' ? passed : stopped).push(decided);
      }
    }
  }
  // The last default rule takes everything, so what is left over was given up on or is in doubt.
  const because = reason('unknown.complex');
  passed.push(...residual.map((travel) => ({ ...travel, cloud: travel.held[0]?.doubt.because ?? because })));
  return { passed, stopped };
}

function mayTake(rule: CompiledRule, cell: Cell): boolean {
  return (
    (rule.protocols & cell.protocols) !== 0 &&
    (rule.destinationPorts === cell.destinationPorts ||
      overlaps(rule.destinationPorts, cell.destinationPorts) ||
      // Where the meaning of ICMP's ports is in doubt, they exclude nothing.
      (rule.protocols & cell.protocols & ~3) !== 0)
  );
}

function take(part: RulePart, residual: readonly Travel[]): { taken: Travel[]; left: readonly Travel[] } {
  const taken: Travel[] = [];
  let left: Travel[] | undefined;
  residual.forEach((travel, index) => {
    const hit = intersectCells(travel.cell, part.cell);
    if (!hit) {
      left?.push(travel);
      return;
    }
    left ??= residual.slice(0, index);
    left.push(...subtractWithin(travel.cell, hit).map((cell) => ({ ...travel, cell })));
    const { yes, no } = assume({ ...travel, cell: hit }, part.if);
    if (yes) taken.push(yes);
    left.push(...no);
  });
  return { taken, left: left ?? residual };
}

/** Forks on every doubt that the travel has not settled yet: once as the literals say, and once for each that fails. */
function assume(travel: Travel, literals: readonly Literal[]): { yes: Travel | undefined; no: Travel[] } {
  const no: Travel[] = [];
  let held = travel.held;
  for (const literal of literals) {
    const before = held.find(({ doubt }) => doubt.id === literal.doubt.id);
    if (before && before.value !== literal.value) return { yes: undefined, no: [...no, { ...travel, held }] };
    if (before) continue;
    no.push({ ...travel, held: [...held, { ...literal, value: !literal.value }] });
    held = [...held, literal];
  }
  return { yes: held === travel.held ? travel : { ...travel, held }, no };
}
