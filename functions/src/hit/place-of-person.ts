import { describeClient } from '@readback/core';
import type { ClientDescription, Hit, Network } from '@readback/core';
import type { Place } from '../networks.ts';

/** How much of a person's place is told, as the company's admin set it. */
export type LocationDetail = 'off' | 'country' | 'city';

/** Programs that people use themselves; what a proxy, a prefetcher, a preview or a scanner asks from is a machine's place. */
const PERSONAL: readonly ClientDescription['kind'][] = ['mail-client', 'browser', 'app'];

/**
 * Networks in which the address is where the person is. A web gateway stands elsewhere than the people behind it, a relay
 * hides where they are, and in a data centre stands a machine or somebody's exit to the internet.
 */
const WHERE_PEOPLE_ARE: readonly Network['kind'][] = ['access', 'other'];

/** What of a place is kept of a hit: nothing unless a person's own program asked from where people are. */
export function placeOfPerson(
  found: Place,
  hit: Pick<Hit, 'method' | 'headers'>,
  detail: LocationDetail,
): Pick<Hit, 'country' | 'city'> {
  // First what costs nothing: reading the headers is a good part of what a hit costs.
  const isTold =
    detail !== 'off' &&
    hit.method === 'GET' &&
    found.network !== null &&
    WHERE_PEOPLE_ARE.includes(found.network.kind) &&
    PERSONAL.includes(describeClient(hit.headers).kind);
  return { country: isTold ? found.country : null, city: isTold && detail === 'city' ? found.city : null };
}
