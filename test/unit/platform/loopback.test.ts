import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/platform/loopback';

test.each([
  'https://localhost:8443/a',
  'https://LOCALHOST',
  'https://sandbox.localhost/x',
  'http://127.0.0.1:4000',
  'https://127.1/',
  'https://0.0.0.0:8443',
  'https://[::1]:8443/#resource',
  'https://[::]/',
])('%s is a loopback address', (url) => {
  expect(isLoopback(url)).toBe(true);
});

test.each([
  'https://portal.azure.com/#resource/subscriptions/127.0.0.1',
  'https://localhost.example.com',
  'https://10.0.0.1',
  'https://[fd00::1]/',
  'no address',
])('%s isn’t a loopback address', (url) => {
  expect(isLoopback(url)).toBe(false);
});
