/** A control of the ribbon. */
export interface ManifestButton {
  id: string;
  surface: 'read' | 'compose' | 'mobile-read';
  group: string;
  label: string;
  tooltip: { title: string; text: string } | null;
  /** Size in pixels → URL. */
  icons: Readonly<Record<number, string>>;
  action: { kind: 'pane'; page: string; pinnable: boolean } | { kind: 'function'; functionName: string };
}

/** An event that launches the add-in. */
export interface ManifestEvent {
  type: string;
  functionName: string;
  sendMode: 'PromptUser' | 'SoftBlock' | 'Block' | null;
}

/** What Outlook takes from an add-in's manifest, in one language. */
export interface Manifest {
  id: string;
  name: string;
  description: string;
  iconUrl: string;
  /** `ReadWriteItem` and the like. */
  permission: string;
  extendedPermissions: readonly string[];
  buttons: readonly ManifestButton[];
  functionFile: string | null;
  /** Of the desktop; `mobileEvents` of the phone. */
  events: readonly ManifestEvent[];
  mobileEvents: readonly ManifestEvent[];
  runtime: { page: string; script: string | null } | null;
  supportsSharedFolders: boolean;
}

/**
 * Reads an XML manifest. `language` picks the overrides, for example `de-DE`; where there is none, the default stands.
 * Null: it isn't a manifest with VersionOverrides 1.1.
 */
export declare function readManifest(xml: string, language: string): Manifest | null;
