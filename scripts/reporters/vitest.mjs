// Reports Vitest's progress to the step runner.

/** A Vitest reporter that sends `12 of 480 files` to the process that started it. */
export default class ProgressReporter {
  #total = 0;
  #done = 0;

  /** @param {readonly unknown[]} specifications */
  onTestRunStart(specifications) {
    this.#total = specifications.length;
  }

  onTestModuleEnd() {
    this.#done += 1;
    process.send?.(`${this.#done} of ${this.#total} files`);
  }
}
