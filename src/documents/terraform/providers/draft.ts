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
  /** Terraform's address of the resource's declaration, or null if it is only referred to. */
  readonly address: string | null;
  /** The Terraform resource that declares it. */
  readonly source: TerraformResource | null;
}

/** Maximum number of ID comparisons, and the additional cost of each match. */
const mostWork = 500_000;
const workOfCandidate = 20;

/** ARM resources by ID. */
export class ArmDrafts {
  readonly all: ArmDraft[] = [];
  private readonly byId = new Map<string, ArmDraft>();
  /** Resources that the files create. */
  private readonly created = new Map<string, ArmDraft[]>();
  private work = 0;

  /** True if there are more unknown targets than the limit allows to search. */
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
    // A created resource takes precedence over one that is only read.
    const before = key === null ? undefined : this.byId.get(key);
    if (key !== null && (!before || before.isExisting)) this.byId.set(key, draft);
    return draft;
  }

  find(id: Value | undefined): ArmDraft | undefined {
    const key = id ? keyOf(id) : null;
    return key === null ? undefined : this.byId.get(key);
  }

  /**
   * Returns the resources of a type that the files create and that an unknown or partly unknown ID may refer to. Empty
   * if the resource is certain.
   */
  candidates(id: Value | undefined, type: string): readonly ArmDraft[] {
    const found = this.find(id);
    if (found && !isReferredTo(found)) return [];
    const drafts = this.created.get(type) ?? [];
    this.work += drafts.length;
    const perhaps = this.leavesOut ? [] : possibleTargets(drafts, id);
    this.work += perhaps.length * workOfCandidate;
    return perhaps;
  }

  /**
   * Finds the resource with an ID. If the files don't declare it, adds it as an existing resource in Azure. Undefined
   * if nothing of the ID is known.
   */
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

/** Returns the resources that a reference refers to, or whose IDs may be the same. */
function possibleTargets(drafts: readonly ArmDraft[], id: Value | undefined): readonly ArmDraft[] {
  const text = id === undefined ? null : identityOf(id);
  if (text === null) return [...drafts];
  const symbol = text.replaceAll(/[‹›]/g, '');
  const named = drafts.filter(({ address }) => address !== null && isReferenceTo(symbol, address));
  if (named.length > 0) return named;
  return drafts.filter((one) => {
    const own = identityOf(one.id);
    return own === null || maybeSameId(own, text);
  });
}

/** True for a resource that the files don't declare, and only refer to. */
function isReferredTo({ isExisting, source }: ArmDraft): boolean {
  return isExisting && source === null;
}

/** True for a text with a reference to any instance of `azurerm_subnet.this`. */
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

/** Returns the value, or an unknown value if it isn't known whether its Terraform resource exists. */
export function perhaps(value: Value, { isDeployed }: Pick<TerraformResource, 'isDeployed'>): Value {
  return isDeployed.known ? value : unknownValue(isDeployed.because, null, value.from);
}

/** Sets a property of a resource. */
export function setProperty(draft: ArmDraft, path: readonly string[], value: Value): void {
  draft.body = withMember(draft.body, ['properties', ...path], value);
}

/** Converts a draft to a resource of a deployment. */
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
    // Each possible parent has a copy of it.
    isParentCertain: true,
    ...ignoredChanges(draft),
  };
}

/** Returns the names of the parents and the resource in an ID: `vnet/subnet`. */
function nameIn({ id, type, address }: ArmDraft): Value {
  const segments = identityOf(id)?.split('/') ?? [];
  const count = type.split('/').length - 1;
  const names = segments.slice(-2 * count).filter((_, at) => at % 2 === 1);
  // An ID that starts with an unknown value doesn't contain the names before it.
  const name = segments.length > 2 * count ? names.join('/') : null;
  return name === null || name.includes('‹')
    ? unknownValue(reason('unknown.terraform.apply', { what: address ?? '' }), name)
    : textValue(name);
}

/** Returns the assumption about arguments whose values may have changed in Azure since creation. */
function ignoredChanges({ source, isExisting }: ArmDraft): Pick<EvaluatedResource, 'assumed'> {
  if (!source || isExisting) return {};
  const { ignoreChanges, address } = source;
  if (ignoreChanges === 'all') return { assumed: reason('file.assumed.allChanges', { name: address }) };
  const names = ignoreChanges.filter((one) => isRead(source, one));
  return names.length > 0
    ? { assumed: reason('file.assumed.ignoredChanges', { name: address, arguments: names }) }
    : {};
}

/** True for an argument, or a part of one, that results depend on. */
function isRead({ type }: TerraformResource, name: string): boolean {
  const [first = ''] = name.split(/[.[]/, 1);
  const table = azurermTable({ type });
  return table ? first === 'subnet' || Object.hasOwn(table.arguments, first) : first === 'body';
}

/** Marks that an existing resource has more properties than the files contain. */
function partlyKnown(body: ObjectValue, id: string): ObjectValue {
  const properties = body.members.get('properties');
  if (properties?.is !== 'object') return body;
  const rest = reason('terminal.notInFiles', { name: displayName(nameOf(id)) });
  return { ...body, members: new Map([...body.members, ['properties', { ...properties, rest }]]) };
}
