import { describe, expect, test } from 'vitest';
import { errorCauses, errorSubject, type ErrorCause } from '../../../src/wording/error-causes';
import { pastedErrors } from './pasted-errors';

const nameOf = ({ id, checks: [check = ''] }: ErrorCause): string => (id === 'flow' ? check : id);

const named = pastedErrors.map((one) => ({ ...one, name: one.source.replace(/^.*(?:com\/)/, '') }));

describe('a pasted message', () => {
  test.each(named)('$name: what failed', ({ message, subject }) => {
    expect(errorSubject(message)).toBe(subject);
  });

  test.each(named)('$name: the true cause is the only one that is certain', ({ message, told }) => {
    expect(
      errorCauses(message)
        .filter(({ isTold }) => isTold)
        .map(nameOf),
    ).toEqual(told);
  });

  test.each(named)('$name: what stays open', ({ message, open = [] }) => {
    const possible = errorCauses(message).filter(({ isTold }) => !isTold);
    expect(possible.map(nameOf)).toEqual(open);
  });

  test.each(named)('$name: lines that were joined change nothing', ({ message }) => {
    expect(errorCauses(message.replaceAll('\n', ' '))).toEqual(errorCauses(message));
    expect(errorCauses(JSON.stringify({ error: { message } }))).toEqual(errorCauses(message));
  });
});
