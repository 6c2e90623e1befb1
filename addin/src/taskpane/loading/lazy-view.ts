import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { loadPart } from './load-part.ts';

/** A view that is loaded when it is first shown; until then it suspends. Throws PaneOutdated while rendering, see `loadPart`. */
export function lazyView<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loadPart(load) }));
}
