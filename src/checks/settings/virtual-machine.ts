import { findSubnet } from '../../core/network/find';
import { reason } from '../../core/reason';
import { withSeverity, passed, failed, undecided, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';
import { nicSecurityGroup } from '../target';
import { attachTargetOf } from '../target';
import { notChosen } from './attached';

/** Ubuntu by its own name, or the Data Science Virtual Machine, which is made of it. */
const ubuntu = /ubuntu|dsvm/i;

/** Requirement `vm-ubuntu-only`. */
export function checkMachineSystem({ plan }: PlanContext): SettingResult {
  const machine = attachTargetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { os, image } = machine;
  if (!os.known) return undecided(os.because);
  if (os.value === 'Windows') return failed('judge.machine.windows');
  if (!image.known) return undecided(image.because);
  // What is on a disk of one's own, only its owner knows.
  if (image.value === null) return withSeverity('warning', undecided(reason('judge.machine.ownDisk')));
  return ubuntu.test(image.value)
    ? passed('judge.machine.ubuntu', { image: image.value })
    : failed('judge.machine.otherSystem', { image: image.value });
}

/**
 * Requirement `vm-public-ip-required`. A public IP (Standard, as all are since Basic ended) lets nothing in where no
 * security group opens it (public IP addresses, undated).
 */
export function checkMachineAddress(context: PlanContext): SettingResult {
  const { plan } = context;
  const machine = attachTargetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { name, publicAddress } = machine;
  if (!publicAddress.known) return undecided(publicAddress.because);
  if (publicAddress.value === null) return failed('judge.machine.noAddress', { name });
  const values = { address: publicAddress.value };
  return hasNoGroup(context)
    ? failed('judge.machine.closed', values)
    : passed('judge.machine.address', values);
}

/** True where neither the network interface nor the subnet certainly has a security group. */
function hasNoGroup({ model, plan }: PlanContext): boolean {
  const card = nicSecurityGroup(model, plan);
  const subnet = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId)?.subnet;
  if (!card?.known || !subnet?.securityGroup.known) return false;
  return card.value === null && subnet.securityGroup.value === null;
}
