// Reports Playwright's progress to the step runner.

/** A Playwright reporter that sends `3 of 15 journeys` to the process that started it. */
export default class ProgressReporter {
  #total = 0;
  #done = 0;

  /** @param {unknown} _config @param {{ allTests(): readonly unknown[] }} suite */
  onBegin(_config, suite) {
    this.#total = suite.allTests().length;
  }

  onTestEnd() {
    this.#done += 1;
    process.send?.(`${this.#done} of ${this.#total} tests`);
  }
}
