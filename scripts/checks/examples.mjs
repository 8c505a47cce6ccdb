// For each check that files can show: a Bicep file that reports it, and one that doesn't.
import { examplesOfFlows } from './examples-of-flows.mjs';
import { examplesOfPlaces } from './examples-of-places.mjs';
import { examplesOfServices } from './examples-of-services.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */

/**
 * @typedef {object} Example
 * @property {Blocks} fails
 * @property {Blocks} passes
 * @property {'2020-12'} [profile] requirements that the check belongs to; today's if missing
 * @property {readonly string[]} [alsoShow] declarations that a page shows though they are the same in both files
 */

/** @type {Readonly<Record<string, Example>>} by ID */
export const examples = { ...examplesOfFlows, ...examplesOfServices, ...examplesOfPlaces };

/**
 * The declarations of one file that a page shows: those that the other file doesn't have.
 * @param {Example} example
 * @param {'fails' | 'passes'} which
 * @returns {{ readonly text: string; readonly isWithout: boolean }} `isWithout`: only the other file adds something
 */
export function shownPart(example, which) {
  const own = example[which];
  const other = example[which === 'fails' ? 'passes' : 'fails'];
  const also = example.alsoShow ?? [];
  const shown = Object.entries(own).filter(
    ([symbol, text]) => other[symbol] !== text || also.includes(symbol),
  );
  const isWithout = shown.length === 0;
  const text = (isWithout ? namedBy(own, other) : shown).map(([, one]) => one).join('\n\n');
  return { text, isWithout };
}

/** Declarations that what only the other file has names, such as the zone that a link is for. @param {Blocks} own @param {Blocks} other */
function namedBy(own, other) {
  const added = Object.entries(other).flatMap(([symbol, text]) => (symbol in own ? [] : [text]));
  const named = Object.entries(own).filter(([symbol]) =>
    added.some((text) => text.split(/\W+/).includes(symbol)),
  );
  const telling = named.filter(([symbol]) => !places.includes(symbol));
  return telling.length > 0 ? telling : named.filter(([symbol]) => symbol !== 'location');
}

/** What nearly every declaration names. */
const places = ['location', 'vnet', 'training', 'endpoints'];
