import { beforeEach, expect, test } from 'vitest';
import { createAnnouncer } from '../../../../webview-ui/src/wizard/announcer';
import { clock } from '../clock';

let overrides: string[];
let time: ReturnType<typeof clock>;
let announce: (sentence: string) => void;

beforeEach(() => {
  overrides = [];
  time = clock();
  announce = createAnnouncer((sentence) => overrides.push(sentence), time.later);
});

test('announces the first sentence at once', () => {
  announce('one');
  expect(overrides).toEqual(['one']);
});

test('announces only the last of several within 800 ms, after that time', () => {
  announce('one');
  announce('two');
  announce('three');
  time.pass(799);
  expect(overrides).toEqual(['one']);
  time.pass(1);
  expect(overrides).toEqual(['one', 'three']);
});

test('doesn’t repeat the last announcement', () => {
  announce('one');
  time.pass(1000);
  announce('one');
  expect(overrides).toEqual(['one']);
});

test('drops a pending sentence if the last announced one is current again', () => {
  announce('one');
  announce('two');
  announce('one');
  time.pass(5000);
  expect(overrides).toEqual(['one']);
});

test('never announces two within 800 ms', () => {
  announce('one');
  announce('two');
  time.pass(800);
  announce('three');
  time.pass(799);
  expect(overrides).toEqual(['one', 'two']);
  time.pass(1);
  expect(overrides).toEqual(['one', 'two', 'three']);
});

test('doesn’t announce an empty text', () => {
  announce('');
  expect(overrides).toEqual([]);
});
