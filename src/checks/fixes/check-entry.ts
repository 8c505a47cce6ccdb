import { limits } from '../../core/azure-facts/limits';
import { reason, type Reason } from '../../core/reason';
import type { NewRuleOptions } from './fix-options';

/** What is taken where a rule wants to go. */
export interface EntryPlace {
  /** Taken priorities with the names of their rules. */
  readonly priorities: ReadonlySet<number>;
  /** Taken names, lower case. */
  readonly names: ReadonlySet<string>;
  /** The rule must come before this priority. */
  readonly below: number;
}

const { least, greatest } = limits.customPriority;

/** Why a rule may not have the wished name and priority; undefined where it may. */
export function entryFault({ name, priority }: NewRuleOptions, place: EntryPlace): Reason | undefined {
  return nameFault(name, place) ?? priorityFault(priority, place);
}

/** Letters, digits, `_`, `.` and `-`, from a letter or digit to a letter, digit or `_` (naming rules, 2025-04-23). */
const wellFormed = /^[A-Za-z0-9](?:[\w.-]{0,78}\w)?$/;

function nameFault(name: string, { names }: EntryPlace): Reason | undefined {
  if (!wellFormed.test(name)) return reason('fix.entry.nameForm');
  return names.has(name.toLowerCase()) ? reason('fix.entry.nameTaken', { name }) : undefined;
}

function priorityFault(priority: number, { priorities, below }: EntryPlace): Reason | undefined {
  if (!Number.isInteger(priority) || priority < least || priority > greatest) {
    return reason('fix.entry.priorityRange', { least, greatest });
  }
  if (priorities.has(priority)) return reason('fix.entry.priorityTaken', { priority });
  return priority >= below ? reason('fix.entry.priorityLate', { below }) : undefined;
}
