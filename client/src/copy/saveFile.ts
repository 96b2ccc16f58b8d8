/** The name of a saved plan: says what it is and nothing of whom. */
export const PLAN_FILE_NAME = 'kringplan-plan.json'

/** Saves what is on this device as a file of this device: needs no server and asks none. */
export function saveFile(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click: let go of it when that is surely done.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
