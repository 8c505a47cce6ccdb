import type { AccessFields } from '../../../contract/wizard/attach';
import {
  item,
  never,
  ready,
  outcomeDetail,
  type PickStep,
  type QuickPickStep,
  type StepContext,
  type TypeStep,
} from './step';

/** Returns the questions for a plan to attach: the resource, its name, and how Azure ML signs in. */
export function attachSteps(context: StepContext, name: TypeStep): readonly QuickPickStep[] {
  const ssh = context.views().planChanged.access?.ssh ?? null;
  const access = ssh === null ? [] : [userStep(context), portStep(context), signInStep(context)];
  return [targetStep(context), name, ...access];
}

function targetStep({ say, call, views }: StepContext): PickStep {
  const kind = views().planChanged.access?.kind ?? 'virtual-machine';
  return {
    is: 'pick',
    title: say(`page.targets.${kind}`),
    list: ({ targetsChanged: targets }) => ({
      state: targets?.state ?? { is: 'waiting' },
      items: (targets?.rows ?? []).map((row) =>
        item({
          value: row.id,
          label: row.name,
          description: [row.resourceGroup, row.region, row.subnet].join(' · '),
          ...outcomeDetail(row),
          chosen: row.id === targets?.chosen?.id,
        }),
      ),
    }),
    choose: (id) => call.chooseTarget({ id }, never),
  };
}

function userStep(context: StepContext): TypeStep {
  const { say, views } = context;
  const ssh = () => views().planChanged.access?.ssh ?? null;
  return {
    is: 'type',
    title: say('page.access.user'),
    value: ssh()?.user ?? '',
    choose: (user) => changed(context, { user }, () => ssh()?.userFault ?? null),
  };
}

function portStep(context: StepContext): TypeStep {
  const { say, views } = context;
  const ssh = () => views().planChanged.access?.ssh ?? null;
  return {
    is: 'type',
    title: say('page.access.port'),
    value: String(ssh()?.port ?? ''),
    choose: (text) =>
      /^\d{1,5}$/.test(text.trim())
        ? changed(context, { port: Number(text) }, () => ssh()?.portFault ?? null)
        : Promise.resolve(say('attach.port')),
  };
}

function signInStep({ say, call }: StepContext): PickStep {
  return {
    is: 'pick',
    title: say('page.access.signIn'),
    list: ({ planChanged: { access } }) => ({
      state: ready,
      items: (['password', 'key'] as const).map((value) =>
        item({
          value,
          label: say(`page.access.${value}`),
          detail: say(`attach.signIn.${value}.line`),
          chosen: access?.ssh?.signIn === value,
        }),
      ),
    }),
    choose: (value) => call.changeAccess({ signIn: value === 'key' ? 'key' : 'password' }, never),
  };
}

async function changed(
  { call }: StepContext,
  fields: AccessFields,
  fault: () => string | null,
): Promise<string | null> {
  await call.changeAccess(fields, never);
  return fault();
}
