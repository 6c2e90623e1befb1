/** The Outlooks that differ. `web` is new Outlook for Windows too: one engine (outlook-cases E.5). */
export type ClientName = 'web' | 'classic' | 'mac' | 'mobile';

/** `documented`: only what Microsoft documents. `worst`: every reported bug of the client at once. */
export type Setting = 'documented' | 'worst';

/** `javascript`: the engine without a page in which classic Outlook runs event handlers. `browser`: a page. */
export type RuntimeKind = 'javascript' | 'browser';
