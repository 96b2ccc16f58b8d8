import { run } from '../run.ts'
import { demoConfig, greetDemo } from './greetDemo.ts'

/* `npm run demo`: two meetings that are now, with a link for every role. */
await run(() => demoConfig({}), greetDemo)
