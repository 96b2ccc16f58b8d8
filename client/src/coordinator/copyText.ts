/**
 * Puts a text on the clipboard; answers whether that worked. Over plain http browsers have no clipboard for pages, so
 * there it goes through a field that stands in the page for that moment only.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    // The types promise a clipboard; a page over plain http has none.
    const clipboard: Clipboard | undefined = navigator.clipboard
    if (clipboard !== undefined) {
      await clipboard.writeText(text)
      return true
    }
  } catch {
    // Not allowed here: the old way may be.
  }
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } finally {
    field.remove()
  }
}
