import { evaluationError } from '../../evaluate/errors';
import { arrayValue, nullValue, objectValue, textValue } from '../../evaluate/make-value';
import type { Value } from '../../evaluate/value';
import { listOf } from '../collections';
import type { HclScope } from '../hcl-scope';
import { compileRegex, matchesOf, type CompiledRegex, type RegexMatch } from './match-regex';
import { ofArguments, textGiven, type TerraformFunctions } from './terraform-function';

/** Returns a limited number of matches of an expression in a text. Each character that is examined costs steps. */
function matchesIn(
  regex: CompiledRegex,
  { text, most }: { readonly text: string; readonly most: number },
  { names }: HclScope,
): readonly RegexMatch[] {
  const cost = 5 + regex.program.length;
  return matchesOf(regex, { text, most, step: () => names.run.budget.spend(cost) });
}

function captured({ text, groups }: RegexMatch, { names }: CompiledRegex): Value {
  if (names.length === 0) return textValue(text);
  const values = groups.map((group) => (group === null ? nullValue() : textValue(group)));
  const named = names.flatMap((name, index) =>
    name === null ? [] : [[name, values[index] ?? nullValue()] as const],
  );
  if (named.length === 0) return arrayValue(values);
  if (named.length < names.length) throw evaluationError('terraform.regex');
  return objectValue(new Map(named));
}

function first(given: readonly Value[], scope: HclScope): Value {
  const text = textGiven(given, 1);
  const regex = compileRegex(textGiven(given, 0));
  const [found] = matchesIn(regex, { text, most: 1 }, scope);
  if (found === undefined) throw evaluationError('terraform.noMatch');
  return captured(found, regex);
}

function all(given: readonly Value[], scope: HclScope): Value {
  const text = textGiven(given, 1);
  const regex = compileRegex(textGiven(given, 0));
  return listOf(matchesIn(regex, { text, most: Infinity }, scope).map((found) => captured(found, regex)));
}

/** Evaluates `replace`. A text between slashes is a regular expression. */
function replaced(given: readonly Value[], scope: HclScope): Value {
  const [text, old, put] = [textGiven(given, 0), textGiven(given, 1), textGiven(given, 2)];
  const isRegex = old.length > 1 && old.startsWith('/') && old.endsWith('/');
  if (!isRegex) return textValue(text.split(old).join(put));
  const regex = compileRegex(old.slice(1, -1));
  let written = '';
  let last = 0;
  for (const found of matchesIn(regex, { text, most: Infinity }, scope)) {
    written += text.slice(last, found.start) + expanded(put, found, regex);
    last = found.start + found.text.length;
  }
  return textValue(written + text.slice(last));
}

const reference = /\$(?:\$|(\w+)|\{(\w+)\})/g;

/** Expands a replacement: `$1`, `${1}`, and `${name}` are groups, and `$$` is a literal `$`. */
function expanded(put: string, { text, groups }: RegexMatch, { names }: CompiledRegex): string {
  return put.replace(reference, (written: string, plain?: string, braced?: string) => {
    const name = plain ?? braced;
    if (name === undefined) return written.slice(1);
    if (name === '0') return text;
    const index = /^\d+$/.test(name) ? Number(name) - 1 : names.indexOf(name);
    return groups[index] ?? '';
  });
}

/** Functions of regular expressions. */
export const terraformRegexes: TerraformFunctions = {
  regex: ofArguments([2], first),
  regexall: ofArguments([2], all),
  replace: ofArguments([3], replaced),
};
