import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the API and the sign-in: a running `./run`. */
const localSystem = process.env.WARM_HANDOFF ?? 'http://localhost:8080';

/** Fonts are asked for with the page, not after the style sheet, so that no text moves when they arrive. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /PublicSans-(Regular|Bold).*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}

/**
 * react-uswds comes as one file whose components are calls of `forwardRef`, which no bundler may leave out by itself. Marked as
 * pure, those that nobody uses go, and with them two thirds of it.
 */
function onlyUsedComponents(): Plugin {
  return {
    name: 'only-used-components',
    apply: 'build',
    transform: {
      filter: { id: /react-uswds\/lib\/index\.js/ },
      handler: (code) => ({ code: code.replace(/ = (n|r)\(/g, ' = /* @__PURE__ */ $1('), map: null }),
    },
  };
}

export default defineConfig({
  plugins: [react(), preloadFonts(), onlyUsedComponents()],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ['node_modules/@uswds/uswds/packages'],
        quietDeps: true,
        silenceDeprecations: ['if-function'],
      },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /focus-trap|tabbable/, sideEffects: false }] },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/config.json', '/_local'].map((path) => [path, { target: localSystem, changeOrigin: false }]),
    ),
  },
  test: {
    globals: true,
    css: false,
    restoreMocks: true,
    // Of a loaded machine nothing is asked but that it gets there.
    testTimeout: 60_000,
    // Setting up a page takes longer than most tests: what needs none is tested without.
    projects: [
      { extends: true, test: { name: 'words', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['src/test-setup.ts'],
        },
      },
    ],
  },
});
