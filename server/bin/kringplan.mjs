/*
 * The way in for `npm start`, `npm run link`, `npm run demo`, `npm run dev`, `npm run verify` and
 * `npm run fingerprint`. Plain JavaScript, because an older Node cannot even read the rest: it is told what is needed in
 * one sentence.
 */
const programs = {
  start: '../src/main.ts',
  link: '../src/link.ts',
  demo: '../src/demo/main.ts',
  dev: '../src/dev.ts',
  verify: '../src/verify.ts',
  fingerprint: '../src/fingerprint.ts',
}

const [, , name = 'start', ...rest] = process.argv
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`Kringplan needs Node 24 or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 1
} else if (Object.hasOwn(programs, name)) {
  process.argv = [...process.argv.slice(0, 2), ...rest]
  await import(programs[name])
} else {
  process.stderr.write(`There is no program "${name}": choose ${Object.keys(programs).join(', ')}.\n`)
  process.exitCode = 1
}
