import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chunkGroups } from './client/chunkGroups.ts'
import { lighterPlugin } from './client/lighterPlugin.ts'
import { preloadPlugin } from './client/preloadPlugin.ts'
import { shellPlugin } from './client/shellPlugin.ts'

const path = (p: string) => fileURLToPath(new URL(p, import.meta.url))

/** Where `npm run dev` finds the API: the development server of `server/src/dev.ts`. */
const apiOrigin = `http://127.0.0.1:${process.env['KRINGPLAN_API_PORT'] ?? '4322'}`

const preloads = preloadPlugin()

export default defineConfig({
  root: path('client'),
  resolve: {
    alias: {
      'lib0/logging': path('client/src/sync/quietLogging.ts'),
      // What the router carries for older versions of React, React 19 has itself.
      'use-sync-external-store/shim/index.js': 'react',
      '@tiptap/pm/history': path('client/src/editor/notInFields.ts'),
      '@tiptap/pm/schema-list': path('client/src/editor/notInFields.ts'),
      'lib0/dom': path('client/src/editor/notInFields.ts'),
      'lib0/hash/sha256': path('client/src/editor/notInFields.ts'),
      'fast-equals': path('client/src/editor/notInFields.ts'),
      'use-sync-external-store/shim/with-selector.js': 'use-sync-external-store/with-selector.js',
    },
  },
  plugins: [
    react(),
    // Unit tests read what `npm run messages` compiled; the plugin's watcher would keep their process from ending.
    !process.env['VITEST'] &&
      paraglideVitePlugin({
        project: path('client/messages.inlang'),
        outdir: path('client/src/messages/compiled'),
        strategy: ['globalVariable', 'baseLocale'],
        emitTsDeclarations: true,
      }),
    lighterPlugin(path('client')),
    preloads.plugin,
    shellPlugin(path('client')),
  ],
  build: {
    outDir: path('client/dist/web'),
    emptyOutDir: true,
    manifest: true,
    // The strict Content-Security-Policy allows no data: and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: preloads.resolveDependencies },
    rolldownOptions: {
      // Said at every start, to everybody, and nothing to do about.
      checks: { pluginTimings: false },
      onLog: (level, log, say) => {
        // HPKE asks for Node's crypto only where there is no crypto of the web.
        if (!/"crypto" has been externalized .* imported by ".*@hpke/.test(log.message)) say(level, log)
      },
      output: {
        // Short names: every chunk names the ones it needs, and hashes do not compress.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: {
          // What every page needs, and the page that joins a circle (main.tsx), in one file: on bad wifi each
          // further request costs more than its bytes.
          groups: [
            { name: 'first', tags: ['$initial'], test: /^(?!.*(main\.tsx|index\.html)$)/, priority: 99 },
            ...chunkGroups(path('client/src/')),
          ],
        },
      },
    },
  },
  server: {
    port: 4321,
    host: '127.0.0.1',
    proxy: { '/api': { target: apiOrigin, ws: true, changeOrigin: false } },
  },
  test: {
    expect: { requireAssertions: true },
    // By itself a core is left to who watches: with two cores that is half of them.
    maxWorkers: '100%',
    projects: ['shared', 'server', 'client'].map((name) => ({
      extends: false as const,
      test: {
        name,
        root: path(name),
        environment: 'node',
        // shared keeps nothing between two calls: its files are read once for all tests.
        isolate: name !== 'shared',
        include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
        expect: { requireAssertions: true },
      },
    })),
  },
})
