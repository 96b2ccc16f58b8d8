/** What a link is sent with. */
interface Sender {
  readonly share?: (data: { title: string; url: string }) => Promise<void>
  /** Opens an address, here `mailto:`. */
  readonly open: (address: string) => void
}

/**
 * Sends the address of a page to oneself: by the system's own sheet, or by mail where there is none. Only the
 * address, never a word of the plan.
 */
export async function sendLink(title: string, url: string, sender: Sender = browserSender()): Promise<void> {
  if (sender.share === undefined) {
    sender.open(`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`)
    return
  }
  try {
    await sender.share({ title, url })
  } catch {
    // The person closed the sheet again.
  }
}

function browserSender(): Sender {
  const open = (address: string) => {
    location.href = address
  }
  return typeof navigator.share === 'function' ? { share: (data) => navigator.share(data), open } : { open }
}
