import { findSubnet } from '../../core/network/find';
import { reason } from '../../core/reason';
import { at, met, notMet, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';
import { cardGroupOf } from '../target';
import { notChosen, targetOf } from './attached';

/** Ubuntu by its own name, or the Data Science Virtual Machine, which is made of it. */
const ubuntu = /ubuntu|dsvm/i;

/** Requirement `vm-ubuntu-only`. */
export function judgeMachineSystem({ plan }: PlanContext): SettingAnswer {
  const machine = targetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { os, image } = machine;
  if (!os.known) return undecided(os.because);
  if (os.value === 'Windows') return notMet('judge.machine.windows');
  if (!image.known) return undecided(image.because);
  // What is on a disk of one's own, only its owner knows.
  if (image.value === null) return at('warning', undecided(reason('judge.machine.ownDisk')));
  return ubuntu.test(image.value)
    ? met('judge.machine.ubuntu', { image: image.value })
    : notMet('judge.machine.otherSystem', { image: image.value });
}

/**
 * Requirement `vm-public-ip-required`. A public IP (Standard, as all are since Basic ended) lets nothing in where no
 * security group opens it (public IP addresses, undated).
 */
export function judgeMachineAddress(context: PlanContext): SettingAnswer {
  const { plan } = context;
  const machine = targetOf(plan, 'virtual-machine');
  if (!machine) return notChosen();
  const { name, publicAddress } = machine;
  if (!publicAddress.known) return undecided(publicAddress.because);
  if (publicAddress.value === null) return notMet('judge.machine.noAddress', { name });
  const values = { address: publicAddress.value };
  return hasNoGroup(context) ? notMet('judge.machine.closed', values) : met('judge.machine.address', values);
}

/** True where neither the network card nor the subnet certainly has a security group. */
function hasNoGroup({ model, plan }: PlanContext): boolean {
  const card = cardGroupOf(model, plan);
  const subnet = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId)?.subnet;
  if (!card?.known || !subnet?.securityGroup.known) return false;
  return card.value === null && subnet.securityGroup.value === null;
}
