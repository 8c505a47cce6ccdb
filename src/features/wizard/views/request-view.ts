import type { Codicon } from '../../../contract/wizard/codicons';
import type {
  RequestCell,
  RequestLayerCard,
  RequestPage,
  RequestRow,
} from '../../../contract/wizard/request';
import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';
import { confirmationOf, type Confirmation } from '../../../core/confirmation';
import {
  ownerRequests,
  requestedCount,
  requestLayers,
  type NetworkRequest,
  type RequestFlow,
  type RequestLayer,
} from '../../../core/network-request';
import type { Say } from '../../../messages/say';
import type { SourcePage } from '../../../requirements/sources';
import { formatDate } from '../../../wording/dates';
import { formatReason } from '../../../wording/reason-text';
import { portsText, settingState } from '../../../wording/request-markdown';
import {
  formatConfirmation,
  layerName,
  ownerName,
  ownerTask,
  layerStateWord,
} from '../../../wording/request-words';
import {
  requirementConsequence,
  requirementName,
  requirementSources,
} from '../../../wording/requirement-text';
import { confirmedOf, requestOf, requestText, showsAllowed, shownRequest } from '../network-request';
import { publicIp } from '../selection';
import type { WizardState } from '../state';
import { formatRegion } from '../../../wording/region-text';

/** Returns the network request in place of the plan; null while none is open. */
export function requestView(say: Say, state: WizardState, now: Date): RequestPage | null {
  if (state.request === null) return null;
  const fullRequest = requestOf(state);
  return fullRequest ? filledPage({ say, state, now, fullRequest }) : emptyPage(say);
}

/** Returns the page without a subnet, for which nothing can be requested. */
function emptyPage(say: Say): RequestPage {
  return {
    heading: say('request.page.title'),
    about: '',
    hint: say('request.page.noSubnet'),
    layers: [],
    count: '',
    countAbout: '',
    columns: [],
    rows: [],
    settings: [],
    show: { chosen: 'action', options: [] },
    sources: [],
    markdown: '',
    footer: '',
    canCopy: false,
    canConfirm: false,
    confirmed: [],
    copied: '',
  };
}

interface Opened {
  readonly say: Say;
  readonly state: WizardState;
  readonly now: Date;
  readonly fullRequest: NetworkRequest;
}

function filledPage(opened: Opened): RequestPage {
  const { say, state, now, fullRequest } = opened;
  const shown = shownRequest(state, fullRequest);
  const inForce = confirmedOf(state, now);
  const isAll = showsAllowed(state);
  const flows = shown.flows
    .filter((one) => isAll || Object.keys(one.owners).length > 0)
    .toSorted((a, b) => iconOrder.indexOf(iconOf(a)) - iconOrder.indexOf(iconOf(b)));
  const settings = settingsIn(shown);
  const unknown = unknownIn(fullRequest.flows, settingsIn(fullRequest));
  // A test of flows that pass isn't a confirmation.
  const confirmed = inForce.filter(
    ({ how, requirements }) => how !== 'test' || requirements.some((id) => unknown.includes(id)),
  );
  const columns = columnsOf(flows);
  const sources = sourcesOf(flows);
  const markdown = requestText(say, state, { request: shown, withAllowed: isAll });
  const n = requestedCount(shown);
  return {
    heading: say('request.title', { subnet: fullRequest.subnet }),
    about: aboutText(say, state, fullRequest),
    hint: n === 0 ? say('request.nothing', { subnet: fullRequest.subnet }) : null,
    layers: cardsOf(say, { ...shown, flows }),
    count: say('request.page.flows', { n: flows.length }),
    countAbout: say('request.page.from', { addresses: [...fullRequest.addressPrefixes] }),
    columns: columns.map((id) => ({ id, title: layerName(say, id) })),
    rows: flows.map((flow) => rowOf(say, flow, { columns, sources, confirmed })),
    settings: settings.map(({ requirement, severity, state: how, result }) => ({
      id: requirement,
      icon: how === 'blocked' ? severity : 'unknown',
      title: requirementName(say, requirement),
      text: say('request.page.setting', {
        state: settingState(say, result),
        advice: formatReason(say, result.advice),
      }),
    })),
    show: showOptions(say, state, fullRequest),
    sources: sources.map(({ title, url, date }, index) => ({
      number: index + 1,
      title,
      date: date === null ? '' : formatDate(say, date),
      link: `source:${url}`,
    })),
    markdown,
    footer: say(isAll ? 'request.page.footerAll' : 'request.page.footer'),
    canCopy: n > 0 || isAll,
    canConfirm: unknownIn(flows, settings).some((id) => confirmationOf(confirmed, id) === undefined),
    confirmed: confirmed.map((one) => ({ id: one.id, text: formatConfirmation(say, one) })),
    copied: say('request.page.copied', { n: flows.length + settings.length }),
  };
}

/** Returns confirmations of the chosen subnet as text, by requirement, and which of them a test from a node made. */
export function confirmedTexts(
  say: Say,
  state: WizardState,
): Readonly<Record<'confirmed' | 'tested', ReadonlyMap<string, string>>> {
  const all = confirmedOf(state, new Date());
  const texts = (confirmations: typeof all): ReadonlyMap<string, string> =>
    new Map(
      confirmations.flatMap((one) =>
        one.requirements.map((id) => [id, formatConfirmation(say, one)] as const),
      ),
    );
  return { confirmed: texts(all), tested: texts(all.filter(({ how }) => how === 'test')) };
}

/** Returns the settings that owners are asked for. */
function settingsIn(request: NetworkRequest): NetworkRequest['settings'] {
  return ownerRequests(request).flatMap((one) => one.settings);
}

/** Returns the requirements that are unknown. */
function unknownIn(flows: NetworkRequest['flows'], settings: NetworkRequest['settings']): readonly string[] {
  return [
    ...flows.filter(({ layers }) => Object.values(layers).some(({ is }) => is === 'unknown')),
    ...settings.filter((one) => one.state === 'unknown'),
  ].map(({ requirement }) => requirement);
}

function aboutText(
  say: Say,
  state: WizardState,
  { network, addressPrefixes, region }: NetworkRequest,
): string {
  const { kind, name } = state.choices;
  const values = {
    kind: say(`kind.${kind}`),
    name: name ?? '',
    addresses: [...addressPrefixes],
    network,
    region: formatRegion(region),
  };
  const what = say(name === null ? 'request.page.aboutUnnamed' : 'request.page.about', values);
  return `${what} ${say(publicIp(state) ? 'request.page.publicIp' : 'request.page.noPublicIp')}`;
}

/** Returns the layers on the path of a flow, in their order. */
function columnsOf(flows: readonly RequestFlow[]): readonly RequestLayer[] {
  return requestLayers.filter((layer) => flows.some(({ layers }) => layers[layer] !== undefined));
}

/** Returns the pages that document the flows, each once. */
function sourcesOf(flows: readonly RequestFlow[]): readonly SourcePage[] {
  return [...new Set(flows.flatMap(({ requirement }) => requirementSources(requirement).slice(0, 2)))];
}

interface Columns {
  readonly columns: readonly RequestLayer[];
  readonly sources: readonly SourcePage[];
  readonly confirmed: readonly Confirmation[];
}

function rowOf(say: Say, flow: RequestFlow, { columns, sources, confirmed }: Columns): RequestRow {
  const { requirement, result } = flow;
  const icon = iconOf(flow);
  return {
    id: requirement,
    icon,
    severity: say(
      `request.severity.${icon === 'unknown' ? 'unknown' : icon === 'pass' ? 'allowed' : flow.severity}`,
    ),
    flow: flowText(say, flow),
    tags: flow.remotes.join(', '),
    hosts: flow.hosts.join(', '),
    cells: columns.map((layer) => cellOf(say, { layer, flow }, confirmationOf(confirmed, requirement))),
    why: requirementConsequence(say, requirement, result.kind),
    sources: requirementSources(requirement)
      .slice(0, 2)
      .map((one) => sources.indexOf(one) + 1)
      .toSorted((a, b) => a - b),
  };
}

/** Icons of flows, in the order of the table: what is blocked comes first. */
const iconOrder = ['error', 'warning', 'info', 'unknown', 'pass'] as const satisfies OutcomeIcon[];
type FlowIcon = (typeof iconOrder)[number];

/** Returns the icon: by severity for a blocked flow, a question mark for an unknown one, otherwise passed. */
function iconOf({ layers, severity }: RequestFlow): FlowIcon {
  const all = Object.values(layers);
  if (all.some(({ is }) => is === 'blocked')) return severity;
  return all.some(({ is }) => is === 'unknown') ? 'unknown' : 'pass';
}

function flowText(say: Say, flow: RequestFlow): string {
  const values = {
    protocol: flow.protocol === 'Any' ? say('request.anyProtocol') : flow.protocol,
    ports: portsText(say, flow),
  };
  return say(
    flow.direction === 'Outbound' ? 'request.page.outboundFlow' : 'request.page.inboundFlow',
    values,
  );
}

interface FlowInLayer {
  readonly layer: RequestLayer;
  readonly flow: RequestFlow;
}

const states = {
  blocked: 'blocked',
  unknown: 'unknown',
  allowed: 'allowed',
  'passes-on': 'hop',
  none: 'none',
} as const;

/** Returns the cell of a layer. A confirmed one never shows as allowed. */
function cellOf(say: Say, { layer, flow }: FlowInLayer, confirmation: Confirmation | undefined): RequestCell {
  const layerState = flow.layers[layer];
  if (layerState?.is === 'unknown' && confirmation) {
    return { state: 'confirmed', text: say('request.cell.confirmed') };
  }
  return { state: states[layerState?.is ?? 'none'], text: layerStateWord(say, layer, layerState) };
}

const icons: Readonly<Record<RequestLayer, Codicon>> = {
  'admin-rules': 'law',
  nsg: 'shield',
  'route-table': 'milestone',
  'outbound-access': 'globe',
  peering: 'link',
  firewall: 'flame',
  'private-dns': 'server-environment',
  role: 'key',
  subnet: 'type-hierarchy-sub',
  resource: 'package',
};

/** Returns each layer that is on the path or that requires an action. */
function cardsOf(say: Say, request: NetworkRequest): RequestPage['layers'] {
  const owners = ownerRequests(request);
  const layers = new Set([...columnsOf(request.flows), ...owners.map(({ owner }) => owner.layer)]);
  return requestLayers
    .filter((layer) => layers.has(layer))
    .map((layer): RequestLayerCard => {
      const its = owners.filter(({ owner }) => owner.layer === layer);
      const [first] = its;
      const counts = countLayer(request, layer, its);
      const { state } = counts;
      return {
        id: layer,
        icon: icons[layer],
        title: cardTitle(say, request, layer),
        state,
        word: wordOf(say, counts),
        rest: restText(say, counts),
        task: (first && ownerTask(say, first)) ?? routesText(say, request, layer),
      };
    });
}

/** Returns the name of the layer's component, whether it has to change or not; of several, that of the layer. */
function cardTitle(say: Say, request: NetworkRequest, layer: RequestLayer): string {
  const requested = ownerRequests(request).map(({ owner }) => owner);
  const onPath = request.flows.flatMap(({ path }) => path[layer] ?? []);
  const own = requested.filter((owner) => owner.layer === layer);
  const names = new Set((own.length > 0 ? own : onPath).map((owner) => ownerName(say, owner)));
  const [name = ''] = names;
  return names.size === 1 ? name : layerName(say, layer);
}

type CardState = 'blocked' | 'unknown' | 'allowed';

interface LayerCounts {
  readonly state: CardState;
  /** Counts of flows, as in the table. */
  readonly flows: Readonly<Record<CardState, number>>;
  readonly settings: number;
}

function countLayer(
  { flows }: NetworkRequest,
  layer: RequestLayer,
  its: ReturnType<typeof ownerRequests>,
): LayerCounts {
  const inLayer = flows.map(({ layers }) => layers[layer]?.is);
  const settings = its.flatMap((one) => one.settings);
  const count = (is: string): number => inLayer.filter((one) => one === is).length;
  const isIn = (is: 'blocked' | 'unknown'): boolean =>
    count(is) > 0 || settings.some((one) => one.state === is);
  return {
    state: isIn('blocked') ? 'blocked' : isIn('unknown') ? 'unknown' : 'allowed',
    flows: { blocked: count('blocked'), unknown: count('unknown'), allowed: count('allowed') },
    settings: settings.length,
  };
}

/** Returns the word of a layer. Settings are counted if there are no flows. */
function wordOf(say: Say, { state, flows, settings }: LayerCounts): string {
  if (state === 'allowed') return say('request.page.noChange');
  if (flows[state] > 0) return say(`request.page.${state}`, { n: flows[state] });
  return say(state === 'blocked' ? 'request.page.failed' : 'request.page.unknown', { n: settings });
}

function restText(say: Say, { state, flows, settings }: LayerCounts): string {
  if (state === 'allowed') return '';
  const parts = [
    ...(state === 'blocked' && flows.unknown > 0 ? [say('request.page.unknown', { n: flows.unknown })] : []),
    ...(flows.allowed > 0 ? [say('request.page.allowed', { n: flows.allowed })] : []),
    ...(flows[state] > 0 && settings > 0 ? [say('request.page.settings', { n: settings })] : []),
  ];
  return new Intl.ListFormat(say.language, { type: 'unit' }).format(parts);
}

/** Returns “0.0.0.0/0 sends 13 flows to 10.0.1.4”. */
function routesText(say: Say, { flows }: NetworkRequest, layer: RequestLayer): string {
  if (layer !== 'route-table') return '';
  const routes = flows.flatMap(({ layers }) => {
    const layerState = layers['route-table'];
    return layerState?.is === 'passes-on' ? [layerState.route] : [];
  });
  const [first] = routes;
  const n = routes.filter(({ name }) => name === first?.name).length;
  if (!first?.nextHopAddress) return '';
  return say('request.page.route', { destination: first.destination, n, ip: first.nextHopAddress });
}

function showOptions(say: Say, { request }: WizardState, fullRequest: NetworkRequest): RequestPage['show'] {
  const layers = [...new Set(ownerRequests(fullRequest).map(({ owner }) => owner.layer))];
  return {
    chosen: request?.part ?? 'action',
    options: [
      ...(request?.ids ? [{ id: 'cause', label: say('request.show.cause') }] : []),
      { id: 'action', label: say('request.show.action') },
      { id: 'all', label: say('request.show.all') },
      ...layers.map((id) => ({ id, label: layerName(say, id) })),
    ],
  };
}
