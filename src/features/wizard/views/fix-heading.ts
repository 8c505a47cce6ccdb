import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import type { FixPreview } from '../../../contract/wizard/fix-preview';
import type { FixStep } from '../../../core/fix';
import { changedResource, changedResources, isChangedBy, isServiceStep } from '../../../core/fix';
import { nameOf } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { requirementName } from '../../../wording/requirement-text';
import type { FixInPreview } from '../state';
import { formatChange } from './step-text';

/** What is fixed, which other subnets get worse, and the proof in one line: what comes where, and what was tried. */
export function fixHeading(
  say: Say,
  preview: Pick<FixInPreview, 'ids' | 'fix' | 'kind' | 'subnetId' | 'wishes'>,
  others: readonly OtherSubnet[],
): Pick<FixPreview, 'heading' | 'warning' | 'proof'> {
  const warning = worseText(say, others);
  const { ids, fix, kind, subnetId, wishes } = preview;
  const n = ids.length;
  const subnet = nameOf(subnetId);
  if (kind === 'undo') {
    const names = listed(say, changedResources(fix.steps).map(nameOf));
    return { heading: say('undo.heading', { subnet }), warning, proof: say('undo.proof', { names }) };
  }
  const tried = say(triedKey(n, others), { n, subnet });
  if (wishes.closesRest === true) {
    const proof = [...lead(say, fix.steps), say('close.tried', { n })].join(' ');
    return { heading: say('close.heading', { subnet }), warning, proof };
  }
  return {
    heading: say('preview.heading', { n, subnet }),
    warning,
    proof: [...lead(say, fix.steps), tried].join(' '),
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

function lead(say: Say, steps: readonly FixStep[]): readonly string[] {
  const made = steps.flatMap((one) => (one.do === 'create' ? [nameOf(one.id)] : []));
  const attached = steps.flatMap((one) =>
    one.do === 'attach' && !isChangedBy(steps, one.to)
      ? [{ part: nameOf(one.id), name: nameOf(one.to) }]
      : [],
  );
  const told = changedResources(steps.filter((one) => one.do === 'set' || isServiceStep(one)));
  return [
    ...(made.length > 0 ? [say('preview.makes', { names: listed(say, made) })] : []),
    ...adds(say, steps),
    ...attached.map((one) => say('apply.attaches', one)),
    ...told.flatMap((id) =>
      formatChange(
        say,
        steps.filter((one) => one.do === 'set' || isServiceStep(one)),
        id,
      ),
    ),
  ];
}

function adds(say: Say, steps: readonly FixStep[]): readonly string[] {
  const inserts = steps.filter((one) => one.do === 'insert');
  if (inserts.length === 0) return [];
  const rules = inserts.filter((one) => one.what === 'rule').length;
  const routes = inserts.length - rules;
  const parts = [
    ...(rules > 0 ? [say('preview.addsRules', { n: rules })] : []),
    ...(routes > 0 ? [say('preview.addsRoutes', { n: routes })] : []),
  ];
  const names = new Set(inserts.map((one) => nameOf(changedResource(one))));
  return [say('preview.adds', { parts: listed(say, parts), names: listed(say, [...names]) })];
}

function listed(say: Say, parts: readonly string[]): string {
  return new Intl.ListFormat(say.language).format(parts);
}
