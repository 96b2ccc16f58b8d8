import { afterEach, describe, expect, it } from 'vitest'
import { johansPlan, planFileOf } from './johansPlan.testkit.ts'
import { renderPlanPdf } from './planPdf.ts'
import { createPrinter, type PrintJob } from './printer.ts'

const input = {
  file: planFileOf(johansPlan),
  language: 'nl',
  share: 'whole',
  address: 'https://kringplan.example',
} as const
const plan: PrintJob = { page: 'plan', input }

describe('the printer', { timeout: 30_000 }, () => {
  const printer = createPrinter()
  afterEach(() => printer.close())

  it('[CP19] prints the same beside the server, every job its own page', async () => {
    const signatures: PrintJob = { page: 'signatures', input: { file: input.file, language: 'nl' } }
    const [first, second, third] = await Promise.all([plan, signatures, plan].map(printer.print))
    expect(first).toEqual(renderPlanPdf(input))
    expect(third).toEqual(first)
    expect(second).not.toEqual(first)
  })

  it('[CP19] a page that cannot be made is refused, and the next one is made', async () => {
    const broken: PrintJob = { page: 'plan', input: { ...input, file: { ...input.file, text: 'no plan' } } }
    await expect(printer.print(broken)).rejects.toThrow(/JSON/)
    expect((await printer.print(plan)).length).toBeGreaterThan(1000)
  })

  it('[CP19] what is still being printed when it stops is refused, and it starts again', async () => {
    const waiting = printer.print(plan)
    const refused = expect(waiting).rejects.toThrow('stopped')
    await printer.close()
    await refused
    expect((await printer.print(plan)).length).toBeGreaterThan(1000)
  })
})
