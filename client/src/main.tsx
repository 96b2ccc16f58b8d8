import { createRoot } from 'react-dom/client'
import { JoinPage } from './join/JoinPage.tsx'
import { JOIN_PATH } from './routes.ts'
import './ui/base.css'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'

const element = document.getElementById('app')
if (element === null) throw new Error('index.html has no element with the id app')
const root = createRoot(element)

/** Every page but one. */
async function showApp(): Promise<void> {
  const { App } = await import('./App.tsx')
  root.render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  )
}

/**
 * The page behind a personal link. Somebody opens it once, on a phone, on bad wifi: it stands in the first file, which
 * carries no router and no other page. The rest of the client comes after it, in the same document.
 */
function showJoin(): void {
  root.render(
    <ErrorBoundary>
      <JoinPage go={leaveJoin} />
    </ErrorBoundary>,
  )
}

function leaveJoin(href: string): void {
  history.replaceState(null, '', href)
  void showApp()
}

if (location.pathname.replace(/\/$/, '') === JOIN_PATH) showJoin()
else await showApp()
