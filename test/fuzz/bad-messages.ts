const call = (name: string, input: string): string =>
  `{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"${name}","arguments":${input}}}`;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Invalid messages to the MCP server. It responds to messages with an ID, and continues to run. */
export const badMessages: Readonly<Record<string, string>> = {
  'text that isn’t JSON': 'main.bicep',
  'deeply nested lists': deep(50_000),
  'a message without a method': '{"jsonrpc":"2.0"}',
  'an ID that is an object': '{"jsonrpc":"2.0","id":{},"method":"tools/call"}',
  'deeply nested arguments': call('check_network_files', `{"files":${deep(100_000)}}`),
  'arguments of 2 MB': call('check_network_files', `{"files":["${'x'.repeat(2_000_000)}"]}`),
  'an unknown tool': call('__proto__', '{}'),
  'arguments that are a string': call('check_subnet', '"text"'),
  'deeply nested patterns': call(
    'check_network_files',
    `{"files":["${'{a,'.repeat(300)}${'}'.repeat(99)}"]}`,
  ),
  'files of the system': call('compare_networks', '{"before":"/proc/self/environ","after":"/etc/passwd"}'),
  'a line beyond the end of every file': call('explain_finding', '{"at":{"file":"main.bicep","line":1e308}}'),
};
