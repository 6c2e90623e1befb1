import type { MessageHit } from '@readback/core';

/** Who or what stands behind a hit, as the pane names and draws it. */
export type Asker = 'person' | 'likely' | 'server' | 'ahead' | 'scanner' | 'program' | 'preview' | 'you' | 'unknown';

/** An asker, and the name of the program where it is one that goes by a name. */
export interface NamedAsker {
  asker: Asker;
  name: string | null;
}

type HitFacts = Pick<MessageHit, 'verdict' | 'client'>;

/** Who or what asked, after all corrections. */
export function whoAsked({ verdict, client }: HitFacts): NamedAsker {
  switch (verdict.actor) {
    case 'person':
      return { asker: 'person', name: null };
    case 'likely-person':
      return { asker: 'likely', name: null };
    case 'sender':
      return { asker: 'you', name: null };
    case 'unknown':
      return { asker: 'unknown', name: null };
    case 'image-proxy':
      return { asker: 'server', name: client.kind === 'image-proxy' ? client.name : null };
    case 'prefetch':
      return { asker: 'ahead', name: client.name };
    case 'link-preview':
      return { asker: 'preview', name: client.kind === 'link-preview' ? client.name : null };
    case 'scanner': {
      const isProgram = client.kind === 'tool' || client.kind === 'bot';
      // A filter that pretends to be somebody's browser isn't called by that browser's name.
      return {
        asker: isProgram ? 'program' : 'scanner',
        name: isProgram || client.kind === 'scanner' ? client.name : null,
      };
    }
  }
}

/** Whether somebody is behind it of whom the recipients' names may be said. */
export function isSomebody(asker: Asker): boolean {
  return asker === 'person' || asker === 'likely' || asker === 'server';
}

/** Whether the place of a hit is that of somebody: a program's says nothing about the recipient. */
export function hasPlace(asker: Asker): boolean {
  return asker === 'person' || asker === 'likely' || asker === 'unknown';
}
