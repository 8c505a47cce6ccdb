import { beforeAll, expect, test } from 'vitest';
import { buildRequest } from '../../../../src/checks/request/build-request';
import { causeLevel, countCauses } from '../../../../src/checks/causes';
import { shapeOfHealth } from '../../../../src/features/trees/model/health';
import { summarize } from '../../../../src/checks/summary';
import type { ReadinessRow } from '../../../../src/contract/wizard/readiness';
import { statusOf, type CheckResult } from '../../../../src/core/check-result';
import { planToCheck } from '../../../../src/features/wizard/derived-plan';
import { checkInputOf } from '../../../../src/features/wizard/check-input';
import { formatRowOutcome, subnetOutcome } from '../../../../src/features/wizard/row-outcomes';
import { loadedValue } from '../../../../src/features/wizard/state';
import { findRequirement } from '../../../../src/requirements/requirements';
import { messagesIn } from '../../../support/messages-in';
import { readinessReport } from '../../../../src/wording/readiness-report';
import { ownerRequests, type NetworkRequest } from '../../../../src/core/network-request';
import { requestMarkdown } from '../../../../src/wording/request-markdown';
import { someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';
import { everyPlan, walkName, seeAll, type Seen } from './sample-walk';

const say = messagesIn('en');
const networks = someCases([...new Set(everyPlan().map(({ network }) => network))], 6);
const plans = everyPlan().filter(({ network }) => networks.includes(network));
let seen: ReadonlyMap<string, Seen>;

beforeAll(async () => {
  seen = await seeAll(plans);
}, 600_000);

/** Adds up the numbers before `word` in a text such as “3 errors, 1 unknown”. */
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

test('the header counts causes, the groups count requirements, and each shows its number', async () => {
  await checkEach(({ readiness, state }) => {
    const rows = readiness.groups.flatMap((one) => one.rows);
    const head = readiness.counts.map(({ text }) => text).join(', ');
    const { errors, toConfirm, warnings } = countCauses(state.evaluation?.causes ?? []);
    const counted = ['errors?', 'to confirm', 'warnings?'].map((word) => reported(head, word));
    expect(counted).toEqual([errors.causes, toConfirm.causes, warnings.causes]);
    const icons = readiness.causes.map(({ icon }) => icon);
    expect(icons.filter((one) => one === 'error')).toHaveLength(errors.causes);
    expect(icons.filter((one) => one === 'warning')).toHaveLength(warnings.causes);
    const groups = readiness.groups.map(({ summary }) => summary).join(', ');
    const inRows = (...counts: readonly ReadinessRow['counts'][]): number =>
      rows.filter((row) => counts.includes(row.counts)).length;
    expect(reported(groups, 'failed')).toBe(inRows('error', 'warning'));
    expect(reported(groups, 'to confirm')).toBe(inRows('unknown'));
    const infos = (state.evaluation?.results ?? []).filter(
      ({ severity, outcome }) => severity === 'info' && ['open', 'unknown'].includes(statusOf(outcome)),
    );
    expect(reported(groups, 'info\\b')).toBe(infos.length);
    for (const group of readiness.groups) {
      for (const fold of group.folds) {
        const n = group.rows.filter((row) => row.fold === fold.id).length;
        expect([fold.text, Number.parseInt(fold.text, 10)]).toEqual([fold.text, n]);
      }
    }
  });
});

test('flows that another cause blocks earlier have the icon of the worst, as under that cause', async () => {
  await checkEach(({ readiness, state }) => {
    const rows = readiness.groups.flatMap((one) => one.rows);
    for (const { blockedEarlier, key } of state.evaluation?.causes ?? []) {
      const shown = readiness.causes.find((one) => one.key === key)?.earlier ?? [];
      for (const [at, { results }] of blockedEarlier.entries()) {
        const ids = results.map(({ requirement }) => requirement);
        const icons = rows.filter(({ id }) => ids.includes(id)).map(({ icon }) => icon);
        const worst = ['error', 'warning', 'info'].find((icon) => icons.some((one) => one === icon));
        expect([key, shown[at]?.icon]).toEqual([key, worst]);
      }
    }
  });
});

test('a list row, the side bar, and the wizard show the same icon, and count the same errors', async () => {
  await checkEach(({ readiness, state }) => {
    const { results = [], causes = [] } = state.evaluation ?? {};
    const summary = summarize(results, causes);
    const cell = formatRowOutcome(say, subnetOutcome(summary));
    const tags = state.tags!;
    const health = { plan: planToCheck(state), tags, facts: { tags }, results, summary, unfit: null };
    expect([cell?.icon, shapeOfHealth(health)]).toEqual([readiness.summaryIcon, readiness.summaryIcon]);
    const { errors } = summary.causes;
    if (errors.causes === 0) return;
    expect([reported(cell?.text ?? '', 'errors?'), reported(cell?.text ?? '', 'flows?')]).toEqual([
      errors.causes,
      errors.flows,
    ]);
    expect([reported(readiness.summary, 'errors?'), reported(readiness.summary, 'flows?')]).toEqual([
      errors.causes,
      errors.flows,
    ]);
  });
});

test('the report has each cause once, and all its requirements', async () => {
  await checkEach(({ state }) => {
    const { results = [], causes = [] } = state.evaluation ?? {};
    const { errors, toConfirm, warnings } = countCauses(causes);
    const report = readinessReport(say, [
      {
        name: 'x',
        lines: [],
        summary: '',
        readAt: '2026-07-30T10:00:00Z',
        tagsDate: '',
        results,
        causes,
        found: [],
      },
    ]);
    expect(report.match(/^### /gm)?.length ?? 0).toBe(errors.causes + toConfirm.causes + warnings.causes);
    const [open = ''] = report.split('## All requirements');
    const listed = [...open.matchAll(/\| ([a-z0-9-]+) +\|$/gm)].flatMap(([, id = '']) =>
      findRequirement(id) ? [id] : [],
    );
    const shown = causes.filter((one) => causeLevel(one) !== 'infos').flatMap((one) => one.results);
    expect(listed.sort()).toEqual(shown.map(({ requirement }) => requirement).sort());
  });
});

test('the review counts each flow once, by the outcome in its row, whatever its severity', async () => {
  await checkEach(({ review, state }) => {
    const flows = (state.evaluation?.results ?? []).filter(
      ({ subject, outcome }) => subject !== null && !['note', 'hidden'].includes(statusOf(outcome)),
    );
    const count = (status: 'fine' | 'open' | 'unknown'): number =>
      flows.filter(({ outcome }) => statusOf(outcome) === status).length;
    const [total = '', parts = ''] = review.flowsSummary.split(': ');
    expect(review.flows).toHaveLength(flows.length);
    expect(Number.parseInt(total, 10)).toBe(flows.length);
    expect(reported(parts, '(?:allowed|only by default)')).toBe(count('fine'));
    expect(reported(parts, '(?:depends|depend|unknown)')).toBe(count('unknown'));
    expect(reported(parts, '(?:partly )?blocked')).toBe(count('open'));
    const blocked = review.flows.filter(({ outcome }) => /^(?:Partly b|B)locked$/.test(outcome));
    expect(blocked.length).toBeLessThanOrEqual(count('open'));
  });
});

test('the request excludes allowed flows, and includes all that fail or depend on others', async () => {
  await checkEach((one) => {
    const request = requestOf(one);
    if (!request) return;
    const results = one.state.evaluation?.results ?? [];
    const asked = new Set(
      ownerRequests(request).flatMap(({ flows, settings }) =>
        [...flows, ...settings].map(({ requirement }) => requirement),
      ),
    );
    for (const result of results) checkNameSources(result, asked.has(result.requirement), request);
    const text = requestMarkdown(say, request, { withAllowed: true });
    const [needed = '', allowed = ''] = text.split(/^## Already allowed, for reference$/m);
    const numbers = [...allowed.matchAll(/^\| (\d+)/gm)].map(([, n]) => n);
    for (const n of numbers) expect(needed).not.toMatch(new RegExp(`^\\| (?:\\d+, )*${n}[ ,]`, 'm'));
  });
});

function checkNameSources(result: CheckResult, isAsked: boolean, { flows }: NetworkRequest): void {
  const { requirement, outcome, subject, packet } = result;
  const standing = statusOf(outcome);
  const flow = flows.find((one) => one.requirement === requirement);
  if (standing === 'fine' && isAsked) expect(Object.keys(flow?.owners ?? {})).toEqual(['private-dns']);
  if (subject === null || !flow) return;
  if (standing === 'open') {
    expect([requirement, isAsked]).toEqual([requirement, true]);
    expect(packet).not.toBeNull();
  }
  if (outcome.is === 'reply-lost') expect(Object.keys(flow.owners)).toContain('route-table');
  if (outcome.is === 'forwarded') expect(Object.keys(flow.owners)).toContain('firewall');
}

function requestOf({ state, subnetId }: Seen): NetworkRequest | undefined {
  const model = loadedValue(state.networks)!;
  const facts = checkInputOf(state, subnetId)!;
  const results = state.evaluation?.results ?? [];
  return buildRequest({ model, plan: planToCheck(state), facts, readAt: null, results });
}
