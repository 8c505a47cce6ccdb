import { reason, type Reason } from '../../core/reason';
import { evaluateDeployment, type EvaluatedDeployment } from '../../documents/evaluate/evaluate-deployment';
import { isTerraformPlan } from '../../documents/terraform/plan/read-plan';
import { missingAmong, mostRounds, withUnread } from '../../file-checks/analyze-file';
import { knownFiles, type KnownFiles } from '../../file-checks/known-files';
import { readParameters, templateReader } from '../../file-checks/template-reader';
import { isTerraformFile } from '../../file-checks/terraform-root';
import type { Say } from '../../messages/say';
import { formatReason } from '../../wording/reason-text';
import { eachFaultOnce, placedErrorText, placedFaults } from '../placed-error-text';
import { namedTemplate } from '../named-template';
import { parametersText } from '../parameter-choice';
import { requireRoot, requireUsedValues } from '../require-options';
import { sourceFileSystem, type Disk } from '../read-sources';
import { UnreadableFile, type TextFile } from '../resources/read-resources';
import { predictedResources } from './predicted-resources';
import { resolvePlan, resolveTerraform, terraformFolderOf, type Resolved } from './resolve-terraform';
import type { ResolveCommandOptions, ResolveOptions } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { reportJsonText } from '../report/json-text';

/**
 * Prints every resource that a template declares, with evaluated values. Exits with 3 if a part can't be read or
 * evaluated.
 */
export async function resolve(commandOptions: ResolveCommandOptions, terminal: Terminal): Promise<ExitCode> {
  await requireRoot(terminal, commandOptions);
  // A configuration file is read with its folder.
  const folder = isTerraformFile(commandOptions.file)
    ? (/^(.*)[\\/]/.exec(commandOptions.file)?.[1] ?? '.')
    : commandOptions.file;
  const configurations = await terraformFolderOf(terminal, folder);
  const file = configurations ? `${folder}/main.tf` : commandOptions.file;
  requireUsedValues(commandOptions, [file]);
  const { out, faults, note } = await (configurations
    ? resolveTerraform(terminal, { ...commandOptions, file: folder, configurations }, terminal.say)
    : resolveFile(terminal, commandOptions, terminal.say));
  if (note !== '') terminal.error(`${note}\n`);
  for (const fault of faults) terminal.error(`${fault}\n`);
  terminal.out(out);
  return faults.length > 0 ? 3 : 0;
}

/**
 * Reads a template with all files that it refers to, and evaluates it.
 * @throws `UnreadableFile` if the template can't be read
 */
export async function resolveFile(disk: Disk, commandOptions: ResolveOptions, say: Say): Promise<Resolved> {
  const { root, options, parameters } = await namedTemplate(disk, commandOptions.file, commandOptions);
  if (isTerraformPlan(root.text)) return resolvePlan(root, say);
  if (!parameters) {
    throw new UnreadableFile(reason('terminal.noTemplate', { file: root.name }));
  }
  const { evaluated, texts } = await evaluate(disk, root, options);
  const word = (because: Reason): string => formatReason(say, because);
  const missing = missingAmong(evaluated.unread).map(({ because: { key, values = {} }, place }) => ({
    key,
    values,
    place,
  }));
  const faults = [...evaluated.faults, ...missing];
  const resources = predictedResources(evaluated.resources, word);
  return {
    note: parametersText(say, parameters.isGiven ? [] : [parameters]),
    out: `${reportJsonText({ resources })}\n`,
    faults: eachFaultOnce(placedFaults(say, faults, (file) => texts.get(file))).map(placedErrorText),
  };
}

interface Reading {
  readonly evaluated: EvaluatedDeployment;
  readonly texts: ReadonlyMap<string, string>;
}

async function evaluate(disk: Disk, root: TextFile, options: ResolveOptions): Promise<Reading> {
  const texts = new Map<string, string>();
  const world = await sourceFileSystem(disk, root, options);
  const files = knownFiles({
    ...world,
    async read(name) {
      const text = await world.read(name);
      if (text !== undefined) texts.set(name, text);
      return text;
    },
  });
  const once = evaluateRoot(root.name.replaceAll('\\', '/'), files, options);
  for (let round = 0; round < mostRounds; round += 1) {
    const evaluated = once();
    if (!(await files.fetch())) return { evaluated, texts };
  }
  return { evaluated: withUnread(root.name, once(), files), texts };
}

function evaluateRoot(root: string, files: KnownFiles, options: ResolveOptions): () => EvaluatedDeployment {
  const reader = templateReader();
  return () => {
    const source = files.named(root);
    if (source.is !== 'text') {
      return {
        resources: [],
        outputs: new Map(),
        faults: [],
        borrowed: new Map(),
        unread: [],
        leavesOut: false,
      };
    }
    const template = reader.read(root, source.text);
    const parameters = options.params === undefined ? null : readParameters(options.params, files);
    const evaluated = evaluateDeployment(template, {
      parameters,
      deployment: { ...options, cloud: 'public' },
      files,
      parse: reader.read,
    });
    const errors = reader.all().flatMap((one) => one.errors);
    return { ...evaluated, faults: [...errors, ...(parameters?.errors ?? []), ...evaluated.faults] };
  };
}
