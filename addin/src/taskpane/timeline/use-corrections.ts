import type { Correction, MessageHit } from '@readback/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePane } from '../pane-context.ts';
import { withCorrections } from './correct-hits.ts';
import type { PendingCorrections } from './correct-hits.ts';

/** "That was me", and back, for hits of one message. */
export interface Corrections {
  /** The hits as the sender wants them to be seen, before the server has heard of it. */
  apply: (hits: readonly MessageHit[]) => readonly MessageHit[];
  say: (said: SaidOfHits) => void;
  /** Ids of hits of which the server couldn't be told. */
  failed: ReadonlySet<string>;
}

/** What the sender said of some hits, by their ids. */
export interface SaidOfHits {
  ids: readonly string[];
  actor: Correction['actor'];
}

const NOTHING: PendingCorrections = new Map();

/** Shows at once what the sender says of hits, tells the server, and takes it back where that fails. */
export function useCorrections(messageId: string): Corrections {
  const { api } = usePane();
  const queries = useQueryClient();
  const [pending, setPending] = useState(NOTHING);
  const correct = useMutation({
    // One after the other: what is said last is to be what stays.
    scope: { id: `corrections of ${messageId}` },
    mutationFn: async ({ ids, actor }: SaidOfHits) => {
      for (const hit of ids) await api.correctHit(messageId, { hit, actor });
    },
    onSettled: async (_, __, said) => {
      await queries.invalidateQueries({ queryKey: ['message', messageId] });
      setPending((before) => without(before, said));
    },
  });
  const say = (said: SaidOfHits): void => {
    setPending((before) => new Map([...before, ...said.ids.map((id) => [id, said.actor] as const)]));
    correct.mutate(said);
  };
  return {
    apply: (hits) => withCorrections(hits, pending),
    say,
    failed: new Set(correct.isError ? correct.variables.ids : []),
  };
}

/** Leaves alone what was said otherwise in the meantime. */
function without(pending: PendingCorrections, { ids, actor }: SaidOfHits): PendingCorrections {
  return new Map([...pending].filter(([id, said]) => said !== actor || !ids.includes(id)));
}
