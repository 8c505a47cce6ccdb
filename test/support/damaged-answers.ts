import { AzureFailure } from '../../src/azure/failure';
import { isJsonObject, parseJson, type Json, type JsonObject } from '../../src/azure/json';
import { toHosts, toResults } from '../../src/azure/learning/read-diagnosis';
import { toDrops } from '../../src/azure/network/read-flow-logs';
import { toLastChange } from '../../src/azure/read-last-change';
import { readServiceTagFile } from '../../src/azure/network/service-tag-file';
import { replicaRegions, toRegistry } from '../../src/azure/services/to-data-service';
import { known } from '../../src/core/known';
import { toEffectiveRules, toRoutesInEffect } from '../../src/azure/network/to-effective-rules';
import { displayText } from '../../src/core/text/display-text';
import { messagesIn } from './messages-in';
import { explainError, supportLines } from '../../src/wording/explained-error';
import { loggedChangeText } from '../../src/wording/logged-change-text';
import { formatMissingRule } from '../../src/wording/missing-rule-text';
import { markup } from './active-markdown';
import { hostileParts } from './hostile-names';
import { pathsOf } from './paths-of';
import { seeded } from './random';

type Random = ReturnType<typeof seeded>;

interface Reader {
  readonly answer: Json;
  /** Reads the response. Refuses an invalid one, and throws nothing else. */
  read(answer: Json): unknown;
}

const ofObject =
  (read: (body: JsonObject) => unknown) =>
  (answer: Json): unknown =>
    isJsonObject(answer) ? read(answer) : undefined;

const itemsOf = (part: Json | undefined): readonly Json[] => (Array.isArray(part) ? part : []);

const rule = {
  name: 'securityRules/a',
  protocol: 'Tcp',
  priority: 100,
  access: 'Deny',
  direction: 'Inbound',
  sourceAddressPrefixes: ['10.0.0.0/8', '*'],
  expandedDestinationAddressPrefix: ['20.0.0.0/8'],
  sourcePortRanges: ['0-65535'],
  destinationPortRange: '443',
};

const loggedGroup = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/g';

const say = messagesIn('en');

const readers: Readonly<Record<string, Reader>> = {
  diagnosis: {
    answer: {
      value: {
        networkSecurityRuleResults: [{ code: 'a', level: 'Error', message: 'b' }],
        otherResults: [{ code: 'a', level: 'Information', message: 'b' }],
      },
    },
    read: ofObject(toResults),
  },
  hosts: {
    answer: {
      value: [
        {
          properties: {
            category: 'a',
            endpoints: [{ domainName: 'a.b.c', endpointDetails: [{ port: 443 }] }],
          },
        },
      ],
    },
    read: ofObject(toHosts),
  },
  rules: {
    answer: {
      value: [
        {
          networkSecurityGroup: { id: '/a' },
          association: { subnet: { id: '/b' } },
          effectiveSecurityRules: [rule, rule],
        },
      ],
    },
    read: ofObject(toEffectiveRules),
  },
  routes: {
    answer: {
      value: [
        {
          state: 'Active',
          addressPrefix: ['0.0.0.0/0'],
          nextHopType: 'None',
          nextHopIpAddress: ['10.0.0.4'],
        },
      ],
    },
    read: ofObject(toRoutesInEffect),
  },
  drops: {
    answer: {
      tables: [
        {
          columns: [
            'FlowDirection',
            'L4Protocol',
            'DestPort',
            'AclGroup',
            'AclRule',
            'Flows',
            'Last',
            'Far',
          ].map((name) => ({ name })),
          rows: [['Outbound', 'T', 443, '/g', 'r', 7, '2026-11-29T10:00:00Z', '20.1.1.1']],
        },
      ],
    },
    read: ofObject(toDrops),
  },
  'the activity log': {
    answer: {
      value: [
        {
          caller: 'anna@contoso.com',
          eventTimestamp: '2026-11-29T10:00:00Z',
          operationName: { value: 'Microsoft.Network/networkSecurityGroups/write' },
          resourceId: loggedGroup,
          status: { value: 'Succeeded' },
        },
      ],
    },
    read: ofObject((body) => {
      const change = toLastChange(itemsOf(body['value']).filter(isJsonObject), {
        id: loggedGroup,
        scope: 'own',
      });
      const at = '2026-11-29T10:06:00Z';
      const text = change && loggedChangeText(say, change, { sentAt: at, readAt: at });
      requireShownTexts(text === null ? [] : [text]);
    }),
  },
  'registry and its replicas': {
    answer: {
      id: '/a',
      name: 'cra',
      location: 'westeurope',
      sku: { name: 'Premium' },
      properties: { loginServer: 'cra.azurecr.io', dataEndpointEnabled: true },
      replicas: [{ location: 'France Central', properties: { regionEndpointEnabled: true } }],
    },
    read: ofObject((body) =>
      toRegistry(body, known(null), known(replicaRegions(itemsOf(body['replicas']).filter(isJsonObject)))),
    ),
  },
  'service tags': {
    answer: {
      changeNumber: 7,
      cloud: 'Public',
      values: [
        { name: 'Storage', id: 'Storage', properties: { addressPrefixes: ['20.0.0.0/8', 'fd00::/8'] } },
      ],
    },
    read: (answer) => {
      const found = readServiceTagFile({ name: 'a.json', text: JSON.stringify(answer) }, 'public');
      return found.is === 'tags' ? found.tags.names.map((name) => found.tags.lookup(name)?.length) : found;
    },
  },
  'an error message': {
    answer: [
      'AllocationTimedout: network security group (/x/nsg) that is missing the following rules',
      '{ "name": "a" "properties": { "protocol": "TCP", "destinationPortRange": "445",',
      '"destinationAddressPrefix": "Storage OR Internet", "priority": "Higher than 4096", "direction": "Outbound" } }',
    ],
    read: (answer) => requireShown(JSON.stringify(answer).replaceAll('\\"', '"')),
  },
};

function requireShown(message: string): void {
  const { missing, causes } = explainError(say, message, null);
  const rules = (missing?.rules ?? []).map((one) => formatMissingRule(say, one));
  requireShownTexts([causes, rules, supportLines(say, message)]);
}

function requireShownTexts(shown: readonly unknown[]): void {
  const raw = pathsOf(shown).find(({ text }) => displayText(text) !== text);
  if (raw) throw new Error(`${raw.path} shows ${JSON.stringify(raw.text)} raw`);
}

const texts = [...Object.values(hostileParts), ...Object.values(markup), '', '0', '-1', '1e400', '__proto__'];

function anything(random: Random, depth: number): Json {
  const few = depth > 3 ? 6 : 9;
  switch (random.below(few)) {
    case 0:
      return null;
    case 1:
      return random.pick([0, -1, 1e308, 0.5, 65_536, 2 ** 53]);
    case 2:
      return random.pick([true, false]);
    case 6:
      return Array.from({ length: random.below(4) }, () => anything(random, depth + 1));
    case 7:
      return {
        [random.pick(['value', 'name', 'toString', '__proto__', 'length'])]: anything(random, depth + 1),
      };
    case 8:
      return { toString: 1, valueOf: null };
    default:
      return random.pick(texts);
  }
}

/** Returns the response with about one in `oneIn` of its values replaced by another value. */
function damaged(value: Json, random: Random, oneIn: number): Json {
  if (random.below(oneIn) === 0) return anything(random, 0);
  if (typeof value === 'string' && random.below(oneIn) === 0) return `${value}${random.pick(texts)}`;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => damaged(one, random, oneIn));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, damaged(one, random, oneIn)]));
}

/** Returns what is wrong with the reading of the damaged response with this number; undefined if nothing is. */
export function wrongWithAnswer(number: number): string | undefined {
  const random = seeded(number);
  const name = random.pick(Object.keys(readers));
  const { answer, read } = readers[name] as Reader;
  // As it would arrive: values that JSON doesn't support are gone.
  const sent = parseJson(JSON.stringify(damaged(answer, random, 3 + random.below(20)))) ?? null;
  try {
    read(sent);
    return undefined;
  } catch (error) {
    if (error instanceof AzureFailure && error.code === 'badResponse') return undefined;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${name} ${JSON.stringify(sent)}: ${why}`;
  }
}

/** True if undamaged responses can be read. Otherwise the test would check nothing. */
export function areReadWhole(): boolean {
  for (const { answer, read } of Object.values(readers)) read(answer);
  return true;
}
