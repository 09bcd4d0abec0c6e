import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk as static files in `dist/desk`. Nothing is inlined, so that the page runs under a strict content policy. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../../../dist/desk', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
