import type { Handlers } from '../../contract/channel';
import type { WizardChannel } from '../../contract/wizard/channel';
import { setSshKey } from './actions/change-options';
import { changeSize } from './actions/change-size';
import {
  chooseKind,
  chooseNetwork,
  chooseProfile,
  choosePublicIp,
  chooseSubnet,
  chooseRegions,
} from './actions/choose';
import { changeNewNetwork, copyPeeringRequest, leaveNewNetwork } from './actions/choose-new-network';
import { changeAccess, chooseTarget } from './actions/choose-target';
import { chooseWorkspace } from './actions/choose-workspace';
import { chooseSubscription } from './actions/connect';
import { closeCreation, startCreation, stopWaiting } from './actions/create-compute';
import { startNetworkTest, stopTest } from './actions/test-network';
import {
  closeNetworkRequest,
  confirmRequest,
  copyNetworkRequest,
  copyReadRoleRequest,
  copyShownRequest,
  mailRequest,
  openNetworkRequest,
  saveRequest,
  showInRequest,
  undoConfirmation,
} from './actions/network-request';
import { copySnippet, openInStudio, showInCompute } from './actions/created-compute';
import { closeReport, explainMessage } from './actions/explain-error';
import { copyFailure, saveFailure } from './actions/report-failure';
import { diagnose } from './actions/diagnose';
import { deleteStarted } from './actions/delete-started';
import { act, openLink } from './actions/open';
import { rememberSection } from './actions/open-section';
import { applyPreviewedFix, continueFix, stopFix } from './actions/apply-fix';
import {
  changeFix,
  closeFix,
  previewClosing,
  previewFix,
  putFixIntoCode,
  removeFixFromCode,
} from './actions/preview-fix';
import { setUpNetwork, stopSettingUp } from './actions/set-up-network';
import { undoFix } from './actions/undo-fix';
import { dismissFixNotice, dismissNotice } from './actions/read-networks';
import { refreshWizard } from './actions/refresh';
import { copyPlan, openWrittenCode, writeCode } from './actions/write-code';
import { writeNewTargetCode } from './actions/write-new-target';
import type { GeneratedId } from '../../contract/wizard/code-form';
import type { WizardContext } from './context';
import { showRows } from './row-order';

/**
 * Creates the handlers of the page's calls, each as one action. Long reads continue after the response; signals report
 * their end.
 */
export function wizardHandlers(context: WizardContext): Handlers<WizardChannel> {
  return {
    chooseSubscription: ({ id }) => done(chooseSubscription(context, id)),
    chooseWorkspace: ({ id }) => done(chooseWorkspace(context, id)),
    chooseRegions: async (choice) => done(chooseRegions(context, choice)),
    chooseKind: async ({ kind }) => done(chooseKind(context, kind)),
    choosePublicIp: async ({ publicIp }) => done(choosePublicIp(context, publicIp)),
    chooseNetwork: ({ id }) => done(chooseNetwork(context, id)),
    chooseSubnet: ({ id }) => done(chooseSubnet(context, id)),
    changeNewNetwork: async (typed) => done(changeNewNetwork(context, typed)),
    leaveNewNetwork: async () => done(leaveNewNetwork(context)),
    copyPeeringRequest: () => done(copyPeeringRequest(context)),
    chooseTarget: ({ id }) => done(chooseTarget(context, id)),
    writeNewTarget: () => done(writeNewTargetCode(context)),
    changeAccess: async (fields) => done(changeAccess(context, fields)),
    changeSize: async (fields) => done(changeSize(context, fields)),
    setSshKey: async ({ text }) => Promise.resolve(setSshKey(context, text)),
    chooseProfile: async ({ profile }) => done(chooseProfile(context, profile)),
    checkRows: async ({ ids }) => [...showRows(context, ids)],
    // Earlier requests have already started, and their changes were sent in the same turn.
    catchUp: () => done(null),
    openSection: async ({ section }) => done(rememberSection(context, section)),
    refresh: () => done(refreshWizard(context)),
    dismissNotice: async () => done(dismissNotice(context)),
    dismissFixNotice: async () => done(dismissFixNotice(context)),
    act: ({ id }) => done(act(context, id)),
    openLink: ({ link }) => done(openLink(context, link)),
    setUpNetwork: () => done(setUpNetwork(context)),
    stopSettingUp: async () => done(stopSettingUp(context)),
    previewFix: async ({ ids, retries }) => done(previewFix(context, ids, retries)),
    denyOtherOutbound: async () => done(previewClosing(context)),
    changeFix: async (choice) => done(changeFix(context, choice)),
    closeFix: () => done(closeFix(context)),
    applyFix: ({ preview }) => applyPreviewedFix(context, preview),
    continueFix: ({ preview }) => continueFix(context, preview),
    stopFix: async () => done(stopFix(context)),
    undoFix: async ({ preview }) => done(undoFix(context, preview)),
    putFixIntoCode: async ({ preview }) => done(putFixIntoCode(context, preview)),
    removeFixFromCode: async ({ id }) => done(removeFixFromCode(context, id)),
    ...requestHandlers(context),
    create: ({ anyway }) => done(startCreation(context, anyway)),
    stopWaiting: async () => done(stopWaiting(context)),
    deleteStarted: () => done(deleteStarted(context)),
    closeCreation: async () => done(closeCreation(context)),
    copyFailure: () => done(copyFailure(context)),
    explainError: async ({ message }) => done(explainMessage(context, message)),
    diagnose: () => done(diagnose(context)),
    closeReport: async () => done(closeReport(context)),
    saveFailure: () => done(saveFailure(context)),
    testNetwork: () => done(startNetworkTest(context)),
    stopTest: async () => done(stopTest(context)),
    copySnippet: ({ id }) => done(copySnippet(context, id)),
    openInStudio: () => done(openInStudio(context)),
    showInCompute: () => done(showInCompute(context)),
    write: ({ format }) => write(context, format),
    openWritten: ({ name }) => done(openWrittenCode(context, name)),
    copyPlan: ({ format }) => done(copyPlan(context, format)),
  };
}

type RequestCalls =
  | 'openRequest'
  | 'closeRequest'
  | 'showInRequest'
  | 'copyReadRoleRequest'
  | 'copyShownRequest'
  | 'saveRequest'
  | 'mailRequest'
  | 'confirmRequest'
  | 'undoConfirmation'
  | 'copyRequest';

function requestHandlers(context: WizardContext): Pick<Handlers<WizardChannel>, RequestCalls> {
  return {
    openRequest: ({ ids }) => done(openNetworkRequest(context, ids)),
    closeRequest: async () => done(closeNetworkRequest(context)),
    showInRequest: async ({ part }) => done(showInRequest(context, part)),
    copyReadRoleRequest: ({ id }) => done(copyReadRoleRequest(context, id)),
    copyShownRequest: () => done(copyShownRequest(context)),
    saveRequest: () => done(saveRequest(context)),
    mailRequest: () => done(mailRequest(context)),
    confirmRequest: ({ ids }) => confirmRequest(context, ids),
    undoConfirmation: async ({ id }) => done(undoConfirmation(context, id)),
    copyRequest: ({ ids }) => done(copyNetworkRequest(context, ids)),
  };
}

async function write(context: WizardContext, format: GeneratedId): Promise<boolean> {
  const isWritten = await writeCode(context, format);
  if (isWritten) {
    context.ports.count({ event: 'codeWritten', measures: {} });
    context.ports.reached('computeMade');
  }
  return isWritten;
}

/** Answers a call after its work, without a value. */
async function done(work: unknown): Promise<null> {
  await work;
  return null;
}
