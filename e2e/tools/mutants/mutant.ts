/** One guard taken out: what stands in the file, what stands there without the guard, and the tests that must notice. */
export interface Mutant {
  readonly guard: string
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Test files, and a pattern of titles where a file is long. */
  readonly tests: readonly string[]
  readonly title?: string
}
