import {
  ownerRequests,
  requestLayers,
  type LayerState,
  type NetworkRequest,
  type OwnerRequest,
  type RequestFlow,
  type RequestSetting,
} from '../../core/network-request';
import type { RequestReport } from '../../contract/request-report';
import { sayReason, type Say } from '../../messages/say';
import { azureFirewallCode } from '../../plans/request/azure-firewall-code';
import { formatReason } from '../../wording/reason-text';
import { layerStateReason } from '../../wording/request-words';
import { requirementName, requirementSources } from '../../wording/requirement-text';

type ReportedRequest = RequestReport['requests'][number];

/** Returns a request as JSON, described by docs/request-report.schema.json. */
export function requestJson(
  say: Say,
  { name, request }: { readonly name: string; readonly request: NetworkRequest },
  { all }: { readonly all: boolean },
): ReportedRequest {
  const allowed = request.flows.filter(({ owners }) => Object.keys(owners).length === 0);
  return {
    subnet: name,
    addressPrefixes: [...request.addressPrefixes],
    owners: ownerRequests(request).map((one) => ownerJson(say, request, one)),
    ...(all ? { allowed: allowed.map((one) => flowJson(say, one)) } : {}),
  };
}

function ownerJson(say: Say, request: NetworkRequest, one: OwnerRequest): ReportedRequest['owners'][number] {
  const { layer, name, id, type, resourceGroup, role, firewall } = one.owner;
  const code =
    layer === 'firewall' && firewall !== 'on-premises'
      ? azureFirewallCode(request, one, (key, values) => sayReason(say, { key, values }))
      : undefined;
  return {
    layer,
    name,
    id,
    type,
    resourceGroup,
    role,
    flows: one.flows.map((flow) => flowJson(say, flow)),
    settings: one.settings.map((setting) => settingJson(say, setting)),
    ...(code === undefined ? {} : { azureFirewallBicep: code }),
  };
}

function flowJson(say: Say, flow: RequestFlow): ReportedRequest['owners'][number]['flows'][number] {
  const { requirement, severity, direction, protocol, ports, remotes, hosts, layers } = flow;
  return {
    requirement,
    title: requirementName(say, requirement),
    severity,
    direction,
    protocol,
    ports: [...ports],
    destinations: [...remotes],
    hosts: [...hosts],
    layers: requestLayers.flatMap((layer) => {
      const layerState = layers[layer];
      return layerState
        ? [{ layer, state: states[layerState.is], why: layerStateReason(say, layer, flow) }]
        : [];
    }),
    sources: requirementSources(requirement).map(({ title, url, date }) => ({ title, url, date })),
  };
}

const states: Readonly<Record<LayerState['is'], 'blocked' | 'unknown' | 'allowed' | 'forwarded' | 'none'>> = {
  blocked: 'blocked',
  unknown: 'unknown',
  allowed: 'allowed',
  'passes-on': 'forwarded',
  none: 'none',
};

function settingJson(
  say: Say,
  { requirement, severity, state, result }: RequestSetting,
): ReportedRequest['owners'][number]['settings'][number] {
  return {
    requirement,
    title: requirementName(say, requirement),
    severity,
    state,
    advice: formatReason(say, result.advice),
  };
}
