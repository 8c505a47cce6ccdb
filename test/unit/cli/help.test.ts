import { expect, test } from 'vitest';
import { fixOptions } from '../../../src/cli/fix/fix-options';
import { checkHelp, commandNames, helpText, resolveHelp, type OptionHelp } from '../../../src/cli/help';
import { parseCheckOptions } from '../../../src/cli/options';
import { resolveOptions } from '../../../src/cli/resolve/resolve-options';
import { speaker } from '../../support/speaker';

const say = speaker('en');

/** The option as a command line has it: with its first word, or any value. */
function written([option]: OptionHelp): readonly string[] {
  const [name = '', value] = option.split(' ');
  if (value === undefined) return [name];
  if (value.includes('=')) return [name, 'storage=x'];
  return [name, value === value.toLowerCase() ? (value.split('|')[0] ?? '') : 'x'];
}

const ofFix = ['--allow', '--close-the-rest'];
const isOfFix = ([option]: OptionHelp): boolean => ofFix.includes(option.split(' ')[0] ?? '');

test.each(checkHelp(say).filter((one) => !isOfFix(one)))('check has the option %s of the help', (...help) => {
  expect(() => parseCheckOptions(['main.bicep', ...written(help)])).not.toThrow();
});

test.each(checkHelp(say).filter(isOfFix))('fix has the option %s of the help', (...help) => {
  expect(() => fixOptions(['main.bicep', ...written(help)])).not.toThrow();
  expect(() => parseCheckOptions(['main.bicep', ...written(help)])).toThrow();
});

test.each(resolveHelp(say))('resolve has the option %s of the help', (...help) => {
  expect(() => resolveOptions(['main.bicep', ...written(help)])).not.toThrow();
});

test('only check names SARIF in its help', () => {
  const formats = commandNames.map((name) => [name, /--format ([a-z|]+)/.exec(helpText(say, name))?.[1]]);
  expect(Object.fromEntries(formats)).toEqual({
    check: 'text|json|sarif',
    explain: 'text|json',
    'check-access': 'text|json',
    compare: 'text|json',
  });
});
