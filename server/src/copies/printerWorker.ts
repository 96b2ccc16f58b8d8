import { parentPort } from 'node:worker_threads'
import { renderPlanPdf, renderSignaturePage } from './planPdf.ts'
import type { PrintJob, PrintOutcome } from './printer.ts'

/* The other side of `printer.ts`: one page after another. */
parentPort?.on('message', (asked: PrintJob & { readonly job: number }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  parentPort?.postMessage(outcomeOf(asked))
})

function outcomeOf(asked: PrintJob & { readonly job: number }): PrintOutcome {
  try {
    const pdf = asked.page === 'plan' ? renderPlanPdf(asked.input) : renderSignaturePage(asked.input)
    return { job: asked.job, pdf }
  } catch (error) {
    return { job: asked.job, reason: error instanceof Error ? error.message : String(error) }
  }
}
