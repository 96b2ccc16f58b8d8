import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Ends the run with one plain line, so that a person or a script reads the outcome without colours. */
class PlainLine implements Reporter {
  private passed = 0
  private failed = 0
  private skipped = 0

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') this.skipped += 1
    else if (test.outcome() === 'expected') this.passed += 1
    else this.failed += 1
  }

  onEnd(result: FullResult): void {
    const seconds = Math.round(result.duration / 1000)
    console.log(
      `e2e: ${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped in ${seconds} s (${result.status})`,
    )
  }
}

// Playwright finds a reporter by its default export.
// oxlint-disable-next-line import/no-default-export
export default PlainLine
