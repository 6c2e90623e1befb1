import type { ManifestView } from './manifest-view.ts';
import type { XmlElement } from './xml-element.ts';

/** Something wrong at one place. */
export interface Fault {
  element: XmlElement;
  message: string;
}

/** One thing that a manifest must keep to. */
export interface ManifestRule {
  /** Short name, told with each fault. */
  id: string;
  /** Where the demand comes from: a page of Microsoft's add-in documentation, or a decision of this project. */
  source: string;
  find(manifest: ManifestView): readonly Fault[];
}

/** Faults of the elements for which a check returns a message. */
export function faultsOf(
  elements: readonly XmlElement[],
  check: (element: XmlElement) => string | null,
): readonly Fault[] {
  return elements.flatMap((element) => {
    const message = check(element);
    return message === null ? [] : [{ element, message }];
  });
}

/** Faults of elements whose key stood before. */
export function repeatsOf(
  elements: readonly XmlElement[],
  keyOf: (element: XmlElement) => string,
  messageOf: (key: string) => string,
): readonly Fault[] {
  const seen = new Set<string>();
  return faultsOf(elements, (element) => {
    const key = keyOf(element);
    if (seen.has(key)) return messageOf(key);
    seen.add(key);
    return null;
  });
}
