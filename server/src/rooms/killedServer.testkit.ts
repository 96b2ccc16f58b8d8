import { RoomsServer } from './roomsServer.testkit.ts'

// A server in a process of its own, so that a test can kill it. Argument: the data directory.
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('a data directory is needed')
const server = await new RoomsServer({ openRate: { perSecond: 1e6, burst: 1e6 } }, dataDir).start()
process.send?.(server.openUrl('writer'))
