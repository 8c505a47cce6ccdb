import { expect, test } from 'vitest';
import type { Detail, Readiness } from '../../../../src/contract/wizard/readiness';
import { readinessView } from '../../../../src/features/wizard/views/readiness-view';
import { someCases } from '../../../support/case-count';
import { messagesIn } from '../../../support/messages-in';
import { everyPlan, seeAll } from './sample-walk';

/**
 * An ordinary word in lowercase. Names of resources in the sample have a hyphen, a digit, or a capital letter. One
 * subnet is called `default`.
 */
const lowercase = /^(?!default\b)\p{Ll}+(?:[’']\p{L}+)?(?=[\s,.:;!?…\u00a0]|$)/u;

/** Texts of Readiness that are a sentence, a title, or an item of a list. */
function textsOf({ title, summary, hint, groups, causes, notes, counts }: Readiness): readonly string[] {
  const firstRun = ({ runs: [first] }: Detail): readonly string[] =>
    first === undefined || first.mono || first.link !== null ? [] : [first.text];
  const lists = [...groups.map(({ title: one }) => one), ...(notes ? [notes.title] : [])];
  return [
    ...[title, summary, hint ?? ''],
    ...lists,
    ...counts.map(({ text }) => text),
    ...groups.flatMap(({ folds }) => folds.map(({ text }) => text)),
    ...causes.flatMap((cause) => [
      ...[cause.title, cause.needs ?? '', cause.spoken],
      ...cause.earlier.map(({ text }) => text),
      ...cause.details.flatMap((one) => [one.label, ...firstRun(one)]),
      ...cause.actions.map(({ label }) => label),
    ]),
    ...groups
      .flatMap(({ rows }) => rows)
      .flatMap((row) => [
        ...[row.name, row.word, row.spoken],
        ...row.trace.map(({ text }) => text),
        ...row.details.flatMap((one) => [one.label, ...firstRun(one)]),
      ]),
  ];
}

test('sentences, titles, and list items of Readiness begin with a capital letter, a number, or a name', async () => {
  const found = new Set<string>();
  for (const { state } of (await seeAll(someCases(everyPlan(), 14))).values()) {
    for (const language of ['en', 'fr']) {
      const texts = textsOf(readinessView(messagesIn(language), state));
      texts.filter((text) => lowercase.test(text)).forEach((text) => found.add(text));
    }
  }
  expect([...found].join('\n')).toBe('');
});
