import { Worker } from 'node:worker_threads'
import type { PlanPdfInput, SignaturePageInput } from './planPdf.ts'

/** A page to print: which, and of what. */
export type PrintJob =
  | { readonly page: 'plan'; readonly input: PlanPdfInput }
  | { readonly page: 'signatures'; readonly input: SignaturePageInput }

/** What the worker says of a job. */
export type PrintOutcome =
  | { readonly job: number; readonly pdf: Uint8Array }
  | { readonly job: number; readonly reason: string }

/** Makes PDFs beside the server: a plan of a hundred long agreements takes seconds, in which nobody else may wait. */
export interface Printer {
  /** The PDF of a page, or a rejection with a plain reason. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
  /** Ends the worker; what is still being printed is rejected. */
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (reason: Error) => void
}

/** A printer with a worker of its own, which starts with the first page and keeps its compiler. */
export function createPrinter(): Printer {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()

  const settle = (job: number): Waiting | undefined => {
    const one = waiting.get(job)
    waiting.delete(job)
    if (waiting.size === 0) worker?.unref()
    return one
  }

  const fail = (reason: Error) => {
    worker = null
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  const start = (): Worker => {
    const fresh = new Worker(new URL('printerWorker.ts', import.meta.url))
    fresh.on('message', (outcome: PrintOutcome) => {
      const one = settle(outcome.job)
      if ('pdf' in outcome) one?.resolve(outcome.pdf)
      else one?.reject(new Error(outcome.reason))
    })
    const ended = (reason: Error) => {
      if (worker === fresh) fail(reason)
    }
    fresh.on('error', (cause) => ended(new Error('the printer broke down', { cause })))
    fresh.on('exit', () => ended(new Error('the printer has stopped')))
    return fresh
  }

  return {
    print: (job) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        last += 1
        waiting.set(last, { resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
        worker.postMessage({ job: last, ...job })
      }),
    close: async () => {
      const ending = worker
      fail(new Error('the printer has stopped'))
      await ending?.terminate()
    },
  }
}
