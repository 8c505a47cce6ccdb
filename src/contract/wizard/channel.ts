import { generatedIds } from './code-form';
import * as v from 'valibot';
import { defineChannel } from '../channel';
import { accessFieldsSchema, targetListSchema } from './attach';
import { readinessSchema } from './readiness';
import { creationSchema } from './creation';
import { fixPreviewSchema } from './fix-preview';
import { networkListSchema, subnetListSchema } from './lists';
import { networkFieldChangeSchema } from './new-network';
import { openedSectionSchema, planSchema } from './plan';
import { planKindSchema } from './plan-kind';
import { longestMessage, reportSchema } from './report';
import { requestPageSchema } from './request';
import { reviewSchema } from './review';
import { regionChoiceSchema } from './service-regions';
import { optionFields } from './size-options';
import { outcomeCellSchema } from './shared-schemas';

/** An ARM ID or a name from the page. Its length is limited, and the host looks it up before use. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const ids = v.pipe(v.array(id), v.maxLength(200));
const nothing = v.object({});
const done = v.null();

/** The subnet, workspace, and kind of compute resource that Readiness shows. */
const results = ['results'] as const;
/** The plan that Review shows. */
const plan = ['plan'] as const;
/** The proposed network, and what it's for. */
const proposal = [...results, ...plan] as const;
/** The created compute resource, or the creation, that the page shows. */
const creation = ['creation'] as const;

const sizeFields = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  vmSize: v.optional(id),
  minNodes: v.optional(v.number()),
  maxNodes: v.optional(v.number()),
  idleMinutes: v.optional(v.number()),
  priority: v.optional(v.picklist(['Dedicated', 'LowPriority'])),
  ...optionFields,
});

const fixChoice = v.object({
  preview: id,
  ids: v.optional(ids),
  alternative: v.optional(id),
  includeOthers: v.optional(v.boolean()),
  entry: v.optional(v.object({ key: id, name: v.pipe(v.string(), v.maxLength(200)), priority: v.number() })),
});

/**
 * Channel between the wizard's page and its host.
 * A call requests an action, and resolves when it's done. State changes arrive as signals, each a full snapshot of its
 * part. A call that acts on what the page shows, without naming it, states it in `about`.
 */
export const wizardChannel = defineChannel({
  version: 2,
  calls: {
    chooseSubscription: { params: v.object({ id }), result: done },
    chooseWorkspace: { params: v.object({ id }), result: done },
    /** Replaces all regions that were chosen for a service. */
    chooseRegions: { params: regionChoiceSchema, result: done },
    chooseKind: { params: v.object({ kind: planKindSchema }), result: done },
    choosePublicIp: { params: v.object({ publicIp: v.boolean() }), result: done },
    chooseNetwork: { params: v.object({ id }), result: done },
    /** For an attached kind: chooses another subnet of the target for Readiness. */
    chooseSubnet: { params: v.object({ id }), result: done },
    /** Changes a field of the proposed network. */
    changeNewNetwork: { params: networkFieldChangeSchema, result: done },
    /** Returns to the existing networks. */
    leaveNewNetwork: { params: nothing, result: done },
    /** Copies the request to the owner of the network with the workspace's private endpoint. */
    copyPeeringRequest: { params: nothing, result: done, about: proposal },
    chooseTarget: { params: v.object({ id }), result: done },
    /** Writes code for a new resource to attach. Asks for its values first. */
    writeNewTarget: { params: nothing, result: done, about: results },
    changeAccess: { params: accessFieldsSchema, result: done },
    changeSize: { params: sizeFields, result: done },
    /** Resolves to false if the text is a private key: it isn't kept, and the page clears it too. */
    setSshKey: { params: v.object({ text: v.pipe(v.string(), v.maxLength(20_000)) }), result: v.boolean() },
    chooseProfile: { params: v.object({ profile: v.picklist(['current', '2020-12']) }), result: done },
    /** Checks rows that became visible. `ids` are networks or subnets. */
    checkRows: {
      params: v.object({ ids }),
      result: v.array(v.object({ id: v.string(), outcome: outcomeCellSchema })),
    },
    /** Resolves once the page's plan reflects all earlier requests. */
    catchUp: { params: nothing, result: done },
    /** Reports that the user opened a section, or closed the open one. */
    openSection: { params: v.object({ section: openedSectionSchema }), result: done },
    refresh: { params: nothing, result: done },
    /** Dismisses the notice that another person changed something. */
    dismissNotice: { params: nothing, result: done },
    /** Dismisses the outcome of the last fix. */
    dismissFixNotice: { params: nothing, result: done },
    /** Runs a link or button of a list's note, by its ID, or a step after a creation. */
    act: { params: v.object({ id }), result: done, about: creation },
    /** Opens a link of Readiness: a page, a source, or the portal. */
    openLink: { params: v.object({ link: id }), result: done },
    /**
     * Has Azure set up the managed virtual network of the chosen workspace, after one confirmation. Resolves when it's
     * set up.
     */
    setUpNetwork: { params: nothing, result: done, about: results },
    /** Stops waiting for the setup. Azure continues it. */
    stopSettingUp: { params: nothing, result: done },
    /** `retries`: true to restart the failed creation once the fix is applied. */
    previewFix: { params: v.object({ ids, retries: v.optional(v.boolean()) }), result: done, about: results },
    /**
     * Previews an allow rule for each flow that only a default rule allows, and a last rule that denies other outbound
     * traffic.
     */
    denyOtherOutbound: { params: nothing, result: done, about: results },
    /** Changes an option in an open preview, which is then tested again. Omitted options stay. */
    changeFix: { params: fixChoice, result: done },
    closeFix: { params: nothing, result: done },
    /** Asks for confirmation in a modal dialog of VS Code. Resolves to true if the fix was applied. */
    applyFix: { params: v.object({ preview: id }), result: v.boolean() },
    /** Applies the rest of a fix that was refused halfway. Resolves to true if it was applied. */
    continueFix: { params: v.object({ preview: id }), result: v.boolean() },
    /** Stops applying before the next resource. */
    stopFix: { params: nothing, result: done },
    /** Previews undoing a fix that was applied, completely or in part. */
    undoFix: { params: v.object({ preview: id }), result: done },
    putFixIntoCode: { params: v.object({ preview: id }), result: done },
    removeFixFromCode: { params: v.object({ id }), result: done },
    /** Shows the network request in place of the plan, for these requirements. Default: all. */
    openRequest: { params: v.object({ ids: v.optional(ids) }), result: done, about: results },
    closeRequest: { params: nothing, result: done },
    /** Selects the part of the open request that is shown and copied. */
    showInRequest: { params: v.object({ part: id }), result: done, about: results },
    /** Copies the shown part of the open request as Markdown. */
    copyShownRequest: { params: nothing, result: done, about: results },
    /** Copies the request for the role without which a cause can't be read. `id`: key of the cause. */
    copyReadRoleRequest: { params: v.object({ id }), result: done, about: results },
    saveRequest: { params: nothing, result: done, about: results },
    /** Copies the request, and opens an email that begins with it. */
    mailRequest: { params: nothing, result: done, about: results },
    /** Asks who confirmed an unknown result, and when. Resolves to true if the user entered it. */
    confirmRequest: { params: v.object({ ids: v.optional(ids) }), result: v.boolean(), about: results },
    undoConfirmation: { params: v.object({ id }), result: done },
    /** Copies the network request for these requirements. Default: all. */
    copyRequest: { params: v.object({ ids: v.optional(ids) }), result: done, about: results },
    create: { params: v.object({ anyway: v.boolean() }), result: done, about: plan },
    stopWaiting: { params: nothing, result: done, about: creation },
    deleteStarted: { params: nothing, result: done, about: creation },
    closeCreation: { params: nothing, result: done, about: creation },
    copyFailure: { params: nothing, result: done, about: creation },
    /** Explains an error message with the evidence of the chosen subnet. The explanation arrives as a signal. */
    explainError: {
      params: v.object({ message: v.pipe(v.string(), v.minLength(1), v.maxLength(longestMessage)) }),
      result: done,
    },
    /** Runs Azure's own diagnosis of the chosen workspace, and shows it next to the results. Changes nothing. */
    diagnose: { params: nothing, result: done, about: results },
    closeReport: { params: nothing, result: done },
    /** Saves the failure, with the subnet's results, to a place that the user chooses. */
    saveFailure: { params: nothing, result: done, about: creation },
    /**
     * Runs one job that tests the network from a node, and follows it. Asks for confirmation first, because the node is
     * billed.
     */
    testNetwork: { params: nothing, result: done, about: creation },
    /** Cancels that job. */
    stopTest: { params: nothing, result: done, about: creation },
    copySnippet: { params: v.object({ id: v.picklist(['python', 'yaml']) }), result: done, about: creation },
    /** Opens the created compute resource in Azure ML studio. */
    openInStudio: { params: nothing, result: done, about: creation },
    /** Shows the created compute resource in the side bar. */
    showInCompute: { params: nothing, result: done, about: creation },
    /** Resolves to true if files were written. */
    write: { params: v.object({ format: v.picklist(generatedIds) }), result: v.boolean(), about: plan },
    /** Opens one of the files that were written last. */
    openWritten: { params: v.object({ name: v.string() }), result: done },
    copyPlan: {
      params: v.object({ format: v.picklist(['bicep', 'arm', 'text']) }),
      result: done,
      about: plan,
    },
  },
  signals: {
    planChanged: planSchema,
    networksChanged: networkListSchema,
    subnetsChanged: subnetListSchema,
    /** null if the plan doesn't attach anything. */
    targetsChanged: v.nullable(targetListSchema),
    readinessChanged: readinessSchema,
    previewChanged: v.nullable(fixPreviewSchema),
    reviewChanged: reviewSchema,
    creationChanged: v.nullable(creationSchema),
    /** null while no explanation is open. */
    reportChanged: v.nullable(reportSchema),
    /** Null while no request is open. */
    requestChanged: v.nullable(requestPageSchema),
    /** Page and host have different versions: the page asks the user to reload the window. */
    outdated: nothing,
  },
});

export type WizardChannel = typeof wizardChannel;
