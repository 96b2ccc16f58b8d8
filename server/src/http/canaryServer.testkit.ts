import { startTestApp } from '../testkit/testApp.testkit.ts'

// A whole server in a process of its own, whose memory a test can search. It never hears the words that are looked for.
const test = await startTestApp()
process.send?.({ port: test.app.port, dataDir: test.config.dataDir, token: await test.signInToken() })
process.on('message', () => {
  process.send?.({ log: test.logged() })
})
