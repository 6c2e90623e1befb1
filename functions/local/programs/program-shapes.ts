import * as z from 'zod';

const both = z.object({ en: z.string(), de: z.string() });
/** What happens to a mail at its recipient's. */
export const PROGRAM_EVENTS = ['arrive', 'display', 'show-pictures', 'click', 'paste'] as const;
export type ProgramEvent = (typeof PROGRAM_EVENTS)[number];

const event = z.enum(PROGRAM_EVENTS);

const grade = z.enum(['A', 'B', 'C']);

/**
 * How well something is known. A: the vendor says so, or a log shows it. B: practitioners found it. C: one voice, or assumed
 * because nobody says.
 */
export type Grade = z.infer<typeof grade>;

/** A program as `GET /local/programs` describes it. */
export const programShape = z.object({
  id: z.string(),
  name: both,
  does: both,
  source: z.string(),
  grade,
  /** Shows links as Safe Links writes them. */
  wrapsLinks: z.boolean(),
  /** What can happen in it. */
  events: z.array(event),
});

export type ProgramDescription = z.infer<typeof programShape>;

/** A request that was made. */
export const askedShape = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  program: z.string(),
  what: event,
  /** Who asked, by the name of its row. */
  by: z.string(),
  method: z.string(),
  kind: z.enum(['picture', 'link']),
  /** Which of the mail's tracked links, from 0; null for a picture. */
  link: z.number().nullable(),
  /** Empty: it said nothing. */
  agent: z.string(),
  address: z.string(),
  asn: z.number(),
  status: z.number(),
  /** Where the answer leads; null: nowhere. Nobody went there. */
  goesTo: z.string().nullable(),
});

export type Asked = z.infer<typeof askedShape>;

/** A mail as `GET /local/mail/{id}/open-as` describes it to whoever picks what happens to it. */
export const playedMailShape = z.object({
  /** How many of our pictures stand in it. */
  pictures: z.number(),
  links: z.array(z.object({ url: z.string(), text: z.string(), destination: z.string().nullable() })),
  /** What was asked for so far, the oldest first. */
  log: z.array(askedShape),
});

export type PlayedMail = z.infer<typeof playedMailShape>;

/** What `POST /local/mail/{id}/open-as` takes. */
export const playShape = z.object({
  program: z.string(),
  what: event,
  /** Whose mailbox: somebody else's program knows nothing of what this one loaded. */
  mailbox: z.string(),
  /** For a click or a paste: which of the mail's tracked links, from 0. */
  link: z.int().nonnegative().nullable().default(null),
});

export type Play = z.infer<typeof playShape>;
