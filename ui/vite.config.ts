import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vitest/config';
// @ts-expect-error plain JavaScript without types, shared with the build scripts
import { copyFonts } from './scripts/fonts.mjs';

/** Puts the typeface into public/fonts before anything is served or built. */
const fonts: Plugin = { name: 'kansa-fonts', configResolved: () => copyFonts() };

export default defineConfig({
  plugins: [svelte(), fonts],
  clearScreen: false,
  server: {
    port: 1420,
    strictPort: true,
    // The texts live beside ui/, in locales/.
    fs: { allow: ['..'] },
    // Screens under work talk to a development host; DEVHOST_URL says where it listens. `?mock` needs none.
    proxy: Object.fromEntries(
      ['/call', '/put', '/blob', '/events', '/pick'].map((path) => [
        path,
        { target: process.env.DEVHOST_URL ?? 'http://127.0.0.1:1421', changeOrigin: true },
      ]),
    ),
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // The content security policy allows neither inline scripts nor data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  // Tests mount components, so they need the browser build of Svelte.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    pool: 'threads',
  },
});
