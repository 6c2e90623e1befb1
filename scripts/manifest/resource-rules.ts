import { faultsOf, repeatsOf } from './manifest-rule.ts';
import type { ManifestRule } from './manifest-rule.ts';
import { referenceOf } from './manifest-view.ts';
import type { ManifestView, ResourceKind } from './manifest-view.ts';
import type { XmlElement } from './xml-element.ts';

const MAX_RESOURCE_ID = 32;

/** Which list an element's `resid` points into. */
const REFERENCES: Readonly<Record<string, ResourceKind>> = {
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  Runtime: 'Urls',
  Override: 'Urls',
  Image: 'Images',
};

function references(manifest: ManifestView): readonly XmlElement[] {
  return Object.keys(REFERENCES)
    .flatMap(manifest.all)
    .filter((element) => element.attributes.has('resid'));
}

function referenceFault(manifest: ManifestView, element: XmlElement): string | null {
  const id = referenceOf(element);
  const kind = REFERENCES[element.name];
  const found = manifest.resources.filter((resource) => resource.id === id);
  if (found.length === 0) return `there is no resource "${id}"`;
  return found.some((resource) => resource.kind === kind) ? null : `"${id}" must be one of the ${kind}`;
}

/** What the schemas can't see: that each reference finds its resource, and each resource its user. */
export const RESOURCE_RULES: readonly ManifestRule[] = [
  {
    id: 'resource-reference',
    source: 'javascript/api/manifest/resources',
    find: (manifest) => faultsOf(references(manifest), (element) => referenceFault(manifest, element)),
  },
  {
    id: 'resource-id',
    source: 'javascript/api/manifest/resources: at most 32 characters',
    find: (manifest) => {
      const elements = manifest.resources.map(({ element }) => element);
      const idOf = (element: XmlElement): string => element.attributes.get('id') ?? '';
      return [
        ...faultsOf(elements, (element) =>
          idOf(element) === '' || idOf(element).length > MAX_RESOURCE_ID
            ? `the id "${idOf(element)}" must have 1 to ${MAX_RESOURCE_ID} characters`
            : null,
        ),
        ...repeatsOf(elements, idOf, (id) => `the resource "${id}" stands twice`),
      ];
    },
  },
  {
    id: 'resource-unused',
    source: 'decision 0061: nothing in the frozen file that nobody uses',
    find: (manifest) => {
      const used = new Set(references(manifest).map(referenceOf));
      return manifest.resources
        .filter(({ id }) => !used.has(id))
        .map(({ id, element }) => ({ element, message: `nothing uses the resource "${id}"` }));
    },
  },
];
