import { expect, test } from 'vitest';
import { tagsInLists } from '../../../../src/core/network/tags-in-lists';

const none: readonly string[] = [];

// Azure refuses them there: SecurityRuleParameterContainsUnsupportedValue.
test.each<[string, readonly string[], boolean]>([
  ['a service tag', ['10.0.0.0/8', 'AzureMachineLearning'], true],
  ['*', ['*'], true],
  ['Any', ['any'], true],
  ['prefixes', ['10.0.0.0/8', '10.9.0.4'], false],
  ['IPv6, which may start with a letter', ['fd00::/8'], false],
  ['a misspelled prefix, which isn’t a tag', ['10.0.0.x', '10.0.0.0/8*'], false],
])('%s in a list of prefixes', (_, texts, isFound) => {
  expect(tagsInLists({ sources: texts, destinations: none })).toEqual(
    isFound ? { tagsInLists: ['sources'] } : {},
  );
  expect(tagsInLists({ sources: none, destinations: texts })).toEqual(
    isFound ? { tagsInLists: ['destinations'] } : {},
  );
});
