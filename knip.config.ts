import type { KnipConfig } from 'knip';

/** What is started from outside the code: everything else must be reachable from here. */
const config: KnipConfig = {
  // A type that an exported function speaks of is exported with it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    '.': {
      entry: ['scripts/*.ts'],
      project: ['scripts/**/*.ts', '!scripts/lint-fixture/**'],
    },
    core: { project: ['src/**/*.ts'] },
    addin: {
      entry: ['src/send/launchevent.ts', 'src/taskpane/{main.tsx,activity-page.tsx,auth.ts}'],
      project: ['src/**/*.{ts,tsx}'],
      // `npm start` serves its files in place of Microsoft's CDN; its types are named in `host/tsconfig.json`.
      // Fluent's charts need its menu without saying so.
      ignoreDependencies: ['@microsoft/office-js', '@types/office-js', '@fluentui/react-menu'],
    },
    functions: {
      entry: ['src/main.ts', 'local/worker.ts'],
      project: ['{src,local}/**/*.ts'],
      // Started as a program of its own, by its path.
      ignoreDependencies: ['azurite'],
    },
    simulator: { entry: ['src/{main,inbox,example}.tsx', 'src/shim.ts'], project: ['src/**/*.{ts,tsx}'] },
    tests: { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    bench: { project: ['src/**/*.ts'] },
  },
};

export default config;
