import { nameOf } from '../core/network/find';
import type { Direction } from '../core/network/model';
import type { FlowTemplate, Requirement } from '../requirements/requirement';
import { requirements } from '../requirements/requirements';

/** A rule that Azure ML requires in a network security group and doesn't find, as the message describes it. */
export interface MissingRule {
  readonly name: string;
  /** Each part is null if the message doesn't state it. */
  readonly protocol: string | null;
  readonly ports: string | null;
  readonly source: string | null;
  /** Destinations of which any is accepted. */
  readonly destinations: readonly string[];
  readonly direction: Direction | null;
  /** The rule must come before this priority. */
  readonly before: number | null;
}

export interface MissingRules {
  /** Name of the NSG. */
  readonly group: string;
  readonly rules: readonly MissingRule[];
}

/**
 * Parses the rules that Azure ML doesn't find when it compares the texts of an NSG's rules before it creates a compute
 * resource (message seen in AzureTRE issue 2780, October 2022). A rule that allows the same in other words doesn't
 * count. The list resembles JSON but isn't valid: commas are missing.
 */
export function missingRules(message: string): MissingRules | null {
  const text = flatText(message);
  const [, id = ''] = /network security group \(([^()]{1,500})\) that is missing/i.exec(text) ?? [];
  if (id === '') return null;
  const [, ...entries] = text.split(/"name": ?(?=")/);
  // A pasted ID may have a line break.
  return { group: nameOf(id.replaceAll(' ', '')), rules: entries.slice(0, mostRules).map(toRule) };
}

/** Maximum number of rules. Azure ML requires about ten. */
const mostRules = 100;

/** Returns the text as a single line, without the characters that JSON, terminals, quotes, and web pages add. */
export function flatText(text: string): string {
  return text
    .replaceAll(terminalColor, '')
    .replaceAll(lineStart, '')
    .replaceAll(/\\{1,8}u00(22|26|27|2b|3c|3e)/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
    .replaceAll(/\\{1,8}[rnt]/g, ' ')
    .replaceAll(/\\{1,8}"/g, '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
}

const terminalColor = /\u001B\[[0-9;]{0,20}m/g;

/** The box that Terraform draws around an error, and the quote mark. */
const lineStart = /^[ \t]{0,20}[│╷╵>]{1,5}[ \t]{0,20}/gm;

function toRule(entry: string): MissingRule {
  const [, name = ''] = /^"([^"]{1,100})"/.exec(entry) ?? [];
  const part = partsOf(entry);
  const direction = part('direction');
  const destinations = part('destinationAddressPrefix') ?? '';
  const [priority] = /\d{3,4}/.exec(part('priority') ?? '') ?? [];
  return {
    name,
    protocol: part('protocol'),
    ports: part('destinationPortRange'),
    source: part('sourceAddressPrefix'),
    destinations: destinations.split(/ or /i).filter((one) => one !== ''),
    direction: direction === 'Inbound' || direction === 'Outbound' ? direction : null,
    before: priority === undefined ? null : Number(priority),
  };
}

function partsOf(entry: string): (member: string) => string | null {
  const all = entry.matchAll(/"(\w{1,40})": ?"([^"]{1,200})"/g);
  const parts = new Map([...all].map(([, member = '', value = '']) => [member, value]));
  return (member) => parts.get(member) ?? null;
}

/** Returns the requirements whose flow the rule would allow; empty if none is known. */
export function requirementsOfRule(rule: MissingRule): readonly string[] {
  return requirements.filter((one) => flowsOf(one).some((flow) => isOf(flow, rule))).map(({ id }) => id);
}

function flowsOf({ profiles }: Requirement): readonly FlowTemplate[] {
  const what = profiles.current?.what;
  return what?.is === 'flows' ? what.flows : [];
}

function isOf(flow: FlowTemplate, { direction, ports, source, destinations }: MissingRule): boolean {
  const { remote } = flow;
  if (remote.is !== 'tag' || flow.direction !== (direction ?? flow.direction)) return false;
  const far = flow.direction === 'Outbound' ? destinations : [source ?? ''];
  const tags = far.map((one) => (one.split('.')[0] ?? one).toLowerCase());
  return tags.includes(remote.tag.toLowerCase()) && flow.ports.some((port) => port === ports);
}
