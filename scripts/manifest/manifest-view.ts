import { NAMESPACES } from './element-order.ts';
import { descendants } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/** The lists below `<Resources>`. */
export type ResourceKind = 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings';

export interface ManifestResource {
  id: string;
  kind: ResourceKind;
  value: string;
  element: XmlElement;
}

/** An address in the manifest, wherever it stands. */
export interface ManifestUrl {
  value: string;
  element: XmlElement;
}

/** What lies beside the manifest and must fit it. */
export interface ManifestSurroundings {
  /** Names that the handlers' script hands to `Office.actions.associate`. */
  functions: ReadonlySet<string>;
  /** Edge length in pixels of a square picture, by its path below the add-in's origin; null: there is none. */
  iconSize: (path: string) => number | null;
}

/** A parsed manifest with the questions that the rules ask. */
export interface ManifestView {
  source: string;
  root: XmlElement;
  surroundings: ManifestSurroundings;
  /** All elements of that name without prefix, in document order. */
  all: (name: string) => readonly XmlElement[];
  resources: readonly ManifestResource[];
  /** Every address that Outlook or the admin centre loads. */
  urls: readonly ManifestUrl[];
}

const KINDS: readonly ResourceKind[] = ['Images', 'Urls', 'ShortStrings', 'LongStrings'];
const URL_ELEMENTS: readonly string[] = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation'];

function isResource(element: XmlElement, kind: ResourceKind): boolean {
  return element.parent?.name === kind && element.parent.namespace === NAMESPACES.basicTypes;
}

export function viewManifest(source: string, root: XmlElement, surroundings: ManifestSurroundings): ManifestView {
  const elements = descendants(root);
  const resources = KINDS.flatMap((kind) =>
    elements
      .filter((element) => isResource(element, kind))
      .map((element) => ({
        id: element.attributes.get('id') ?? '',
        kind,
        value: element.attributes.get('DefaultValue') ?? '',
        element,
      })),
  );
  const own = elements
    .filter((element) => URL_ELEMENTS.includes(element.name) && element.attributes.has('DefaultValue'))
    .map((element) => ({ value: element.attributes.get('DefaultValue') ?? '', element }));
  const referenced = resources.filter(({ kind }) => kind === 'Images' || kind === 'Urls');
  return {
    source,
    root,
    surroundings,
    all: (name) => elements.filter((element) => element.name === name),
    resources,
    urls: [...own, ...referenced],
  };
}

/** The resource id that an element names; empty without one. */
export function referenceOf(element: XmlElement): string {
  return element.attributes.get('resid') ?? '';
}

/** Value of the resource that an element names; empty where there is none. */
export function referencedValue(manifest: ManifestView, element: XmlElement): string {
  return manifest.resources.find((resource) => resource.id === referenceOf(element))?.value ?? '';
}
