/** A part of the project whose imports are limited (design §2). */
export interface Room {
  /** Folder from the project's root. */
  folder: string;
  /** Folders of the other rooms that it may import; null: all. */
  rooms: readonly string[] | null;
  /** Further rooms for its tests. */
  testRooms?: readonly string[];
  /** Packages that it may import; null: any that its package.json names, which knip looks after. */
  packages: readonly string[] | null;
}

/** Who may import whom. A file belongs to the first room whose folder it lies in. */
export const ROOMS: readonly Room[] = [
  { folder: 'core/src', rooms: [], packages: ['@noble/hashes'] },
  { folder: 'addin/src/host', rooms: ['core/src'], packages: [] },
  { folder: 'addin/src/send', rooms: ['core/src', 'addin/src/host'], packages: [] },
  { folder: 'addin/src/taskpane', rooms: ['core/src', 'addin/src/host'], packages: null },
  { folder: 'functions/src', rooms: ['core/src'], testRooms: ['functions/local'], packages: null },
  { folder: 'functions/local', rooms: ['core/src', 'functions/src'], packages: null },
  { folder: 'simulator/src', rooms: null, packages: null },
  { folder: 'scripts', rooms: null, packages: null },
  { folder: 'bench/src', rooms: null, packages: null },
  { folder: 'tests/src', rooms: null, packages: null },
];

/** Something that one file, or one folder, of a room keeps to itself. */
export interface Preserve {
  /** Within which folder nobody else may. */
  within: string;
  /** The file or folder that may. */
  only: string;
  /** What is looked for: an import of a package or of anything in it, a name imported from one, or a name mentioned. */
  what: { imports: string } | { importsName: string } | { mentions: string };
}

/** One place knows the host, the storage, the settings and the routes (design §2, house style §4). */
export const PRESERVES: readonly Preserve[] = [
  { within: 'functions/src', only: 'functions/src/store', what: { imports: '@azure/data-tables' } },
  { within: 'functions/src', only: 'functions/src/config.ts', what: { mentions: 'process.env' } },
  { within: 'functions/src', only: 'functions/src/config.ts', what: { imports: 'node:process' } },
  { within: 'functions/src', only: 'functions/src/config.ts', what: { imports: 'process' } },
  { within: 'functions/src', only: 'functions/src/main.ts', what: { importsName: '@azure/functions#app' } },
  { within: 'functions/src', only: 'functions/src/main.ts', what: { importsName: '@azure/functions#*' } },
  { within: 'functions/src', only: 'functions/src/main.ts', what: { mentions: 'app.http' } },
  ...['react', 'react-dom', '@fluentui/react-button', '@fluentui/react-icons', '@griffel/react'].map((name) => ({
    within: 'functions',
    only: 'addin/src/taskpane',
    what: { imports: name },
  })),
  ...['Office', 'OfficeRuntime', 'OfficeExtension'].flatMap((name) =>
    ['addin/src', 'core/src', 'functions'].map((within) => ({
      within,
      only: 'addin/src/host',
      what: { mentions: name },
    })),
  ),
];
