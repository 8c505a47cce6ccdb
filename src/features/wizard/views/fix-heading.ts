import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { nameOf } from '../../../core/network/find';
import {
  addedRoutes,
  addedRules,
  attachmentsOf,
  changedResources,
  createdParts,
  isCreatedBy,
  isServiceChange,
  settingsOf,
  type ResourceChange,
} from '../../../core/resource-change';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatChange } from '../../../wording/change-text';
import { requirementName } from '../../../wording/requirement-text';
import type { FixInPreview } from '../state';

/** What is fixed, which other subnets get worse, and the proof in one line: what comes where, and what was tried. */
export function fixHeading(
  say: Say,
  preview: Pick<FixInPreview, 'ids' | 'fix' | 'kind' | 'subnetId' | 'options'>,
  others: readonly OtherSubnet[],
): Pick<FixPreview, 'heading' | 'warning' | 'proof'> {
  const warning = worseText(say, others);
  const { ids, fix, kind, subnetId, options } = preview;
  const n = ids.length;
  const subnet = nameOf(subnetId);
  if (kind === 'undo') {
    const names = listed(say, changedResources(fix.changes).map(nameOf));
    return { heading: say('undo.heading', { subnet }), warning, proof: say('undo.proof', { names }) };
  }
  const tried = say(triedKey(n, others), { n, subnet });
  if (options.closesRest === true) {
    const proof = [...lead(say, fix.changes), say('close.tried', { n })].join(' ');
    return { heading: say('close.heading', { subnet }), warning, proof };
  }
  return {
    heading: say('preview.heading', { n, subnet }),
    warning,
    proof: [...lead(say, fix.changes), tried].join(' '),
  };
}

function worseText(say: Say, others: readonly OtherSubnet[]): string | null {
  const lines = others
    .filter(({ worse }) => worse.length > 0)
    .map(({ subnetId, worse }) => {
      const names = listed(
        say,
        worse.map((id) => requirementName(say, id)),
      );
      return say('preview.worse', { subnet: nameOf(subnetId), names });
    });
  return lines.length > 0 ? lines.join(' ') : null;
}

/** The proof is about the chosen subnet: where another one loses, it does not speak for all. */
function triedKey(n: number, others: readonly OtherSubnet[]): MessageKey {
  if (others.some(({ worse }) => worse.length > 0)) {
    return n === 1 ? 'preview.triedOneHere' : 'preview.triedHere';
  }
  return n === 1 ? 'preview.triedOne' : 'preview.tried';
}

function lead(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  const made = createdParts(changes).map(({ id }) => nameOf(id));
  const attached = changes
    .flatMap(attachmentsOf)
    .filter(({ to, isAttached }) => isAttached && !isCreatedBy(changes, to));
  const others = changes.filter((one) => isServiceChange(one) || settingsOf(one).length > 0);
  return [
    ...(made.length > 0 ? [say('preview.makes', { names: listed(say, made) })] : []),
    ...adds(say, changes),
    ...attached.map((one) => say('apply.attaches', { part: nameOf(one.id), name: nameOf(one.to) })),
    ...changedResources(others).flatMap((id) => formatChange(say, others, id)),
  ];
}

function adds(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  const [rules, routes] = [addedRules(changes), addedRoutes(changes)];
  if (rules.length + routes.length === 0) return [];
  const parts = [
    ...(rules.length > 0 ? [say('preview.addsRules', { n: rules.length })] : []),
    ...(routes.length > 0 ? [say('preview.addsRoutes', { n: routes.length })] : []),
  ];
  const names = new Set(changedResources([...rules, ...routes]).map(nameOf));
  return [say('preview.adds', { parts: listed(say, parts), names: listed(say, [...names]) })];
}

function listed(say: Say, parts: readonly string[]): string {
  return new Intl.ListFormat(say.language).format(parts);
}
