import chromium from '@sparticuz/chromium'
import { defineConfig, devices } from '@playwright/test'

const executablePath = process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath())
const isRoot = process.getuid?.() === 0

/**
 * Three workers on two cores: a test holds up to six browser contexts and a server, and mostly waits for something that a
 * person sees.
 * No retries: a test that passes the second time has found something.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'results/run',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 3,
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./tools/plainLine.ts']],
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    screenshot: 'off',
    trace: 'off',
    video: 'off',
    launchOptions: {
      executablePath,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  // The walks past every screen are the longest tests: begun last, one of them would run on alone.
  projects: [
    { name: 'screens', grep: /@screens/, use: { ...devices['Desktop Chrome'], channel: undefined } },
    { name: 'tests', grepInvert: /@screens/, use: { ...devices['Desktop Chrome'], channel: undefined } },
  ],
})
