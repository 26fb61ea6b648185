import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin, PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildKernels, listKernelSources } from './.ci/build-simd.mjs';
import { BROWSER_ARGS, findSystemBrowser } from './.ci/find-browser.mjs';
import { usedKernels } from './.ci/used-kernels.mjs';
import { CONTENT_SECURITY_POLICY } from './workers/offline/security-headers.ts';

const MEBIBYTE = 1024 * 1024;
// Pages that are never in dist: the laboratory, and the one the leak test speaks through.
const EXTRA_PAGES: Record<string, string> = {
  lab: 'e2e/lab/lab.html',
  probe: 'e2e/faults/probe.html',
};
const GRAPH_FOLDER = 'node_modules/.cache/rapport';

/** Puts the policy into every built page; the dev server needs inline scripts, so not there. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'rapport-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Writes which module is in which chunk of the page, for the size gate (.ci/size.mjs). */
function bundleGraph(): Plugin {
  return {
    name: 'rapport-bundle-graph',
    apply: 'build',
    async writeBundle(_, bundle) {
      const chunks = Object.values(bundle)
        .filter((part) => part.type === 'chunk')
        .map(({ fileName, isEntry, imports, dynamicImports, moduleIds }) => ({
          fileName,
          isEntry,
          imports,
          dynamicImports,
          modules: moduleIds.map((id) => id.replace(`${import.meta.dirname}/`, '')),
        }));
      await mkdir(GRAPH_FOLDER, { recursive: true });
      await writeFile(`${GRAPH_FOLDER}/bundle-graph.json`, JSON.stringify(chunks, null, 1));
    },
  };
}

const KERNELS = 'kernels.wasm?bytes';

/**
 * The kernels in the folder `assembly` beside the module that imports them, compiled from source, as text
 * in it: three KiB need no file of their own, and load the same way in the app and in all tests.
 */
function simdKernels(): Plugin {
  return {
    name: 'rapport-simd-kernels',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith(KERNELS) && importer !== undefined
        ? `\0${resolve(dirname(importer), KERNELS)}`
        : undefined,
    load(id) {
      if (!id.startsWith('\0') || !id.endsWith(KERNELS)) return undefined;
      const folder = resolve(dirname(id.slice(1)), 'assembly');
      for (const source of listKernelSources(folder)) this.addWatchFile(source);
      return `export const kernelsBase64 = ${JSON.stringify(buildKernels(folder).toString('base64'))};`;
    },
  };
}

function offline(outDir: string): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'workers/offline',
    filename: 'offline.worker.ts',
    registerType: 'prompt',
    injectRegister: false,
    // public/manifest.webmanifest: the plugin would add its own without a digest.
    manifest: false,
    injectManifest: {
      rollupFormat: 'iife',
      target: 'es2022',
      globPatterns: ['**/*.{js,css,html,wasm,json,svg,png,woff2,webmanifest}'],
      // A file above this fails the build: better than an app that is offline without one part.
      maximumFileSizeToCacheInBytes: 4 * MEBIBYTE,
      manifestTransforms: [
        async (entries) => {
          const manifest = await Promise.all(
            entries.map(async (entry) => {
              const bytes = await readFile(resolve(outDir, entry.url));
              const digest = createHash('sha384').update(bytes).digest('base64');
              return { ...entry, integrity: `sha384-${digest}` };
            }),
          );
          return { manifest, warnings: [] };
        },
      ],
    },
  });
}

export default defineConfig(({ mode }) => {
  const isLab = mode === 'lab';
  const extraPage = EXTRA_PAGES[mode];
  const outDir = isLab
    ? (process.env.RAPPORT_LAB_OUT ?? 'node_modules/.cache/lab')
    : (process.env.RAPPORT_DIST ?? 'dist');
  const isTest = process.env.VITEST !== undefined;
  const executablePath = findSystemBrowser();
  const locales = {
    ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }),
    enforce: 'pre' as const,
  };
  return {
    base: './',
    plugins: [
      react(),
      locales,
      simdKernels(),
      contentSecurityPolicy(),
      extraPage === undefined ? bundleGraph() : [],
      isTest ? [] : offline(outDir),
    ],
    // Inside a worker nothing starts a worker from a string: see there.
    resolve: {
      alias: [
        { find: /^fflate$/u, replacement: resolve('workers/zip/zip-here.ts') },
        // Its entry wraps the ES5 build; this one is an eighth smaller and needs no helpers, so that all
        // workers get the same file.
        { find: /^dexie$/u, replacement: 'dexie/dist/modern/dexie.mjs' },
      ],
    },
    // A worker is bundled apart, with plugins of its own. What all of them hold is a file they share.
    worker: {
      format: 'es',
      plugins: () => [simdKernels(), usedKernels()],
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [{ name: 'dexie', test: /[\\/]node_modules[\\/]dexie[\\/]/ }] },
        },
      },
    },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: extraPage === undefined ? ['index.html'] : ['index.html', extraPage],
      },
    },
    test: {
      // One less than there are would leave one of two cores idle.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            // Properties of a thousand cases on a busy machine: slow is not wrong.
            testTimeout: 120_000,
            environment: 'node',
            include: ['src/**/*.test.{ts,tsx}', 'workers/**/*.test.ts', 'e2e/lab/**/*.test.ts'],
            exclude: ['**/*.{browser,long}.test.{ts,tsx}', '**/node_modules/**'],
          },
        },
        {
          extends: true,
          // Whole trainings and a thousand sequences: part of `npm test`, too long for the quick gate.
          test: {
            name: 'long',
            testTimeout: 120_000,
            environment: 'node',
            include: ['{src,workers,e2e/lab}/**/*.long.test.ts'],
          },
        },
        {
          extends: true,
          // Found only while a test runs, they would be bundled then, with a second React beside.
          optimizeDeps: {
            rolldownOptions: { plugins: [usedKernels()] },
            include: [
              'react',
              'react/jsx-dev-runtime',
              'react-dom/client',
              '@tanstack/react-virtual',
              '@tensorflow/tfjs-core',
              '@tensorflow/tfjs-backend-cpu',
              '@tensorflow/tfjs-backend-wasm',
              '@tensorflow/tfjs-backend-webgl',
              'dexie',
              'ml-kmeans',
              'papaparse',
              're2js',
              'valibot',
            ],
          },
          test: {
            name: 'browser',
            include: ['{src,workers}/**/*.browser.test.{ts,tsx}'],
            testTimeout: 30_000,
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  args: BROWSER_ARGS,
                  ...(executablePath === undefined ? { channel: 'chromium' } : { executablePath }),
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
});
