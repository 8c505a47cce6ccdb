import { beforeEach, expect, test } from 'vitest';
import { createAnnouncer } from '../../../../webview-ui/src/wizard/announcer';
import { clock } from '../clock';

let said: string[];
let time: ReturnType<typeof clock>;
let announce: (sentence: string) => void;

beforeEach(() => {
  said = [];
  time = clock();
  announce = createAnnouncer((sentence) => said.push(sentence), time.later);
});

test('the first sentence is said at once', () => {
  announce('one');
  expect(said).toEqual(['one']);
});

test('of those that come within 800 ms, only the last is said, when the time has passed', () => {
  announce('one');
  announce('two');
  announce('three');
  time.pass(799);
  expect(said).toEqual(['one']);
  time.pass(1);
  expect(said).toEqual(['one', 'three']);
});

test('the sentence that was said last is not said again', () => {
  announce('one');
  time.pass(1000);
  announce('one');
  expect(said).toEqual(['one']);
});

test('back to what was said: the one between is taken back', () => {
  announce('one');
  announce('two');
  announce('one');
  time.pass(5000);
  expect(said).toEqual(['one']);
});

test('never two within 800 ms', () => {
  announce('one');
  announce('two');
  time.pass(800);
  announce('three');
  time.pass(799);
  expect(said).toEqual(['one', 'two']);
  time.pass(1);
  expect(said).toEqual(['one', 'two', 'three']);
});

test('nothing is not announced', () => {
  announce('');
  expect(said).toEqual([]);
});
