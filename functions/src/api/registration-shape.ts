import { MAX_ADDRESS_LENGTH, MAX_QUOTES } from '@readback/core';
import type { Registration } from '@readback/core';
import * as z from 'zod';

/** A pane may catch up what lay in Sent Items for a long time. */
const MAX_AGE_MS = 10 * 365 * 24 * 3600 * 1000;

/** RFC 1035 §2.3.4. */
const MAX_DOMAIN_LENGTH = 255;

const recipient = z.object({
  address: z.string().max(MAX_ADDRESS_LENGTH),
  name: z.string().nullable().default(null),
});

const trackedLink = z.object({ position: z.int().min(0).max(0xffff), destination: z.string() });

const reason = z.string().max(64).nullable().default(null);

/**
 * What the add-in says about a message. Only the two switches must be there: an older add-in may know fewer fields, and a
 * newer one more. The size of the body bounds the rest.
 */
export const registrationShape: z.ZodType<Registration> = z.object({
  opens: z.boolean(),
  links: z.boolean(),
  ageMs: z.number().min(0).max(MAX_AGE_MS).default(0),
  deliverAfter: z.iso.datetime({ offset: true }).nullable().default(null),
  subject: z.string().default(''),
  recipients: z.array(recipient).default([]),
  trackedLinks: z.array(trackedLink).default([]),
  opensReason: reason,
  linksReason: reason,
  pixelPlace: z.enum(['before-history', 'end', 'start']).nullable().default(null),
  quotes: z.array(z.string().max(24)).max(MAX_QUOTES).default([]),
  senderDomain: z.string().max(MAX_DOMAIN_LENGTH).nullable().default(null),
});
