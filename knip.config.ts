import type { KnipConfig } from 'knip';

/** What is started from outside the code: everything else must be reachable from here. */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['scripts/*.ts'],
      project: ['scripts/**/*.ts', '!scripts/lint-fixture/**'],
    },
    core: { entry: ['src/index.ts'], project: ['src/**/*.ts'] },
    addin: {
      entry: ['src/send/launchevent.ts', 'src/taskpane/{main.tsx,auth.ts}'],
      project: ['src/**/*.{ts,tsx}'],
    },
    functions: { entry: ['src/main.ts', 'local/start.ts', 'local/worker.ts'], project: ['{src,local}/**/*.ts'] },
    simulator: { entry: ['src/{main.tsx,shim.ts}'], project: ['src/**/*.{ts,tsx}'] },
    tests: { entry: ['src/**/*.test.ts'], project: ['src/**/*.ts'] },
    bench: { entry: ['src/main.ts'], project: ['src/**/*.ts'] },
  },
};

export default config;
