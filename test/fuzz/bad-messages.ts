const call = (name: string, input: string): string =>
  `{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"${name}","arguments":${input}}}`;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Messages to the server for agents that nobody means. One that has an ID is answered, and the server goes on. */
export const badMessages: Readonly<Record<string, string>> = {
  'a text that isn’t JSON': 'main.bicep',
  'lists inside lists': deep(50_000),
  'a message without a method': '{"jsonrpc":"2.0"}',
  'an ID that is an object': '{"jsonrpc":"2.0","id":{},"method":"tools/call"}',
  'arguments inside arguments': call('check_network_files', `{"files":${deep(100_000)}}`),
  'arguments of 2 MB': call('check_network_files', `{"files":["${'x'.repeat(2_000_000)}"]}`),
  'a tool that isn’t one': call('__proto__', '{}'),
  'arguments that are a text': call('check_subnet', '"text"'),
  'patterns inside patterns': call(
    'check_network_files',
    `{"files":["${'{a,'.repeat(300)}${'}'.repeat(99)}"]}`,
  ),
  'files of the system': call('compare_networks', '{"before":"/proc/self/environ","after":"/etc/passwd"}'),
  'a line that no file has': call('explain_finding', '{"at":{"file":"main.bicep","line":1e308}}'),
};
