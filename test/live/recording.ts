import { isBodyObject, type BodyJson } from '../../src/sandbox/body-json';
import { exchangeOf, type RecordedExchange, type Recorder } from '../../src/sandbox/record-traffic';

/** Azure's responses, in a form that a user can attach to an issue. */
export interface Recording {
  readonly record: Recorder;
  /** The exchanges so far as JSON, without anything that names a person, a place, or a secret. */
  text(): string;
}

export function createRecording(): Recording {
  const exchanges: RecordedExchange[] = [];
  const redactor = createRedactor();
  return {
    record: (request, response) => void exchanges.push(redactor(exchangeOf(request, response))),
    text: () => `${JSON.stringify(exchanges, null, 1)}\n`,
  };
}

/** Members whose texts are terms of the API. All other texts are replaced. */
const keptMembers = new Set(
  `access action addressFamily allocationState apiVersion billingCurrency bypass code computeLocation computeType
  createdByType currency defaultAction direction family format isolationMode kind lastModifiedByType location locations
  nextHopType osType peeringState privateEndpointNetworkPolicies privateLinkServiceNetworkPolicies privateIPAddressVersion
  privateIPAllocationMethod protocol provisioningState publicNetworkAccess registrationState
  remoteLoginPortPublicAccess resourceType service serviceName sshPublicAccess state status statusCode tier type unit
  vmPriority vmSize vmTier`.split(/\s+/),
);
/** Objects whose member names users choose. */
const namedMaps = new Set(['tags', 'outboundRules', 'userAssignedIdentities', 'environmentVariables']);
/** Without a dot, which host names contain. */
const word = /^[A-Za-z*][\w*-]{0,39}$/;
const resourceType = /^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)*$/i;
const resourcePath = /^\/(subscriptions|providers)(\/|$)/i;
const apiVersion = /^\d{4}-\d\d-\d\d(-preview)?$/;
const time = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)?$/;
const guid = /[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}/i;
const prefix = /^[\d.:a-f]*[.:][\d.:a-f]*(\/\d{1,3})?$/i;
const ports = /PortRanges?$/;
const plainHeader = /^(application\/json(; charset=utf-8)?|\d{1,4})$/;
/** For a list of all service tags, a few items suffice. */
const mostItems = 20;
/** Resource Manager of the clouds: another one names its operator. */
const knownHosts = /^management\.(azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$/;

/** Replaces the same text with the same word, so that references stay valid. */
function createRedactor(): (exchange: RecordedExchange) => RecordedExchange {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();

  function stand(kind: string, text: string): string {
    const key = `${kind} ${text.toLowerCase()}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(key, `${kind}-${count}`);
    return `${kind}-${count}`;
  }

  /** In a path, the types of resources stay: `/subscriptions/name-1/resourceGroups/name-2/providers/...`. */
  function pathOf(path: string): string {
    let isName = false;
    return path
      .split('/')
      .map((part) => {
        if (part === '') return part;
        const isType =
          !isName && (/^[a-z][A-Za-z]{2,50}$/.test(part) || /^Microsoft\.[A-Za-z.]+$/i.test(part));
        isName = isType && !/^(providers|Microsoft\..+)$/i.test(part);
        return isType ? part : stand('name', decoded(part));
      })
      .join('/');
  }

  function urlOf(text: string): string {
    const { host, pathname, searchParams } = new URL(text);
    const isKnown = knownHosts.test(host);
    const shownHost = isKnown ? host : stand('host', host);
    // The path of another host may be the words of a user.
    if (!isKnown && !resourcePath.test(pathname)) return `https://${shownHost}/`;
    const version = searchParams.get('api-version') ?? '';
    return `https://${shownHost}${pathOf(pathname)}${apiVersion.test(version) ? `?api-version=${version}` : ''}`;
  }

  function textOf(text: string, member: string, isKept: boolean): string {
    if (isWordOfApi(text, member, isKept)) return text;
    if (/^https?:/.test(text) && URL.canParse(text)) return urlOf(text);
    if (resourcePath.test(text)) return pathOf(text);
    if (!prefix.test(text)) return stand('text', text);
    const [address = '', length] = text.split('/');
    return length === undefined ? stand('address', address) : `${stand('address', address)}/${length}`;
  }

  function keyOf(key: string, parent: string): string {
    if (resourcePath.test(key)) return pathOf(key);
    const isOfApi = /^[a-z$@][A-Za-z0-9.@$]{0,60}$/.test(key) && !guid.test(key);
    return isOfApi && !namedMaps.has(parent) ? key : stand('key', key);
  }

  function valueOf(value: BodyJson, member: string, parent: string): BodyJson {
    if (typeof value === 'string') return textOf(value, member, isKeptMember(member, parent));
    if (Array.isArray(value)) {
      const items = value.slice(0, mostItems).map((one) => valueOf(one, member, parent));
      return value.length > mostItems ? [...items, `and ${value.length - mostItems} more`] : items;
    }
    if (!isBodyObject(value)) return value;
    const members = Object.entries(value).map(([key, one]): [string, BodyJson] => [
      keyOf(key, member),
      one === undefined ? null : valueOf(one, key, member),
    ]);
    return Object.fromEntries(members);
  }

  const headersOf = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [
        name,
        plainHeader.test(text) ? text : textOf(text, name, false),
      ]),
    );
  const bodyOf = (body: BodyJson | undefined): BodyJson | undefined => body && valueOf(body, '', '');

  return ({ liveRequest, liveResponse }) => ({
    liveRequest: {
      method: liveRequest.method,
      url: urlOf(liveRequest.url),
      headers: headersOf(liveRequest.headers),
      body: bodyOf(liveRequest.body),
    },
    liveResponse: {
      statusCode: liveResponse.statusCode,
      headers: headersOf(liveResponse.headers),
      body: bodyOf(liveResponse.body),
    },
  });
}

/** True for terms and numbers that Azure defines. */
function isWordOfApi(text: string, member: string, isKept: boolean): boolean {
  if (text === '' || time.test(text)) return true;
  if (ports.test(member) && /^[\d*-]{1,11}$/.test(text)) return true;
  return isKept && !guid.test(text) && (word.test(text) || resourceType.test(text));
}

/** Users choose names and values of tags, whatever the names are. */
function isKeptMember(member: string, parent: string): boolean {
  return !namedMaps.has(parent) && (keptMembers.has(member) || (member === 'name' && parent === 'sku'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
