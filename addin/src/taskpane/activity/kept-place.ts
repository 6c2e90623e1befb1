import { useQueryClient } from '@tanstack/react-query';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';

/** Where the reader was in a list. */
export interface KeptPlace {
  /** How far the window was scrolled, in pixels. */
  offset: number;
  /** Rows whose height is known. */
  measured: VirtualItem[];
}

/** The place at which the reader left a list of this name, if they did, and the way to keep it again. */
export interface PlaceKeeper {
  kept: KeptPlace | undefined;
  keep: (place: KeptPlace) => void;
}

export function useKeptPlace(name: string): PlaceKeeper {
  const queries = useQueryClient();
  const [kept] = useState(() => queries.getQueryData<KeptPlace>(['place', name]));
  return useMemo(
    () => ({
      kept,
      keep: (place) => {
        queries.setQueryData<KeptPlace>(['place', name], place);
      },
    }),
    [kept, name, queries],
  );
}
