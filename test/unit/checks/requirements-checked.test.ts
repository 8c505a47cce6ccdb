import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { requirements } from '../../../src/requirements/requirements';
import { buildGovernance } from './governance-builder';
import { buildModel, buildPlan, facts } from './model-builder';
import { cases, type RequirementCase } from './requirement-cases';
import { buildServices } from './services-builder';
import { resultLine } from './result-line';

function outcomeText(id: string, { network, plan, governance, services }: RequirementCase): string {
  const known = {
    ...facts,
    ...(governance ? { governance: buildGovernance(governance) } : {}),
    ...(services ? { services: buildServices(services) } : {}),
  };
  const checked = checkSubnet(buildModel(network), buildPlan(plan), known);
  return resultLine(checked.find((one) => one.requirement === id));
}

describe('every requirement', () => {
  it('has a case that reports and one that doesn’t', () => {
    expect(Object.keys(cases).sort()).toEqual(requirements.map((one) => one.id).sort());
  });

  it.each(Object.entries(cases))('%s reports', (id, { reports }) => {
    expect(outcomeText(id, reports)).toBe(reports.states);
  });

  it.each(Object.entries(cases))('%s doesn’t report', (id, { quiet }) => {
    expect(outcomeText(id, quiet)).toBe(quiet.states);
    expect(quiet.states).not.toMatch(/^(error|warning|info) /);
  });
});
