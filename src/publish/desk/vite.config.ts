import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { basemap } from './build/basemap.ts'

/** The desk as static files in `dist/desk`. Nothing is inlined, so that the page runs under a strict content policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), basemap()],
  build: {
    outDir: '../../../dist/desk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map is one chunk of its own, loaded when the map is asked for.
    chunkSizeWarningLimit: 1200,
  },
})
