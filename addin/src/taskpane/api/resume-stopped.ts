import type { QueryClient } from '@tanstack/react-query';

/** Asks again for what is shown and had stopped with an error; what is being asked for already goes on as it is. */
export async function resumeStopped(queries: QueryClient): Promise<void> {
  await queries.refetchQueries(
    { type: 'active', predicate: ({ state }) => state.status === 'error' },
    { cancelRefetch: false },
  );
}
