import { readApiPort } from './config.ts'
import { demoConfig, greetDemo } from './demo/greetDemo.ts'
import { run } from './run.ts'

/* The API of `npm run dev`, with the demo in it. Vite serves the screens on 4321 and passes /api on to here. */
await run(
  () => demoConfig({ port: readApiPort(), host: '127.0.0.1', url: 'http://localhost:4321' }),
  greetDemo,
)
