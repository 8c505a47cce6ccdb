import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { unfitReason } from '../../../src/checks/subnet-suitability';
import type { CheckResult, Outcome } from '../../../src/core/check-result';
import type { Reason } from '../../../src/core/reason';
import attachedChecks from '../../../src/messages/en/attached-checks.json';
import checkReasons from '../../../src/messages/en/check-reasons.json';
import fixes from '../../../src/messages/en/fixes.json';
import { sayReason } from '../../../src/messages/say';
import { messagesIn } from '../../support/messages-in';
import { buildModel, buildPlan, facts, unreadFact } from './model-builder';
import { cases } from './requirement-cases';

const say = messagesIn('en');
const ours = /^(check|fit|fix|requirement)\./;

function reasonsOf({ outcome, assumptions }: CheckResult): readonly Reason[] {
  return [...assumptions, ...outcomeReasons(outcome)].filter((one) => ours.test(one.key));
}

function outcomeReasons(outcome: Outcome): readonly Reason[] {
  if ('text' in outcome) return [outcome.text];
  return 'because' in outcome ? [outcome.because] : [];
}

/** Returns every source text of the checks. */
function sourceTexts(folder = join('src', 'checks')): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourceTexts(path) : readFileSync(path, 'utf8');
    })
    .join('\n');
}

const source = sourceTexts();

describe('texts of the checks', () => {
  it('exist for every key in the code', () => {
    const named = [...source.matchAll(/'((?:check|fit|fix)\.[A-Za-z0-9.]+)'/g)].flatMap(
      (match) => match[1] ?? [],
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !say.has(key))).toEqual([]);
  });

  it('are all used', () => {
    const templates = [...source.matchAll(/`((?:check|fit)\.[A-Za-z.]+)\$\{/g)].flatMap(
      (match) => match[1] ?? [],
    );
    const keys = Object.keys({ ...checkReasons, ...attachedChecks, ...fixes });
    const unused = keys.filter(
      (key) => !source.includes(`'${key}'`) && !templates.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('leave no placeholder open, in any result of any case', () => {
    const specs = Object.values(cases).flatMap((pair) => [pair.reports, pair.quiet]);
    const unknowns = {
      kind: unreadFact,
      publicIp: unreadFact,
      workspace: unreadFact,
      profile: 'current',
    } as const;
    const results = [
      ...specs.flatMap(({ network, plan }) => checkSubnet(buildModel(network), buildPlan(plan), facts)),
      ...checkSubnet(
        buildModel({ rules: 'unread', routes: 'unread', endpoints: null }),
        buildPlan(unknowns),
        facts,
      ),
    ];
    const fits = specs.flatMap(
      ({ network, plan }) => unfitReason(buildModel(network), buildPlan(plan)) ?? [],
    );
    const texts = [...results.flatMap(reasonsOf), ...fits].map((one) => sayReason(say, one));
    expect(texts.filter((text) => text.includes('{') || ours.test(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(1000);
  });

  it('fit the 140 characters that Azure keeps of a rule’s description', () => {
    const longest = Object.keys(cases).sort((a, b) => b.length - a.length)[0] ?? '';
    const why = sayReason(say, { key: 'fix.rule.why', values: { id: longest, date: '2026-03-19' } });
    expect(why.length).toBeLessThanOrEqual(140);
  });
});
