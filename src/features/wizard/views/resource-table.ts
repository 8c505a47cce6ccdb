import type { FixTable } from '../../../contract/wizard/fix-preview';
import { nameOf, sameId } from '../../../core/network/find';
import {
  associationsOf,
  createdParts,
  isCreatedBy,
  isEntryChange,
  isServiceChange,
  settingText,
  settingsOf,
  type Association,
  type CreatedPart,
  type ResourceChange,
  type SettingChange,
} from '../../../core/resource-change';
import type { ServiceChange } from '../../../core/service-change';
import { displayText } from '../../../core/text/display-text';
import { sayReason, type Say } from '../../../messages/say';
import { serviceReasons } from '../../../core/service-change';
import { formatType } from '../../../wording/change-text';
import { formatRegion } from '../../../wording/region-text';

type Row = FixTable['rows'][number];
type Cell = Row['cells'][number];

/**
 * Builds tables of created and removed resources, and of changed references of a subnet or NAT gateway. Empty if only
 * rules and routes change.
 */
export function resourceTables(
  say: Say,
  changes: readonly ResourceChange[],
  when: string,
): readonly FixTable[] {
  const rows = changes.flatMap((one) => rowsOf(say, one, changes));
  if (rows.length === 0) return [];
  const columns = (['preview.columnResource', 'preview.columnType', 'preview.columnSetting'] as const).map(
    (key) => ({ label: say(key), numeric: false }),
  );
  return [{ title: say('preview.resourcesTitle', { when }), columns, rows, note: null }];
}

function rowsOf(say: Say, change: ResourceChange, all: readonly ResourceChange[]): readonly Row[] {
  if (isEntryChange(change)) return [];
  const { type, id, after } = change;
  if (isServiceChange(change)) return serviceRows(say, change);
  if (after === null) return [row('remove', [nameOf(id), formatType(say, type), ''])];
  const created = createdParts([change]).map((one) =>
    row('add', [nameOf(id), formatType(say, type), createdText(say, one, all)]),
  );
  // The parts of a new NAT gateway are in its own row.
  const parts = isCreatedBy(all, id) ? [] : associationsOf(change).map((one) => partRow(say, one));
  return [...created, ...parts, ...settingsOf(change).map((one) => settingRow(say, one))];
}

function row(mark: Row['mark'], cells: readonly (string | Cell)[]): Row {
  return {
    mark,
    cells: cells.map((one) => shownCell(typeof one === 'string' ? { text: one, was: null } : one)),
    folded: [],
  };
}

function shownCell({ text, was }: Cell): Cell {
  return { text: displayText(text), was: was === null ? null : displayText(was) };
}

/** Returns “Standard, West Europe, pip-ng-snet-training”. */
function createdText(
  say: Say,
  { type, id, sku, location }: CreatedPart,
  all: readonly ResourceChange[],
): string {
  const associated = all.flatMap(associationsOf).filter((one) => one.isAssociated && sameId(one.to, id));
  return [
    ...(sku === undefined ? [] : [sku]),
    ...(type === 'publicIpAddress' ? [say('preview.static')] : []),
    formatRegion(location),
    ...associated.map((one) => nameOf(one.id)),
  ].join(', ');
}

/** Returns “NAT gateway: none → NAT gateway: ng-snet-training”. */
function partRow(say: Say, { type, id, to, isAssociated }: Association): Row {
  const owner = type === 'publicIpAddress' ? 'natGateway' : 'subnet';
  const named = (name: string): string => say('preview.setting', { type: formatType(say, type), name });
  const [none, own] = [named(say('preview.none')), named(nameOf(id))];
  const change = isAssociated ? { text: own, was: none } : { text: none, was: own };
  return row('change', [nameOf(to), formatType(say, owner), change]);
}

function settingRow(say: Say, { id, property, before, after }: SettingChange): Row {
  const words = (value: string): string =>
    property === 'delegations'
      ? say('preview.delegation', { services: value || say('preview.none') })
      : say('preview.setting', { type: property, name: value || say('preview.none') });
  const change = { text: words(settingText(after)), was: words(settingText(before)) };
  return row('change', [nameOf(id), formatType(say, 'subnet'), change]);
}

/** Describes a change of a service in one sentence. */
function serviceRows(say: Say, change: ServiceChange): readonly Row[] {
  const { type, id, before, after } = change;
  const mark = before === null ? 'add' : after === null ? 'remove' : 'change';
  return serviceReasons(change).map((one) =>
    row(mark, [nameOf(id), formatType(say, type), sayReason(say, one)]),
  );
}
