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

/** An ARM id or a name from the page: bounded, and looked up by the host before it is used. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const ids = v.pipe(v.array(id), v.maxLength(200));
const nothing = v.object({});
const done = v.null();

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
  way: v.optional(id),
  includeOthers: v.optional(v.boolean()),
  entry: v.optional(v.object({ key: id, name: v.pipe(v.string(), v.maxLength(200)), priority: v.number() })),
});

/**
 * The wizard's page and its host. A call asks for something to be done and answers when it is; what it changes in
 * the state arrives as signals, each a whole snapshot of its part.
 */
export const wizardChannel = defineChannel({
  version: 1,
  calls: {
    chooseSubscription: { params: v.object({ id }), result: done },
    chooseWorkspace: { params: v.object({ id }), result: done },
    /** All regions of one service, in place of those that were chosen for it. */
    chooseRegions: { params: regionChoiceSchema, result: done },
    chooseKind: { params: v.object({ kind: planKindSchema }), result: done },
    choosePublicIp: { params: v.object({ publicIp: v.boolean() }), result: done },
    chooseNetwork: { params: v.object({ id }), result: done },
    /** Of an attached kind: another subnet of the target, for Readiness to show. */
    chooseSubnet: { params: v.object({ id }), result: done },
    /** A field of the network that does not exist yet. */
    changeNewNetwork: { params: networkFieldChangeSchema, result: done },
    /** Back to the networks that exist. */
    leaveNewNetwork: { params: nothing, result: done },
    chooseTarget: { params: v.object({ id }), result: done },
    changeAccess: { params: accessFieldsSchema, result: done },
    changeSize: { params: sizeFields, result: done },
    /** False where the text is a private key: it is not kept, and the page forgets it too. */
    giveSshKey: { params: v.object({ text: v.pipe(v.string(), v.maxLength(20_000)) }), result: v.boolean() },
    chooseProfile: { params: v.object({ profile: v.picklist(['current', '2020-12']) }), result: done },
    /** Results of rows that came into view; ids of networks or subnets. */
    checkRows: {
      params: v.object({ ids }),
      result: v.array(v.object({ id: v.string(), outcome: outcomeCellSchema })),
    },
    /** Answers once the plan that the page holds has all that was asked for before. */
    catchUp: { params: nothing, result: done },
    /** The person opened a section, or closed the one that was open. */
    openSection: { params: v.object({ section: openedSectionSchema }), result: done },
    refresh: { params: nothing, result: done },
    /** The person has seen that somebody else changed something. */
    dismissNotice: { params: nothing, result: done },
    /** The person has seen what became of the last fix. */
    dismissFixNotice: { params: nothing, result: done },
    /** A link or button of a list's sentence, by its id. */
    act: { params: v.object({ id }), result: done },
    /** A link of Readiness: opens a page, a source, or the portal. */
    openLink: { params: v.object({ link: id }), result: done },
    /** Has Azure set up the managed network of the chosen workspace, asked about once; answers when it stands. */
    setUpNetwork: { params: nothing, result: done },
    /** Azure goes on setting it up; nobody waits for it any more. */
    stopSettingUp: { params: nothing, result: done },
    /** `retries`: once it's applied, the failed creation starts again. */
    previewFix: { params: v.object({ ids, retries: v.optional(v.boolean()) }), result: done },
    /** Previews a rule for each flow that leaves only by default, and a last one that closes the rest. */
    closeRest: { params: nothing, result: done },
    /** Another choice in an open preview: it is proven again at once. What is not said stays. */
    changeFix: { params: fixChoice, result: done },
    closeFix: { params: nothing, result: done },
    /** Asks once in a modal of VS Code; true where it was applied. */
    applyFix: { params: v.object({ preview: id }), result: v.boolean() },
    /** What was refused half-way goes on with the rest; true where it was applied. */
    continueFix: { params: v.object({ preview: id }), result: v.boolean() },
    /** Ends applying before the next resource. */
    stopFix: { params: nothing, result: done },
    /** Previews taking back what was applied, or what was begun. */
    undoFix: { params: v.object({ preview: id }), result: done },
    putFixIntoCode: { params: v.object({ preview: id }), result: done },
    takeFixOutOfCode: { params: v.object({ id }), result: done },
    /** Opens the network request in the plan's place, of these requirements; of all where none are named. */
    openRequest: { params: v.object({ ids: v.optional(ids) }), result: done },
    closeRequest: { params: nothing, result: done },
    /** Which part of the open request is shown, and copied. */
    showInRequest: { params: v.object({ part: id }), result: done },
    /** What the open request shows, as Markdown. */
    copyShownRequest: { params: nothing, result: done },
    saveRequest: { params: nothing, result: done },
    /** Copies it, and opens a mail that begins with it. */
    mailRequest: { params: nothing, result: done },
    /** Asks who confirmed what isn't known, and when; true where it was stated. */
    confirmRequest: { params: v.object({ ids: v.optional(ids) }), result: v.boolean() },
    undoConfirmation: { params: v.object({ id }), result: done },
    /** Copies what to ask the network team for, of these requirements; all of it where none are named. */
    copyRequest: { params: v.object({ ids: v.optional(ids) }), result: done },
    create: { params: v.object({ anyway: v.boolean() }), result: done },
    stopWaiting: { params: nothing, result: done },
    deleteBegun: { params: nothing, result: done },
    closeCreation: { params: nothing, result: done },
    copyFailure: { params: nothing, result: done },
    /** Explains an error message with the evidence of the chosen subnet; what it comes to arrives as a signal. */
    explainError: {
      params: v.object({ message: v.pipe(v.string(), v.minLength(1), v.maxLength(longestMessage)) }),
      result: done,
    },
    /** Asks Azure for its own diagnosis of the chosen workspace, and shows it next to the results. Changes nothing. */
    diagnose: { params: nothing, result: done },
    closeReport: { params: nothing, result: done },
    /** Saves what happened, with the results of the subnet, where the person says. */
    saveFailure: { params: nothing, result: done },
    /** Asks first, since a node is billed: runs one job that tests the network from a node, and follows it. */
    testNetwork: { params: nothing, result: done },
    /** Cancels that job. */
    stopTest: { params: nothing, result: done },
    copySnippet: { params: v.object({ id: v.picklist(['python', 'yaml']) }), result: done },
    /** Opens the created compute in Azure ML studio. */
    openInStudio: { params: nothing, result: done },
    /** Shows the created compute in the side bar. */
    showInCompute: { params: nothing, result: done },
    /** True where files were written. */
    write: { params: v.object({ format: v.picklist(generatedIds) }), result: v.boolean() },
    /** Opens one of the files that were written last. */
    openWritten: { params: v.object({ name: v.string() }), result: done },
    copyPlan: { params: v.object({ format: v.picklist(['bicep', 'arm', 'text']) }), result: done },
  },
  signals: {
    planChanged: planSchema,
    networksChanged: networkListSchema,
    subnetsChanged: subnetListSchema,
    /** Null where nothing is attached. */
    targetsChanged: v.nullable(targetListSchema),
    boardChanged: readinessSchema,
    previewChanged: v.nullable(fixPreviewSchema),
    reviewChanged: reviewSchema,
    creationChanged: v.nullable(creationSchema),
    /** Null while nothing is explained. */
    reportChanged: v.nullable(reportSchema),
    /** Null while no request is open. */
    requestChanged: v.nullable(requestPageSchema),
    /** The two ends are of different versions: the page asks to reload the window. */
    outdated: nothing,
  },
});

export type WizardChannel = typeof wizardChannel;
