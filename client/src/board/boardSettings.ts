/** What this screen remembers for the room: how it looks and which keys work. Nothing of the circle. */
export interface BoardSettings {
  readonly contrast: boolean
  readonly singleKeys: boolean
}

const KEY = 'kringplan.board'
const standard: BoardSettings = { contrast: false, singleKeys: true }

/** The settings of this screen; the standard ones where nothing can be read. */
export function readBoardSettings(storage: Pick<Storage, 'getItem'> = localStorage): BoardSettings {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return standard
    const { contrast, singleKeys } = value as Partial<Record<keyof BoardSettings, unknown>>
    return { contrast: contrast === true, singleKeys: singleKeys !== false }
  } catch {
    return standard
  }
}

/** Remembers them; without storage they last as long as the page. */
export function writeBoardSettings(
  settings: BoardSettings,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void {
  try {
    storage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // A private window may refuse; the keys work all the same.
  }
}
