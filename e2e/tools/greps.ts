import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { models } from '@kringplan/shared/models/catalogue'

/*
 * Rules about the source that no type can hold. Each rule is a pure function of (path, text) pairs, and each is
 * first shown a source that breaks it: a rule that cannot fail is worth nothing.
 */

interface Source {
  readonly path: string
  readonly text: string
}

interface Rule {
  readonly name: string
  /** What is wrong, one line each. */
  readonly find: (sources: readonly Source[]) => readonly string[]
  /** A source that must be found fault with. */
  readonly bad: readonly Source[]
  /** And one that must not. */
  readonly good: readonly Source[]
}

const isTest = (path: string) => /\.(test|testkit)\.tsx?$/.test(path)
const isIn = (part: string) => (path: string) => path.startsWith(`${part}/src/`)

const mustOccur = (name: string, needle: string): Rule => ({
  name,
  find: (sources) =>
    sources.some(({ path, text }) => isIn('client')(path) && !isTest(path) && text.includes(needle))
      ? []
      : [`nowhere in client/src: ${needle}`],
  bad: [
    { path: 'client/src/sync/x.test.ts', text: needle },
    { path: 'server/src/x.ts', text: needle },
  ],
  good: [{ path: 'client/src/sync/x.ts', text: `import { y } ${needle}` }],
})

const forbids = (part: string, other: string): Rule => {
  const imports = new RegExp(`from '(@kringplan/${other}|[./]+/${other}/)`)
  return {
    name: `${part} does not import ${other}`,
    find: (sources) =>
      sources
        .filter(({ path, text }) => isIn(part)(path) && imports.test(text))
        .map(({ path }) => `${path} imports ${other}`),
    bad: [{ path: `${part}/src/a.ts`, text: `import { b } from '../../${other}/src/b.ts'` }],
    good: [{ path: `${part}/src/a.ts`, text: `import { b } from '@kringplan/shared/b' // not ${other}` }],
  }
}

const names = models.map(({ id }) => id)
const someName = names[0] ?? ''

const rules: readonly Rule[] = [
  mustOccur('the open document goes by y-websocket', "from 'y-websocket'"),
  mustOccur('the editor is Tiptap for React', 'useEditor'),
  {
    name: '[MO4] no model is named outside shared/src/models',
    find: (sources) =>
      sources
        .filter(({ path }) => !path.startsWith('shared/src/models/') && !isTest(path))
        .flatMap(({ path, text }) =>
          names.filter((name) => text.includes(name)).map((name) => `${path} names ${name}`),
        ),
    bad: [{ path: 'server/src/a.ts', text: `if (model === '${someName}') return` }],
    good: [
      { path: `shared/src/models/${someName}.ts`, text: someName },
      { path: 'server/src/a.test.ts', text: someName },
    ],
  },
  forbids('client', 'server'),
  forbids('server', 'client'),
]

const root = resolve(import.meta.dirname, '../..')
const sources = globSync('{shared,server,client}/src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('messages/compiled'))
  .map((path) => ({ path, text: readFileSync(resolve(root, path), 'utf8') }))

let faults = 0
for (const rule of rules) {
  if (rule.find(rule.bad).length === 0 || rule.find(rule.good).length > 0) {
    console.error(`greps: the rule itself does not work: ${rule.name}`)
    faults += 1
  }
  for (const fault of rule.find(sources)) {
    console.error(`greps: ${rule.name}: ${fault}`)
    faults += 1
  }
}
if (sources.length < 100) {
  console.error(`greps: only ${sources.length} sources found`)
  faults += 1
}
console.log(`greps: ${rules.length} rules over ${sources.length} files, ${faults} faults`)
process.exitCode = faults === 0 ? 0 : 1
