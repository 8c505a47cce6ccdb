import { known, type Known } from '../../../core/known';
import { reason } from '../../../core/reason';
import type { EvaluatedResource } from '../../evaluate/evaluated-resource';
import { objectValue, textValue, unknownValue } from '../../evaluate/make-value';
import type { ObjectValue, Value } from '../../evaluate/value';
import { nameOf } from '../../../core/network/find';
import { maybeSameId } from '../../../core/network/maybe-same-id';
import { displayName } from '../../model/display-name';
import { identityOf } from '../../model/parts';
import type { SourceRange } from '../../source/source-range';
import type { TerraformResource } from '../terraform-resource';
import { withMember } from './argument-table';
import { azurermTable } from './azurerm-tables';

/** An ARM resource that other Terraform resources can still change. */
export interface ArmDraft {
  readonly id: Value;
  readonly type: string;
  readonly apiVersion: string | null;
  readonly isExisting: boolean;
  body: ObjectValue;
  isDeployed: Known<boolean>;
  readonly place: SourceRange;
  readonly namePlace: SourceRange;
  readonly modules: readonly string[];
  /** Terraform's address of what declares it; null of what is only referred to. */
  readonly address: string | null;
  /** The resource that declares it, of Terraform. */
  readonly source: TerraformResource | null;
}

/** Comparisons of IDs at most, and what one that fits costs beside. */
const mostWork = 500_000;
const workOfCandidate = 20;

/** Resources of ARM by their IDs. */
export class ArmDrafts {
  readonly all: ArmDraft[] = [];
  private readonly byId = new Map<string, ArmDraft>();
  /** Those that the files create. */
  private readonly created = new Map<string, ArmDraft[]>();
  private work = 0;

  /** True where more targets aren't known than are looked for. */
  get leavesOut(): boolean {
    return this.work > mostWork;
  }

  add(draft: ArmDraft): ArmDraft {
    this.all.push(draft);
    const { type, isExisting } = draft;
    const same = this.created.get(type);
    if (same && !isExisting) same.push(draft);
    else if (!isExisting) this.created.set(type, [draft]);
    const key = keyOf(draft.id);
    // What is created counts more than what is only read.
    const before = key === null ? undefined : this.byId.get(key);
    if (key !== null && (!before || before.isExisting)) this.byId.set(key, draft);
    return draft;
  }

  find(id: Value | undefined): ArmDraft | undefined {
    const key = id ? keyOf(id) : null;
    return key === null ? undefined : this.byId.get(key);
  }

  /**
   * Resources of a type that the files create and that an ID without a value, or with parts without one, is perhaps of;
   * none where it's certain whose it is.
   */
  candidates(id: Value | undefined, type: string): readonly ArmDraft[] {
    const found = this.find(id);
    if (found && !isReferredTo(found)) return [];
    const made = this.created.get(type) ?? [];
    this.work += made.length;
    const perhaps = this.leavesOut ? [] : perhapsMeant(made, id);
    this.work += perhaps.length * workOfCandidate;
    return perhaps;
  }

  /** The resource with an ID; one that the files don't declare exists in Azure. Undefined where nothing of the ID is known. */
  findOrRefer(id: Value, type: string, by: TerraformResource): ArmDraft | undefined {
    const found = this.find(id);
    if (found || keyOf(id) === null) return found;
    const { place, namePlace, modules } = by;
    return this.add({
      id,
      type,
      apiVersion: null,
      isExisting: true,
      body: objectValue({}),
      isDeployed: known(true),
      place,
      namePlace,
      modules,
      address: null,
      source: null,
    });
  }
}

/** Those that a reference is to, or whose IDs can be the same. */
function perhapsMeant(made: readonly ArmDraft[], id: Value | undefined): readonly ArmDraft[] {
  const text = id === undefined ? null : identityOf(id);
  if (text === null) return [...made];
  const symbol = text.replaceAll(/[‹›]/g, '');
  const named = made.filter(({ address }) => address !== null && isReferenceTo(symbol, address));
  if (named.length > 0) return named;
  return made.filter((one) => {
    const own = identityOf(one.id);
    return own === null || maybeSameId(own, text);
  });
}

/** True of what the files don't declare, and only name. */
function isReferredTo({ isExisting, source }: ArmDraft): boolean {
  return isExisting && source === null;
}

/** True of a text with a reference to an instance of `azurerm_subnet.this`, whichever one. */
function isReferenceTo(text: string, address: string): boolean {
  const stem = address.replace(/\[[^[\]]*\]$/, '');
  const at = text.indexOf(stem);
  const [before, after] = [text.charAt(at - 1), text.charAt(at + stem.length)];
  // The same name in a module is another resource.
  return at >= 0 && !/[\w.-]/.test(before) && (after === '.' || after === '[');
}

function keyOf(id: Value): string | null {
  return identityOf(id)?.toLowerCase() ?? null;
}

/** A value; unknown if it isn't known whether its Terraform resource exists. */
export function perhaps(value: Value, { isDeployed }: Pick<TerraformResource, 'isDeployed'>): Value {
  return isDeployed.known ? value : unknownValue(isDeployed.because, null, value.from);
}

/** Sets a property of a resource. */
export function setProperty(draft: ArmDraft, path: readonly string[], value: Value): void {
  draft.body = withMember(draft.body, ['properties', ...path], value);
}

/** A resource of a deployment. */
export function toEvaluatedResource(draft: ArmDraft): EvaluatedResource {
  const { id, type, apiVersion, isExisting, body, isDeployed, place, namePlace, modules } = draft;
  const identity = identityOf(id);
  return {
    id,
    type,
    apiVersion: apiVersion === null ? unknownValue(reason('unknown.noName')) : textValue(apiVersion),
    name: nameIn(draft),
    body: isExisting ? partlyKnown(body, identity ?? '') : body,
    isExisting,
    isDeployed,
    place,
    namePlace,
    modules,
    path: [],
    ...(draft.source?.block ? { block: draft.source.block } : {}),
    // Each parent that it may be below has a copy of it.
    isParentCertain: true,
    ...ignoredChanges(draft),
  };
}

/** The names in an ID, of parents and its own: `vnet/subnet`. */
function nameIn({ id, type, address }: ArmDraft): Value {
  const segments = identityOf(id)?.split('/') ?? [];
  const count = type.split('/').length - 1;
  const names = segments.slice(-2 * count).filter((_, at) => at % 2 === 1);
  // What begins with an ID that isn't known has no names before it.
  const name = segments.length > 2 * count ? names.join('/') : null;
  return name === null || name.includes('‹')
    ? unknownValue(reason('unknown.terraform.apply', { what: address ?? '' }), name)
    : textValue(name);
}

/** Arguments whose values Azure might have changed since the creation. */
function ignoredChanges({ source, isExisting }: ArmDraft): Pick<EvaluatedResource, 'assumed'> {
  if (!source || isExisting) return {};
  const { ignoreChanges, address } = source;
  if (ignoreChanges === 'all') return { assumed: reason('file.assumed.allChanges', { name: address }) };
  const names = ignoreChanges.filter((one) => isRead(source, one));
  return names.length > 0
    ? { assumed: reason('file.assumed.ignoredChanges', { name: address, arguments: names }) }
    : {};
}

/** True of an argument, or a part of one, that results depend on. */
function isRead({ type }: TerraformResource, name: string): boolean {
  const [first = ''] = name.split(/[.[]/, 1);
  const table = azurermTable({ type });
  return table ? first === 'subnet' || Object.hasOwn(table.arguments, first) : first === 'body';
}

/** What exists has more properties than the files state. */
function partlyKnown(body: ObjectValue, id: string): ObjectValue {
  const properties = body.members.get('properties');
  if (properties?.is !== 'object') return body;
  const rest = reason('terminal.notInFiles', { name: displayName(nameOf(id)) });
  return { ...body, members: new Map([...body.members, ['properties', { ...properties, rest }]]) };
}
