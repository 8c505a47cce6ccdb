import { describe, expect, test } from 'vitest';
import { readinessReport } from '../../../../src/wording/readiness-report';
import { messagesIn } from '../../../support/messages-in';
import type { Fault } from '../../../../src/sandbox/faults';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';
import { someCases } from '../../../support/case-count';
import { emptyItemsIn, emptyLinesIn } from '../../../support/empty-items';
import { denyAllSubnet, hasEnded, healthy, openWizardInOneGroup } from './open-wizard';
import { everyPlan, seeAll } from './sample-walk';

test('the checker for empty items finds exactly the empty ones', () => {
  expect(
    emptyItemsIn({ likely: [{ cause: 'Quota', evidence: '' }], lines: ['a', ' '], message: '' }),
  ).toEqual(['likely.0.evidence', 'lines.1']);
  expect(emptyLinesIn('# A\n\n- **Likely** Quota\n  \n- \n\n| a | | b |\n\nRequest ID: \n\n## B\n')).toEqual([
    'an item: - ',
    'an indented line:   ',
    'a cell: | a | | b |',
    'a label: Request ID: ',
    'a section: ## B',
  ]);
  expect(emptyLinesIn('# A\n\nWhat happened:\n- one\n\n| a | b |\n| --- | --- |\n| – | c |\n')).toEqual([]);
});

const plans = someCases(everyPlan(), 14);

test('no list of Readiness, a review, or a readiness report has an empty item', async () => {
  for (const [name, { readiness, review, state }] of await seeAll(plans)) {
    expect(emptyItemsIn(readiness), name).toEqual([]);
    // The picture's labels have a place for each gate, with or without text.
    expect(emptyItemsIn({ ...review, picture: null }), name).toEqual([]);
    for (const language of ['en', 'fr']) {
      const report = readinessReport(messagesIn(language), [
        {
          ...{ name, lines: [], summary: readiness.summary, readAt: '2026-07-30T10:00:00.000Z' },
          ...{ tagsDate: '', results: state.evaluation?.results ?? [] },
          ...{ causes: state.evaluation?.causes ?? [], found: [] },
        },
      ]);
      expect(emptyLinesIn(report), name).toEqual([]);
    }
  }
});

test.each(['en', 'fr'])(
  'no list of a preview, a diagnosis, or a request has an empty item: %s',
  async (language) => {
    const w = await openWizardInOneGroup(denyAllSubnet, { language });
    const open = (w.page.readiness?.groups ?? []).flatMap(({ rows }) => rows);
    const ids = open.filter(({ fix }) => fix !== null).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    await w.call.previewFix({ ids });
    await w.until('a preview', (p) => p.preview?.state === 'preview');
    expect(emptyItemsIn(w.page.preview)).toEqual([]);
    await w.call.closeFix({});
    await w.call.diagnose({});
    await w.until('a diagnosis', (p) => p.report?.busy === null);
    expect(emptyItemsIn(w.page.report)).toEqual([]);
    await w.call.copyRequest({ ids: open.filter(({ canCopy }) => canCopy).map(({ id }) => id) });
    expect(emptyLinesIn(w.copied.at(-1) ?? '')).toEqual([]);
  },
);

/** Answers of Azure with and without code, message, and request ID. */
const refusals: Readonly<Record<string, readonly Fault[]>> = {
  ...faultPresets,
  'an unknown code': [
    { status: 400, code: 'Neu', message: 'Etwas anderes.', method: 'PUT', match: '/computes/' },
  ],
  'only a code': [{ status: 400, code: 'Neu', message: '', method: 'PUT', match: '/computes/' }],
  'only a status': [{ status: 400, method: 'PUT', match: '/computes/' }],
  'an unknown code at the end': [{ kind: 'operation', match: '/computes/', code: 'Neu', message: '' }],
  'several lines': [
    { kind: 'operation', match: '/computes/', code: 'Neu', message: 'one\n\n- two\r\nthree.' },
  ],
};
/** A creation doesn't end while these faults are active. */
const endless = [
  'signedOut',
  'throttled',
  'unavailable',
  'serverError',
  'timeout',
  'offline',
  'slow',
  'meanwhile',
  'lateChange',
];
const cases = Object.keys(refusals)
  .filter((name) => !endless.includes(name))
  .flatMap((name) =>
    [healthy, denyAllSubnet].flatMap((place) => ['en', 'fr'].map((language) => ({ name, place, language }))),
  );

describe('a creation that failed', () => {
  test.each(someCases(cases, 11))('$name, $place.subnet, $language', async ({ name, place, language }) => {
    const w = await openWizardInOneGroup(place, { language, confirm: true });
    for (const fault of refusals[name] ?? []) w.sample.faults.next(fault);
    await w.call.create({ anyway: true });
    await w.until('the end', hasEnded);
    expect(emptyItemsIn(w.page.creation)).toEqual([]);
    await w.call.copyFailure({});
    await w.call.saveFailure({});
    await w.call.explainError({ message: w.page.creation?.message ?? 'x' });
    await w.until('an explanation', (p) => p.report?.kind === 'error' && p.report.message !== '');
    expect(emptyItemsIn(w.page.report)).toEqual([]);
    await w.call.copyRequest({ ids: ['outbound-batch-443', 'outbound-mcr-443'] });
    const texts = [...w.copied, ...w.savedTexts.map(({ text }) => text)];
    expect(texts).toHaveLength(3);
    expect(texts.flatMap(emptyLinesIn)).toEqual([]);
  });
});
