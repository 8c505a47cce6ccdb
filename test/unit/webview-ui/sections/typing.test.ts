import { beforeEach, expect, test } from 'vitest';
import { createTyping, type Typing } from '../../../../webview-ui/src/sections/typing';
import { clock } from '../clock';

let time: ReturnType<typeof clock>;
let typing: Typing;
let sent: string[];

beforeEach(() => {
  time = clock();
  sent = [];
  typing = createTyping(() => undefined, time.later);
});

const type = (text: string) => {
  typing.type('name', text, () => sent.push(text));
};

test('is sent after 300 ms without typing', () => {
  type('c');
  time.pass(299);
  type('cp');
  time.pass(299);
  expect(sent).toEqual([]);
  time.pass(1);
  expect(sent).toEqual(['cp']);
});

test('the typed text is shown, whatever the host sends meanwhile', () => {
  type('cpu');
  typing.settle();
  expect(typing.shown('name', 'other')).toBe('cpu');
  expect(typing.shown('max', '4')).toBe('4');
});

test('leaving the field sends at once, and shows the typed text until the host responds', () => {
  type('cpu');
  typing.flush();
  expect(sent).toEqual(['cpu']);
  expect(typing.shown('name', 'old')).toBe('cpu');
  typing.settle();
  expect(typing.shown('name', 'cpu')).toBe('cpu');
  expect(typing.shown('name', 'cpu-2')).toBe('cpu-2');
  time.pass(1000);
  expect(sent).toEqual(['cpu']);
});

test('leaving a field whose text was sent shows the host’s value', () => {
  type('cpu');
  time.pass(300);
  typing.flush();
  expect(typing.shown('name', 'cpu-2')).toBe('cpu-2');
});
