import { doubts, readConfig } from './config.ts'
import { firstLink } from './firstLink.ts'
import { run } from './run.ts'

await run(
  () => readConfig(),
  async (app) => {
    console.log(`Kringplan runs on ${app.services.origins.main}`)
    for (const sentence of doubts(app.services.config)) console.log(sentence)
    const link = await firstLink(app.services)
    if (link !== undefined) {
      console.log('There is no coordinator yet. This link makes one; it works once, for 24 hours:')
      console.log(link)
    }
  },
)
