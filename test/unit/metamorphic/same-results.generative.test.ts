import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startBicep } from '../../support/bicep';
import { caseCount, someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { networkAsBicep } from '../../support/network-as-bicep';
import { outcomeDifference, outcomeOf } from '../../support/outcome';
import { seeded } from '../../support/random';
import { randomCase } from '../../support/random-network';
import { transformations } from '../../support/transformations';
import { plannedFolder } from '../../support/planned-folder';
import { compiledVariant } from '../../support/transformations/compile-to-json';
import { fixtureProjects } from '../../support/transformations/projects';
import type { Project, Variant } from '../../support/transformations/project';
import { planText } from '../documents/terraform/plan-text';
import { comparable } from '../file-checks/comparable';
import { terraformProjects, terraformTransformations } from '../../support/transformations/terraform';

/*
 * A rewritten deployment has the same results, findings, and exit code. `same-deployment` shows that each way of
 * rewriting deploys the same.
 */

const bicep = startBicep();
afterAll(() => bicep?.stop());

const projects = await fixtureProjects();
const terraform = terraformProjects();

/** The outcome of each project, computed once. */
const outcomes = new Map<Project, Promise<readonly string[]>>();

function outcome(project: Project): Promise<readonly string[]> {
  const found = outcomes.get(project) ?? outcomeOf(project);
  outcomes.set(project, found);
  return found;
}

type Case = readonly [name: string, one: { readonly before: Project; readonly after: Project }];

function casesOf(before: Project, variants: readonly Variant[]): readonly Case[] {
  return variants.map(({ at, project }) => [at, { before, after: project }]);
}

/** Returns one variant of each fixture, each at another place. */
function oneOf(variants: readonly Variant[], at: number): readonly Variant[] {
  return variants.length === 0 ? [] : variants.slice(at % variants.length).slice(0, 1);
}

/** Minimum number of fixtures to which a way applies, if it isn't most of them: few contain a loop. */
const least: Readonly<Record<string, number>> = { 'unroll a loop': 5 };

async function disagreements(cases: readonly Case[]): Promise<readonly string[]> {
  return failuresIn(cases, async ({ before, after }) => {
    expect(outcomeDifference(await outcome(before), await outcomeOf(after))).toEqual([]);
  });
}

describe('fixtures have the same outcome', () => {
  test.each(Object.entries(transformations))('%s', { timeout: 600_000 }, async (way, transform) => {
    const all = projects.flatMap((one, at) => casesOf(one, oneOf(transform(one), at)));
    expect(all.length).toBeGreaterThan(least[way] ?? 100);
    expect(await disagreements(someCases(all, 2, 40))).toEqual([]);
  });

  test.each(Object.entries(terraformTransformations))(
    'Terraform: %s',
    { timeout: 600_000 },
    async (_, transform) => {
      const all = terraform.flatMap((one, at) => casesOf(one, oneOf(transform(one), at)));
      expect(all.length).toBeGreaterThan(40);
      expect(await disagreements(someCases(all, 1, 60))).toEqual([]);
    },
  );

  test('Terraform: print the plan', { timeout: 600_000 }, async () => {
    const texts = terraform.map(({ files }) => files['main.tf'] ?? '');
    // A plan doesn't have comments.
    const all = texts.filter((one) => !one.includes('# aml-secure-compute'));
    expect(all.length).toBeGreaterThan(40);
    for (const text of someCases(all, 8)) expect(await planDifferences(text)).toEqual([]);
  });

  test('compile to ARM JSON', { timeout: 600_000 }, async () => {
    const cases: Case[] = [];
    for (const one of someCases(projects, 16, 40)) {
      const compiled = await compiledOf(one);
      if (compiled !== undefined) cases.push(...casesOf(one, compiledVariant(one, compiled)));
    }
    expect(cases).not.toEqual([]);
    expect(await disagreements(cases)).toEqual([]);
  });
});

/**
 * Returns the differences between a plan and its configuration. A plan lists what an expression refers to, but not how,
 * so a result can be unknown. Findings and causes aren't compared in that case.
 */
async function planDifferences(text: string): Promise<readonly string[]> {
  const configuration = await comparable({ 'main.tf': text, './': 'main.tf' });
  const plan = await comparable({ 'plan.json': planText({ resources: plannedFolder(text) }) });
  const all = (one: typeof plan) => one.flatMap(({ results }) => results);
  const [was, is] = [all(configuration), all(plan)];
  const wrong = is.filter((one, at) => one !== was[at] && !one.endsWith(' unknown'));
  if (is.length !== was.length || wrong.length > 0) return wrong.length > 0 ? wrong : ['other subnets'];
  if (is.some((one, at) => one !== was[at])) return [];
  return JSON.stringify(plan) === JSON.stringify(configuration) ? [] : ['other findings or causes'];
}

/** Returns the compiled template of a fixture: the committed one, or the compiler's output if it's available. */
async function compiledOf({ roots: [root = ''] }: Project): Promise<string | undefined> {
  const answer = `test/fixtures/${root.replace(/\.bicep$/, '.json')}`;
  if (root.startsWith('documents/') && existsSync(answer)) return readFileSync(answer, 'utf8');
  const path = resolve('test/fixtures', root);
  return existsSync(path) ? (await bicep?.compile(path))?.contents : undefined;
}

test('random networks have the same outcome', { timeout: 600_000 }, async () => {
  const random = seeded(20);
  const cases = Array.from({ length: caseCount(1, 6, 12) }, (_, index) => {
    const text = networkAsBicep(randomCase(random).model, random);
    const project = { roots: ['main.bicep'], files: { 'main.bicep': text } };
    const variants = Object.values(transformations).flatMap((transform) => transform(project));
    return casesOf(project, someCases(variants, 2, 5)).map(([name, one]): Case => [`${index} ${name}`, one]);
  }).flat();
  expect(cases.length).toBeGreaterThan(caseCount(1, 4));
  expect(await disagreements(cases)).toEqual([]);
});
