import { describe, expect, test } from 'vitest';
import { someCases } from '../../support/case-count';
import { slowText } from '../../support/pumped-texts';

const slow: readonly RegExp[] = [
  /\/\/\s*aml-secure-compute:\s*ignore-next-line\s+(.+?)\s*$/,
  /^\/[/*]\s*aml-secure-compute\s*:\s*(.*?)\s*(?:\*\/)?$/s,
  /"(?:[^"\\\n]|\\.)*"|[{}[\]]/g,
  /^(?<before>[^0#.,]*)(?<whole>[0#,]*)(?:\.(?<part>[0#]*))?(?<after>[^0#.,]*)$/,
  /\B(?=(\d{3})+$)/g,
  /.*\/providers\/(.*)$/,
  /‹[^›]*›|[^A-Za-z0-9._-]/g,
  /\/+$/,
  /\s+or\s+/i,
  /[^‹›()' ]*\.json/gi,
];

const linear: readonly RegExp[] = [
  /\s+/g,
  /[\w.]+|[()]|[^\w.()]+/g,
  /^\/[/*]\s*aml-secure-compute\s*:/,
  /'[^']*'|"[^"]*"/g,
  /\s*\]/y,
];

describe('text that slows a regular expression down', () => {
  test.each(someCases(slow, 3))('is found for %s', (expression) => {
    expect(slowText(expression, 16_000)).toBeDefined();
  });

  test.each(someCases(linear, 2))('isn’t found for %s', (expression) => {
    expect(slowText(expression, 16_000)).toBeUndefined();
  });
});
