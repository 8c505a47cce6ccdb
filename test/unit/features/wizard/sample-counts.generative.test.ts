import { beforeAll, expect, test } from 'vitest';
import { checkBeyondGroup } from '../../../../src/checks/without-nsg';
import { summarize } from '../../../../src/checks/summary';
import type { ReadinessRow } from '../../../../src/contract/wizard/readiness';
import { statusOf, type CheckResult } from '../../../../src/core/check-result';
import { planToCheck } from '../../../../src/features/wizard/derived-plan';
import { checkInputOf } from '../../../../src/features/wizard/check-input';
import { formatRowOutcome, rowSummary, subnetOutcome } from '../../../../src/features/wizard/row-outcomes';
import { loadedValue } from '../../../../src/features/wizard/state';
import { sayReason } from '../../../../src/messages/say';
import { speaker } from '../../../support/speaker';
import type { RequestItem } from '../../../../src/plans/request/request-item';
import { requestForNetworkTeam } from '../../../../src/plans/request/request-for-network-team';
import { readinessReport } from '../../../../src/wording/readiness-report';
import { networkRequest } from '../../../../src/wording/request-text';
import { someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { everyPlan, walkName, seeAll, type Seen } from './sample-walk';

const say = speaker('en');
const networks = someCases([...new Set(everyPlan().map(({ network }) => network))], 6);
const plans = everyPlan().filter(({ network }) => networks.includes(network));
let seen: ReadonlyMap<string, Seen>;

beforeAll(async () => {
  seen = await seeAll(plans);
}, 600_000);

/** Numbers of a text before `word`, added up: “3 errors, 1 unknown”. */
function reported(text: string, word: string): number {
  const found = [...text.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))];
  return found.reduce((sum, [, n]) => sum + Number(n), 0);
}

async function checkEach(check: (one: Seen) => void): Promise<void> {
  const failures = await failuresIn(
    plans.map((one) => [walkName(one), one] as const),
    (one) => {
      check(seen.get(walkName(one))!);
      return Promise.resolve();
    },
  );
  expect(failures).toEqual([]);
}

const words = { 'to-fix': 'errors?', unknown: 'unknown', advised: 'warnings?' } as const;

test('the head, the groups, and the rows of a board count the same', async () => {
  await checkEach(({ board }) => {
    const rows = board.groups.flatMap((one) => one.rows);
    const head = board.counts.map(({ text }) => text).join(', ');
    const groups = board.groups.map(({ summary }) => summary).join(', ');
    for (const [counts, word] of Object.entries(words)) {
      const n = rows.filter((row) => row.counts === counts).length;
      expect([word, reported(head, word)]).toEqual([word, n]);
      expect([word, reported(groups, word)]).toEqual([word, n]);
    }
    for (const group of board.groups) {
      for (const fold of group.folds) {
        const n = group.rows.filter((row) => row.fold === fold.id).length;
        expect([fold.text, Number.parseInt(fold.text, 10)]).toEqual([fold.text, n]);
      }
    }
  });
});

test('a row of the list, the side bar, and the report count what Readiness counts', async () => {
  await checkEach(({ board, state }) => {
    const results = state.evaluation?.results ?? [];
    const { toFix, unknown, advised } = summarize(results);
    const head = board.counts.map(({ text }) => text).join(', ');
    expect([reported(head, 'errors?'), reported(head, 'unknown'), reported(head, 'warnings?')]).toEqual([
      toFix,
      unknown,
      advised,
    ]);
    const cell = formatRowOutcome(say, subnetOutcome(rowSummary(results)))?.text ?? '';
    if (toFix > 0) expect([reported(cell, 'errors?'), reported(cell, 'unknown')]).toEqual([toFix, unknown]);
    const report = readinessReport(say, [
      {
        name: 'x',
        lines: [],
        summary: '',
        readAt: '2026-07-30T10:00:00Z',
        tagsDate: '',
        results,
        found: [],
      },
    ]);
    expect(report.match(/^### /gm)?.length ?? 0).toBe(toFix + unknown + advised);
  });
});

test('the review counts each flow once, and as Readiness does', async () => {
  await checkEach(({ board, review, state }) => {
    const flows = (state.evaluation?.results ?? []).filter(
      ({ subject, outcome }) => subject !== null && !['note', 'hidden'].includes(statusOf(outcome)),
    );
    const ids = new Set(flows.map(({ requirement }) => requirement));
    const count = (...counts: readonly ReadinessRow['counts'][]): number =>
      board.groups.flatMap((one) => one.rows).filter((row) => ids.has(row.id) && counts.includes(row.counts))
        .length;
    const [total = '', parts = ''] = review.flowsSummary.split(': ');
    expect(review.flows).toHaveLength(flows.length);
    expect(Number.parseInt(total, 10)).toBe(flows.length);
    expect(reported(parts, '\\w')).toBe(flows.length);
    expect(reported(parts, '(?:depends|depend|unknown)')).toBe(count('unknown'));
    expect(reported(parts, '(?:partly )?blocked')).toBe(count('to-fix', 'advised'));
    expect(reported(parts, 'info')).toBe(count('note'));
  });
});

test('the request asks for nothing that is allowed, and calls failing only what certainly fails', async () => {
  await checkEach((one) => {
    const request = requestOf(one);
    const results = one.state.evaluation?.results ?? [];
    for (const item of request.items) {
      checkItem(
        item,
        results.find(({ requirement }) => requirement === item.requirement)!,
      );
    }
    const text = requestForNetworkTeam(request, (key, values) => sayReason(say, { key, values }));
    const [, tables = ''] = text.split(/^## Current state of each flow$/m);
    const allowed = [...tables.matchAll(/^\| (\d+) .*Already allowed +\|$/gm)].map(([, n]) => n);
    const asked = tables
      .split(/^## /m)
      .slice(1)
      .filter((part) => !part.startsWith('Why'));
    for (const n of allowed) {
      expect(asked.some((part) => new RegExp(`^\\| (?:\\d+, )*${n}[ ,]`, 'm').test(part))).toBe(false);
    }
  });
});

function checkItem({ state, asks, packet, advice }: RequestItem, { outcome }: CheckResult): void {
  const standing = statusOf(outcome);
  const of = asks.map((ask) => ask.of);
  if (packet !== null) expect(standing).toBe('open');
  if (standing === 'fine') return expect([state, asks]).toEqual(['Already allowed', []]);
  // What is unknown or blocked has somebody who can do something, or advice.
  expect(asks.length > 0 || advice !== null).toBe(true);
  if (outcome.is === 'reply-lost') {
    expect(of).toEqual(['route']);
    expect(state).toContain(outcome.by.nextHopAddress ?? '');
  }
  if (outcome.is === 'handed-on') expect(of).toEqual(['firewall']);
  if (outcome.is === 'blocked') expect(state).toMatch(/^Blocked by /);
}

function requestOf({ state, subnetId, subnet, network }: Seen) {
  const model = loadedValue(state.networks)!;
  const results = state.evaluation?.results ?? [];
  const beyond = checkBeyondGroup(model, planToCheck(state), checkInputOf(state, subnetId)!);
  const about = { subnet, network, addressPrefixes: ['10.0.0.0/26'], readAt: null, cloud: 'public' } as const;
  return networkRequest(
    say,
    { ...about, region: 'westeurope', results, beyond },
    results.map(({ requirement }) => requirement),
  );
}
