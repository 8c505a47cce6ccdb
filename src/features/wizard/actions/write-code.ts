import { AzureFailure } from '../../../azure/failure';
import { ProblemError } from '../../../contract/call-error';
import type { Fix } from '../../../core/fix';
import type { Profile } from '../../../core/plan';
import type { ReasonValues } from '../../../core/reason';
import { sayReason } from '../../../messages/say';
import { formatList } from '../../../messages/format-list';
import type { CodeFormId } from '../../../core/code-forms';
import type { GeneratedId } from '../../../contract/wizard/code-form';
import { planFileExtension, planFileText } from '../../../plan-file/plan-file';
import { safeFileName } from '../../../plans/code/build-template';
import { codeForms } from '../../../plans/code/code-forms';
import type { CodeContext, WrittenCode } from '../../../plans/code/code-context';
import { planSummaryRows } from '../../../plans/plan-summary';
import { findRequirement } from '../../../requirements/requirements';
import { formatDate } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-text';
import { chosenSubnet, isProposing } from '../selection';
import type { WizardContext } from '../context';
import { completePlan } from '../derived-plan';
import type { FileContent, WizardState } from '../state';

/** Writes the plan and its selected fixes as files. Resolves to true if they were written. */
export async function writeCode(context: WizardContext, format: GeneratedId): Promise<boolean> {
  const { ports, store } = context;
  if (!ports.isTrusted()) throw new AzureFailure('forbidden');
  const code = format === 'plan' ? planFileOf(context) : codeOf(context, format);
  if (format !== 'plan') {
    store.set({ choices: { ...store.get().choices, codeForm: format } });
    ports.keep(store.get());
  }
  const { choices } = store.get();
  const to = await ports.write(code.files);
  if (to === null) return false;
  // Later changes aren't in the files.
  if (store.get().choices !== choices) return true;
  const files = to.files.map((file, at) => ({ ...file, content: contentOf(file.name, at) }));
  store.set({ written: { folder: to.folder, files } });
  return true;
}

/** Returns the kind of content by file name. The first file contains the plan itself. */
function contentOf(name: string, at: number): FileContent {
  if (at === 0) return 'template';
  if (name.endsWith('.providers.tf')) return 'providers';
  if (name.endsWith('.sh')) return 'commands';
  return /\.(?:bicepparam|parameters\.json|auto\.tfvars)$/.test(name) ? 'values' : 'module';
}

/** Opens one of the files that were written last. */
export async function openWrittenCode({ ports, store }: WizardContext, name: string): Promise<void> {
  const file = store.get().written?.files.find((one) => one.name === name);
  if (!file) throw new AzureFailure('notFound');
  await ports.openWritten(file.uri);
}

/** Copies the plan as code or as text. */
export async function copyPlan(context: WizardContext, format: 'bicep' | 'arm' | 'text'): Promise<void> {
  await context.ports.copy(format === 'text' ? planText(context) : codeText(context, format));
}

/** Joins Bicep files, each under its name. For ARM JSON, returns only the template, which is complete by itself. */
function codeText(context: WizardContext, format: 'bicep' | 'arm'): string {
  const { files } = codeOf(context, format);
  const [first] = files;
  if (!first) return '';
  if (format === 'arm' || files.length === 1) return first.text;
  return files.map((one) => `// ${one.name}\n${one.text}`).join('\n');
}

function planText(context: WizardContext): string {
  const plan = completePlan(context.store.get(), []);
  const { say } = context.ports;
  if (!plan) throw new AzureFailure('badRequest');
  return planSummaryRows(plan)
    .map((row) => `${sayReason(say, row.label)}: ${sayReason(say, row.text)}`)
    .join('\n');
}

/** Returns the plan file, which doesn't contain fixes. */
function planFileOf({ store }: WizardContext): Pick<WrittenCode, 'files'> {
  const plan = completePlan(store.get(), []);
  if (!plan || isProposing(store.get())) throw new AzureFailure('badRequest');
  return { files: [{ name: `${safeFileName(plan.name)}${planFileExtension}`, text: planFileText(plan) }] };
}

function codeOf(context: WizardContext, format: CodeFormId): WrittenCode {
  const { store, ports } = context;
  const fixes = fixesForCode(context);
  const plan = completePlan(store.get(), fixes);
  if (!plan) throw new AzureFailure('badRequest');
  const say = (key: string, values?: ReasonValues): string => sayReason(ports.say, { key, values });
  return codeForms[format].write(plan, codeContext(context, fixes), say);
}

function codeContext(context: WizardContext, fixes: readonly Fix[]): CodeContext {
  const { store, ports } = context;
  const place = placeInCode(store.get());
  const prefixes = place.subnet?.addressPrefixes;
  const { profile } = store.get().choices;
  const ids = [...new Set(fixes.flatMap((one) => one.requirements))];
  return {
    writtenOn: formatDate(ports.say, ports.now().toISOString()),
    profile,
    subnetPrefixes: prefixes?.known === true ? prefixes.value : [],
    ...place,
    requirements: ids.map((id) => ({
      id,
      title: requirementName(ports.say, id),
      level: ports.say(levelKey(id, profile)),
      date: formatDate(ports.say, findRequirement(id)?.profiles[profile]?.from ?? ''),
    })),
  };
}

/** Returns the subnet before any fix, with its network if that is created too. */
function placeInCode(state: WizardState): Pick<CodeContext, 'subnet' | 'newNetwork' | 'peering'> {
  const completed = isProposing(state) ? state.proposal?.completed : undefined;
  if (completed) {
    const { subnet, bare, peering } = completed;
    return { subnet, newNetwork: bare, ...(peering ? { peering } : {}) };
  }
  const subnet = chosenSubnet(state)?.subnet;
  return subnet ? { subnet } : {};
}

function levelKey(id: string, profile: Profile): 'level.refused' | 'level.documented' | 'level.recommended' {
  const found = findRequirement(id);
  const inProfile = found?.profiles[profile];
  if (found?.effect === 'refused') return 'level.refused';
  return inProfile?.basis === 'documented' ? 'level.documented' : 'level.recommended';
}

/** Returns the selected fixes. Throws if one is no longer valid, so that no file is written. */
function fixesForCode(context: WizardContext): readonly Fix[] {
  const { fixes, untested } = context.store.get().codeFixes;
  if (untested) throw notTested(context, untested);
  return fixes;
}

/** Error if a fix can't be tested: without it, the files would differ from the page. */
function notTested({ ports }: WizardContext, ids: readonly string[]): ProblemError {
  const names = formatList(
    ports.say,
    ids.map((id) => requirementName(ports.say, id)),
  );
  return new ProblemError({
    code: 'refused',
    message: ports.say('write.notTested', { names }),
    retryable: false,
  });
}
