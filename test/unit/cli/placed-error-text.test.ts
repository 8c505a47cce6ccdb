import { expect, test } from 'vitest';
import { placedErrorText, placedFaults } from '../../../src/cli/placed-error-text';
import { messagesIn } from '../../support/messages-in';

test('each file is scanned once for line numbers, however many errors it has', () => {
  const asked: string[] = [];
  const at = (file: string, start: number) => ({
    key: 'bicep.tooLong',
    values: { limit: 1 },
    place: { file, start, end: start },
  });
  const faults = [at('a.bicep', 0), at('b.bicep', 3), at('a.bicep', 4), at('a.bicep', 2)];
  const texts = placedFaults(messagesIn('en'), faults, (file) => {
    asked.push(file);
    return 'ab\ncd\n';
  });
  expect(asked).toEqual(['a.bicep', 'b.bicep']);
  const places = texts.map((one) => placedErrorText(one).split(': ')[0]);
  expect(places).toEqual(['a.bicep:1:1', 'b.bicep:2:1', 'a.bicep:2:2', 'a.bicep:1:3']);
});
