import { findOwnTraces, isSameLook, pixelMarkup, readBodyLook } from '@readback/core';
import type { BodyLook, MailUntrackedReason, OwnTraces, TrackingPlan } from '@readback/core';
import type { ComposeItem } from '../host/compose-item.ts';
import type { Outcome } from '../host/outcome.ts';
import { hasTimeToWrite } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

/** How a write ended. */
export interface WriteResult {
  /** Null: Outlook holds what was written. */
  reason: MailUntrackedReason | null;
  /** What the body holds afterwards; null: nobody knows. */
  holds: OwnTraces | null;
}

/** What is to be written, and over what. */
export interface BodyWrite {
  original: string;
  wanted: string;
  plan: TrackingPlan;
}

/**
 * Writes the body unless it changed since it was read, then checks what Outlook made of it. A wrong result is left alone:
 * another add-in may have written too, and the original would be stale (docs/outlook-quirks.md#two-writers).
 */
export async function writeBody(item: ComposeItem, limit: TimeLimit, write: BodyWrite): Promise<WriteResult> {
  const { original, wanted, plan } = write;
  const before = await checkUnchanged(item, limit, write);
  if (before !== null) return before;
  return inspect(item, await item.writeBody(wanted), { original, look: readBodyLook(wanted), plan });
}

/** Puts the picture at the start of the body without writing the rest of it. */
export async function prependPixel(
  item: ComposeItem,
  limit: TimeLimit,
  { original, plan }: Omit<BodyWrite, 'wanted'>,
): Promise<WriteResult> {
  if (!hasTimeToWrite(limit)) return untouched('too-slow', original, plan);
  const markup = pixelMarkup(plan.pixelUrl);
  return inspect(item, await item.prependToBody(markup), { original, look: readBodyLook(markup + original), plan });
}

async function checkUnchanged(item: ComposeItem, limit: TimeLimit, write: BodyWrite): Promise<WriteResult | null> {
  const again = await item.readBody();
  if (!hasTimeToWrite(limit)) return untouched('too-slow', write.original, write.plan);
  if (!again.ok) return untouched('body-unreadable', write.original, write.plan);
  return again.value === write.original ? null : untouched('changed', again.value, write.plan);
}

function untouched(reason: MailUntrackedReason, html: string, plan: TrackingPlan): WriteResult {
  return { reason, holds: findOwnTraces(readBodyLook(html), plan) };
}

async function inspect(
  item: ComposeItem,
  written: Outcome<null>,
  expected: { original: string; look: BodyLook; plan: TrackingPlan },
): Promise<WriteResult> {
  const held = await item.readBody();
  if (!held.ok) return { reason: written.ok ? 'differs' : describeFailure(written), holds: null };
  const look = readBodyLook(held.value);
  const holds = findOwnTraces(look, expected.plan);
  if (isSameLook(look, expected.look, expected.plan.origin)) return { reason: null, holds };
  const isUntouched = held.value === expected.original;
  return { reason: isUntouched && !written.ok ? describeFailure(written) : 'differs', holds };
}

function describeFailure(written: Outcome<null>): MailUntrackedReason {
  return !written.ok && written.failure === 'timeout' ? 'too-slow' : 'failed';
}
