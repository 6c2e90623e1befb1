import { describeClient, type ClientDescription } from '../client/describe-client.ts';
import { parseUserAgent, type UserAgent } from '../client/user-agent.ts';
import type { Hit } from '../verdict.ts';

/** What a request says of the program behind it. */
export interface WhoAsked {
  client: ClientDescription;
  /** Its `User-Agent`, cut into its parts. */
  agent: UserAgent;
}

/** Reads a request's headers, once: it is half of what judging a hit costs. */
export function whoAsked({ headers }: Pick<Hit, 'headers'>): WhoAsked {
  const agent = parseUserAgent(headers['user-agent'] ?? '');
  return { client: describeClient(headers, agent), agent };
}
