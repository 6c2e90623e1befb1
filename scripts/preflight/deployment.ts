import type { Finding } from './finding.ts';

/** What a server said. Redirects are not followed: nothing but the two given names is ever asked. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The body as text, one character per byte. */
  body: string;
  /** Milliseconds until the whole body was there. */
  millis: number;
}

export interface AskOptions {
  method?: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  headers?: Readonly<Record<string, string>>;
}

/** The certificate that a host showed. */
export interface Certificate {
  validTo: Date;
}

/** An installation that is looked at from outside, and the means to look. */
export interface Deployment {
  /** APP_ORIGIN. */
  app: string;
  /** TRACKING_ORIGIN. */
  tracking: string;
  /** An installation on this machine: names and certificates don't matter. */
  isLocal: boolean;
  /** Milliseconds since 1970 by this machine's clock. */
  now: () => number;
  /** Rejects when there is no answer within 15 s. */
  ask: (url: string, options?: AskOptions) => Promise<Answer>;
  /** Rejects when the host can't be reached or its certificate isn't trusted. */
  inspectCertificate: (origin: string) => Promise<Certificate>;
}

/** One thing to look at. Rejections are told as failures by whoever runs it. */
export interface Check {
  name: string;
  run: (deployment: Deployment) => Promise<readonly Finding[]>;
}
