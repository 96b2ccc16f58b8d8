/**
 * Takes the cursor out of whatever is being typed in and waits until the keyboard has handed over its last word:
 * Android and Asian keyboards hold it back until the composition ends. Await this before anything is fixed that a
 * person may still be typing in.
 */
export async function settleEditors(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await nextFrame()
}

/** After the next frame; a hidden page has no frames, so a timer stands in. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
    setTimeout(resolve, 200)
  })
}
