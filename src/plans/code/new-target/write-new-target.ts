import type { AttachedKind } from '../../../core/compute-kinds';
import { nameOf, segmentOf } from '../../../core/network/find';
import type { AttachPlan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { safeFileName } from '../build-template';
import type { CodeContext, CodeFile } from '../code-context';
import { attachCommand, scriptText } from '../scripts/az-script';
import { cloudOfPlan, scriptHeading } from '../scripts/script-parts';
import { shellWord } from '../scripts/shell-text';
import { writeAz } from '../scripts/write-az';
import { bicepFiles } from '../write-bicep';
import { createScript } from './create-script';
import { machineParts } from './machine-template';
import { newTargetIdOf, type NewTarget, type NewTargetForm, type NewTargetType } from './new-target';
import { sparkParts } from './spark-template';
import { newTargetTemplate } from './target-template';
import { newTargetTerraform } from './target-terraform';

/**
 * Returns code that creates a virtual machine or an HDInsight cluster in a subnet, with an SSH key. The files don't
 * contain secrets. A script attaches the resource afterwards.
 */
export function writeNewTarget(
  form: NewTargetForm,
  target: NewTarget,
  { context, say }: { readonly context: CodeContext; readonly say: PlanSay },
): readonly CodeFile[] {
  const fileName = safeFileName(target.name);
  const heading = headingOf(target, context, say);
  const parts = target.is === 'machine' ? machineParts(target, say) : sparkParts(target, say);
  const group = segmentOf(target.workspaceId, 'resourceGroups') ?? '';
  const write: Readonly<Record<NewTargetForm, () => readonly CodeFile[]>> = {
    bicep: () => {
      const deploy = [
        say('write.heading.deploy', { group }),
        say(`newTarget.replaces.${target.is}`),
        say(`newTarget.bicepSecrets.${target.is}`),
      ];
      return bicepFiles(newTargetTemplate([...heading, ...deploy], parts, say), fileName, say);
    },
    terraform: () => {
      const deploy = [say('write.terraform.deploy'), say(`newTarget.terraformSecrets.${target.is}`)];
      const template = newTargetTemplate([...heading, ...deploy], parts, say);
      return newTargetTerraform(target, { template, fileName, say });
    },
    az: () => [{ name: `${fileName}.sh`, text: createScript(target, heading, say) }],
  };
  return [...write[form](), { name: `${fileName}-attach.sh`, text: attachScript(target, context, say) }];
}

/** Returns notes for readers of the code. */
export function newTargetNotes(is: NewTargetType): readonly string[] {
  return notes[is];
}

const notes: Readonly<Record<NewTargetType, readonly string[]>> = {
  machine: ['newTarget.bills.machine', 'newTarget.noPublicIp'],
  spark: ['newTarget.bills.spark', 'newTarget.storage', 'newTarget.notChecked'],
};

function headingOf(target: NewTarget, context: CodeContext, say: PlanSay): readonly string[] {
  const { is, name, subnetId } = target;
  const network = segmentOf(subnetId, 'virtualNetworks') ?? '';
  return [
    say(`newTarget.heading.${is}`, { name, subnet: nameOf(subnetId), network }),
    say('write.heading.written', { date: context.writtenOn }),
    ...newTargetNotes(is).map((key) => say(key)),
    say('newTarget.attach', { file: `${safeFileName(name)}-attach.sh` }),
  ];
}

/** Domains of HDInsight (hdinsight-hadoop-linux-information, and the same page for each cloud). */
const sparkDomains = { public: 'azurehdinsight.net', usgov: 'azurehdinsight.us', china: 'azurehdinsight.cn' };

const kinds: Readonly<Record<NewTargetType, AttachedKind>> = {
  machine: 'virtual-machine',
  spark: 'hdinsight',
};

function attachPlanOf(target: NewTarget): AttachPlan {
  const { is, name, workspaceId, workspaceLocation, subnetId, adminUser } = target;
  // CLI v2 reads the address of a virtual machine itself.
  const address = is === 'spark' ? `${name}-ssh.${sparkDomains[cloudOfPlan(target)]}` : '';
  return {
    kind: kinds[is],
    name,
    workspaceId,
    workspaceLocation,
    location: workspaceLocation,
    targetId: newTargetIdOf(target),
    subnetId,
    otherSubnetIds: [],
    access: { is: 'ssh', address, port: 22, user: adminUser, signIn: 'key' },
    fixes: [],
  };
}

function attachScript(target: NewTarget, context: CodeContext, say: PlanSay): string {
  const plan = attachPlanOf(target);
  if (target.is === 'spark') {
    const [file] = writeAz(plan, context, say).files;
    return file?.text ?? '';
  }
  const flags = [
    '--name "$name"',
    '--type=virtualmachine',
    `--resource-id=${shellWord(plan.targetId)}`,
    `--admin-username=${shellWord(target.adminUser)}`,
    '--ssh-port=22',
  ];
  const heading = [...scriptHeading(plan, { context, leftOut: [], say }), say('newTarget.noPublicIp')];
  return scriptText(plan, { heading, commands: [attachCommand(plan, flags)], say });
}
