// The two paths through the code that docs/architecture.md shows. `scripts/architecture.mjs` draws them, and fails if a
// step isn't in the code, goes up a layer, or returns to a file.

/**
 * @typedef {object} PathStep
 * @property {number} depth below the step that leads to it
 * @property {string} file
 * @property {string} name in the text of both files
 * @property {string} does
 * @property {string} [through] the file that declares `name`, where neither file imports the other: a channel or a port
 *
 * @typedef {object} CodePath
 * @property {string} picture its file in `docs/pictures`
 * @property {string} title
 * @property {readonly PathStep[]} steps
 */

/** @type {readonly CodePath[]} */
export const codePaths = [
  {
    picture: 'path-of-a-keystroke.svg',
    title: 'From a keystroke to a problem',
    steps: [
      {
        depth: 0,
        file: 'src/features/diagnostics/index.ts',
        name: 'onDidChangeTextDocument',
        does: 'VS Code reports the document',
      },
      {
        depth: 1,
        file: 'src/features/diagnostics/diagnostics-controller.ts',
        name: 'see',
        does: 'finds the template of the document',
      },
      {
        depth: 2,
        file: 'src/features/diagnostics/file-analyzer.ts',
        name: 'createFileAnalyzer',
        does: 'one analysis per file',
      },
      {
        depth: 3,
        file: 'src/features/diagnostics/debounce.ts',
        name: 'createFileDebounce',
        does: 'waits for a pause in typing',
      },
      {
        depth: 3,
        file: 'src/file-checks/analyze-file.ts',
        name: 'analyzeFile',
        does: 'reads the file with its modules',
      },
      {
        depth: 4,
        file: 'src/documents/evaluate/evaluate-deployment.ts',
        name: 'evaluateDeployment',
        does: 'values of the resources',
      },
      {
        depth: 4,
        file: 'src/documents/model/declared-network.ts',
        name: 'declaredNetwork',
        does: 'resources as a network model',
      },
      {
        depth: 4,
        file: 'src/file-checks/check-files.ts',
        name: 'checkFiles',
        does: 'subnets and plans to check',
      },
      {
        depth: 5,
        file: 'src/checks/check-subnet-cached.ts',
        name: 'checkSubnetCached',
        does: 'results of the same model',
      },
      { depth: 6, file: 'src/checks/check-subnet.ts', name: 'checkSubnet', does: 'each requirement' },
      {
        depth: 7,
        file: 'src/checks/check-requirement.ts',
        name: 'checkRequirement',
        does: 'one requirement',
      },
      {
        depth: 8,
        file: 'src/checks/check-required-flows.ts',
        name: 'checkRequiredFlows',
        does: 'each flow of a requirement',
      },
      { depth: 9, file: 'src/checks/evaluate-flow.ts', name: 'evaluateFilledFlow', does: 'one flow' },
      { depth: 10, file: 'src/core/reach/reach.ts', name: 'reach', does: 'routes and rules decide' },
      {
        depth: 3,
        file: 'src/file-checks/problems-of.ts',
        name: 'problemsOf',
        does: 'results with their place',
      },
      {
        depth: 2,
        file: 'src/features/diagnostics/published-diagnostics.ts',
        name: 'createPublishedDiagnostics',
        does: 'the Problems pane',
      },
      {
        depth: 3,
        file: 'src/wording/file-cause-text.ts',
        name: 'formatReported',
        does: 'the text of a problem',
      },
    ],
  },
  {
    picture: 'path-of-a-click.svg',
    title: 'From a click to a created compute resource',
    steps: [
      { depth: 0, file: 'webview-ui/src/review/sc-review.ts', name: 'create', does: 'the button Create' },
      {
        depth: 1,
        file: 'src/features/wizard/handlers.ts',
        name: 'create',
        does: 'a call of the page',
        through: 'src/contract/wizard/channel.ts',
      },
      {
        depth: 2,
        file: 'src/features/wizard/actions/create-compute.ts',
        name: 'startCreation',
        does: 'asks where the plan has errors',
      },
      { depth: 3, file: 'src/plans/compute-body.ts', name: 'computeBody', does: 'the body that Azure gets' },
      {
        depth: 3,
        file: 'src/features/wizard/actions/follow-creation.ts',
        name: 'followCreation',
        does: 'shows each step',
      },
      {
        depth: 3,
        file: 'src/azure/learning/compute-api.ts',
        name: 'create',
        does: 'the port of compute resources',
        through: 'src/azure/ports.ts',
      },
      {
        depth: 4,
        file: 'src/azure/learning/create-compute.ts',
        name: 'createComputeResource',
        does: 'never over an existing one',
      },
      {
        depth: 5,
        file: 'src/azure/learning/follow-operation.ts',
        name: 'followOperation',
        does: 'sends, and polls the operation',
      },
      {
        depth: 5,
        file: 'src/azure/learning/watch-compute.ts',
        name: 'watchCompute',
        does: 'reads it until it’s ready',
      },
    ],
  },
];
