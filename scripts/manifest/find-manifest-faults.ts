import { COMMAND_RULES } from './command-rules.ts';
import { ICON_RULES } from './icon-rules.ts';
import type { ManifestRule } from './manifest-rule.ts';
import { viewManifest } from './manifest-view.ts';
import type { ManifestSurroundings } from './manifest-view.ts';
import { RESOURCE_RULES } from './resource-rules.ts';
import { VALUE_RULES } from './value-rules.ts';
import { parseXml } from './xml-element.ts';

/** Something wrong in a manifest. */
export interface ManifestFault {
  /** Which rule, or `well-formed`. */
  rule: string;
  /** Line of the element; null where the file couldn't be read. */
  line: number | null;
  message: string;
}

/** Every rule, in the order in which faults are told. */
export const MANIFEST_RULES: readonly ManifestRule[] = [
  ...VALUE_RULES,
  ...RESOURCE_RULES,
  ...ICON_RULES,
  ...COMMAND_RULES,
];

/** All that Outlook, the admin centre or this product would trip over; an empty list: nothing. */
export function findManifestFaults(source: string, surroundings: ManifestSurroundings): readonly ManifestFault[] {
  const parsed = parseXml(source);
  if (!parsed.ok) return [{ rule: 'well-formed', line: null, message: parsed.reason }];
  const manifest = viewManifest(source, parsed.root, surroundings);
  return MANIFEST_RULES.flatMap((rule) =>
    rule.find(manifest).map(({ element, message }) => ({ rule: rule.id, line: element.line, message })),
  );
}
