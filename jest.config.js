/** Packages that ship as ES modules only; jest runs CommonJS, so these are transformed too. */
const esmOnly = [
  '@noble',
  'htmlparser2',
  'domhandler',
  'domelementtype',
  'domutils',
  'dom-serializer',
  'entities',
  'jose',
  'parse5',
  'cheerio',
];

const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tsc/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tsc/'],
};

/** `name.test.ts` runs alone; `name.integration.test.ts` starts Azurite or the built bundle; `name.browser.test.ts` drives a real browser. */
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.(integration|browser)\\.test\\.'],
    },
    { ...base, displayName: 'integration', testMatch: ['**/*.integration.test.ts'] },
    { ...base, displayName: 'browser', testMatch: ['**/*.browser.test.ts'] },
  ],
  testTimeout: 60_000,
};
