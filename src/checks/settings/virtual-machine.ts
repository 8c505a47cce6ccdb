import { findSubnet } from '../../core/network/find';
import { reason } from '../../core/reason';
import { withSeverity, passed, failed, unknownResult, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';
import { nicSecurityGroup } from '../target';
import { attachTargetOf } from '../target';
import { notChosen } from './attached';

/** Ubuntu by its own name, or the Data Science Virtual Machine, which is based on it. */
const ubuntu = /ubuntu|dsvm/i;

/** Checks requirement `vm-ubuntu-only`. */
export function checkMachineSystem({ plan }: PlanContext): SettingResult {
  const machine = attachTargetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { os, image } = machine;
  if (!os.known) return unknownResult(os.because);
  if (os.value === 'Windows') return failed('check.machine.windows');
  if (!image.known) return unknownResult(image.because);
  // The content of a custom disk is known only to its owner.
  if (image.value === null) return withSeverity('warning', unknownResult(reason('check.machine.ownDisk')));
  return ubuntu.test(image.value)
    ? passed('check.machine.ubuntu', { image: image.value })
    : failed('check.machine.otherSystem', { image: image.value });
}

/**
 * Checks requirement `vm-public-ip-required`. A public IP (Standard, like all since Basic was retired) denies inbound
 * traffic unless an NSG allows it (public IP addresses, undated).
 */
export function checkMachineAddress(context: PlanContext): SettingResult {
  const { plan } = context;
  const machine = attachTargetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { name, publicAddress } = machine;
  if (!publicAddress.known) return unknownResult(publicAddress.because);
  if (publicAddress.value === null) return failed('check.machine.noAddress', { name });
  const values = { address: publicAddress.value };
  return hasNoGroup(context)
    ? failed('check.machine.closed', values)
    : passed('check.machine.address', values);
}

/** True if neither the network interface nor the subnet has an NSG. */
function hasNoGroup({ model, plan }: PlanContext): boolean {
  const nic = nicSecurityGroup(model, plan);
  const subnet = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId)?.subnet;
  if (!nic?.known || !subnet?.securityGroup.known) return false;
  return nic.value === null && subnet.securityGroup.value === null;
}
