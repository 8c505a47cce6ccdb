import type { BadInput } from './bad-input';

/** Files, and the command line that uses them. */
interface BadOption {
  readonly files: BadInput;
  readonly args: readonly string[];
}

const network: BadInput = [
  [
    'main.bicep',
    "resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'v'\n  location: 'westeurope'\n  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets: [ { name: 's', properties: { addressPrefix: '10.0.0.0/24' } } ] }\n}\n",
  ],
];

const check = ['check', 'main.bicep', '--subnet', 'v/s', '--compute', 'cluster'];

const longest = 1_000_000;
const missing = 'The network security group (/x/nsg) that is missing the following rules';
/** Parts that make an error message slow to parse if they repeat. */
const repeated: Readonly<Record<string, string>> = {
  'rules without an end': '{ "name": "x", "direction": "Outbound"',
  'NSGs without an end': 'network security group (',
  'IDs without an end': 'request id: ',
  'quotes in quotes': '\\"',
  'members in members': '{"error":',
  'hosts without an end': 'Failed to connect to a.',
  'line ends': '\r\n',
  blanks: ' ',
  'letters and dots': 'a.',
};

/** Texts that aren't a list for an option. */
const noLists: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  zeros: new Uint8Array(1_000_000),
  'half of JSON': '{"values":[{"name":"AzureMachineLearning"',
  'lists inside lists': `{"values":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  'objects inside objects': `${'{"value":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
  'a list of nothing': `{"values":[${'null,'.repeat(500_000)}null],"value":[null]}`,
  'one text of 5 MB': JSON.stringify({ values: 'x'.repeat(5_000_000) }),
  'prefixes that are none': JSON.stringify({
    values: [{ name: 'AzureMachineLearning', properties: { addressPrefixes: Array(200_000).fill('x') } }],
  }),
  'one prefix over and over': JSON.stringify({
    values: [
      { name: 'AzureMachineLearning', properties: { addressPrefixes: Array(200_000).fill('20.0.0.0/8') } },
    ],
  }),
  'tags over and over': JSON.stringify({
    values: Array.from({ length: 50_000 }, (_, at) => ({
      name: `t${String(at)}`,
      properties: { addressPrefixes: ['20.0.0.0/8'] },
    })),
  }),
};

const ofErrors = Object.entries(repeated).map(([name, part]): readonly [string, BadOption] => [
  `explain --error with ${name}`,
  {
    files: [['error.log', `${missing} ${part.repeat(longest / part.length)}`.slice(0, longest)]],
    args: ['explain', '--error', 'error.log'],
  },
]);

const ofLists = ['--service-tags', '--effective-routes', '--admin-rules'].flatMap((option) =>
  Object.entries(noLists).map(([name, content]): readonly [string, BadOption] => [
    `check ${option} with ${name}`,
    { files: [...network, ['list.json', content]], args: [...check, option, 'list.json'] },
  ]),
);

const ofPlans = [
  ['create', '--what-if', '--from-plan', 'a.amlplan.json'],
  ['write', 'a.amlplan.json', '--to', 'bicep'],
].flatMap((args) =>
  Object.entries(noLists).map(([name, content]): readonly [string, BadOption] => [
    `${String(args[0])} with a plan file of ${name}`,
    { files: [['a.amlplan.json', content]], args },
  ]),
);

/**
 * Inputs of options other than templates. Each has a result in time, with little memory, and with a message that
 * describes it.
 */
export const badOptions: Readonly<Record<string, BadOption>> = {
  ...Object.fromEntries([...ofErrors, ...ofLists, ...ofPlans]),
  'explain --error with zeros': {
    files: [['error.log', new Uint8Array(longest)]],
    args: ['explain', '--error', 'error.log'],
  },
  'explain --error with bytes that are no text': {
    files: [['error.log', Uint8Array.from({ length: longest }, (_, at) => (at * 7919) & 0xff)]],
    args: ['explain', '--error', 'error.log'],
  },
  'explain --error with 20 MB': {
    files: [['error.log', 'SubnetIsFull '.repeat(1_600_000)]],
    args: ['explain', '--error', 'error.log'],
  },
};
