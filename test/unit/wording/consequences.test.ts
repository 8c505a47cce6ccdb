import { expect, test } from 'vitest';
import { isNodeKind, type NodeKind } from '../../../src/core/compute-kinds';
import { messagesIn } from '../../support/messages-in';
import { requirements } from '../../../src/requirements/requirements';
import { requirementConsequence } from '../../../src/wording/requirement-text';

/** Words for other kinds than the current one. Only a cluster has nodes. */
const ofOthers: Readonly<Record<NodeKind, RegExp>> = {
  cluster: /instance/i,
  instance: /cluster|\bnodes?\b|\bnœuds?\b/i,
  serverless: /instance|cluster/i,
};

const kindsOf = (one: (typeof requirements)[number]): readonly NodeKind[] => [
  ...new Set(Object.values(one.profiles).flatMap(({ appliesTo }) => appliesTo.kinds.filter(isNodeKind))),
];

test.each(['en', 'fr'] as const)('a consequence fits its kind of compute (%s)', (language) => {
  const say = messagesIn(language);
  const wrong = requirements.flatMap((one) =>
    kindsOf(one).flatMap((kind) => {
      const text = requirementConsequence(say, one.id, kind);
      return ofOthers[kind].test(text) ? [`${one.id}, ${kind}: ${text}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('a kind without its own text has the general text', () => {
  const say = messagesIn('en');
  const id = 'outbound-aml-443';
  expect(requirementConsequence(say, id, 'instance')).toBe('The instance stays in the Creating state.');
  expect(requirementConsequence(say, id, 'serverless')).toBe(requirementConsequence(say, id));
});
