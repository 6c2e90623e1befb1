import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { RefCallback } from 'react';

/** The way from a list to one of its rows and back. */
export interface WayBack {
  /** To be called when a row is opened. */
  leaveBy: (row: string) => void;
  /** For the button of a row: the one by which the list was left gets the focus again. */
  refOf: (row: string) => RefCallback<HTMLElement> | undefined;
}

/** Whoever comes back to a list goes on where they were, unless they pressed something else. `list` tells lists apart. */
export function useWayBack(list: string): WayBack {
  const queries = useQueryClient();
  const wanted = useRef(queries.getQueryData<string>(keyOf(list)));
  return {
    leaveBy: useCallback((row: string) => queries.setQueryData(keyOf(list), row), [queries, list]),
    refOf: (row) => {
      if (wanted.current !== row) return undefined;
      return (button) => {
        if (button === null || wanted.current !== row) return;
        wanted.current = undefined;
        if (isFocusFree()) button.focus({ preventScroll: true });
      };
    },
  };
}

const keyOf = (list: string): string[] => ['place', list, 'row'];

function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.tagName === 'MAIN';
}
