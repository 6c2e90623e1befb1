import type { TokenKind, TokenLink } from './token.ts';
import type { TokenRefusal } from './tracking-segment.ts';

/**
 * Test vectors of docs/wire-format.md, bytes as hex: what every implementation of the wire format must agree on.
 */
export interface Vectors {
  /** By epoch. */
  masters: Readonly<Record<number, string>>;
  mailboxes: readonly { idSecret: string; tid: string; oid: string; mailboxId: string; ownerHash: string }[];
  keys: readonly { epoch: number; mailboxId: string; generation: number; key: string }[];
  messageIds: readonly { ms: number; entropy: readonly string[]; messageId: string }[];
  tokens: readonly TokenVector[];
  /** Path segments, the route on which each comes, and why it isn't believed. */
  refused: readonly { why: string; route: 'open' | 'click'; segment: string; reason: TokenRefusal }[];
}

/** `link` for clicks, `body` (text, to be taken as UTF-8) for registrations. */
export interface TokenVector {
  name: string;
  kind: TokenKind;
  epoch: number;
  generation: number;
  mailboxId: string;
  messageId: string;
  link?: TokenLink;
  body?: string;
  token: string;
}

export const vectors: Vectors = {
  masters: {
    '1': '202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f',
    '255': '404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f',
  },
  mailboxes: [
    {
      idSecret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      tid: '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0ff',
      oid: 'C0FFEE00-1234-4ABC-9DEF-0123456789AB',
      mailboxId: 'd47a00b481e9a4a2',
      ownerHash: 'cebd1fc7f0c8050f00386e7baa836dd5db847b12a7f282f625bb3c34a40d5818',
    },
    {
      idSecret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      tid: '00000000-0000-0000-0000-000000000000',
      oid: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      mailboxId: 'aba17a32481d1707',
      ownerHash: '56f3ecee0495952c4fcf3c00b3dfc4460fc8aa0490e7b2a75a3767da34cf21c7',
    },
  ],
  keys: [
    {
      epoch: 1,
      mailboxId: 'd47a00b481e9a4a2',
      generation: 0,
      key: '4ad154fd02c192bebf32e5f6c3348fe53ed5d17c343be2ae93a06f60433f926e',
    },
    {
      epoch: 1,
      mailboxId: 'd47a00b481e9a4a2',
      generation: 1,
      key: '1ae1ca65045661a1c19b357f7c047225673383c4719894a2cba41d5286a7a40e',
    },
    {
      epoch: 255,
      mailboxId: 'aba17a32481d1707',
      generation: 255,
      key: 'eb2a9620139a0650f0a42759a77c22618bdd834422045e72023c33f901574d4e',
    },
  ],
  messageIds: [
    {
      ms: 1795253400123,
      entropy: ['4ad154fd02c192bebf32e5f6c3348fe53ed5d17c343be2ae93a06f60433f926e', '6472616674'],
      messageId: 'fe5e028f0dc417ce756b46dd',
    },
    {
      ms: 0,
      entropy: ['00'],
      messageId: 'ffffffffffff74a44207e5cb',
    },
    {
      ms: 281474976710655,
      entropy: ['', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'],
      messageId: '000000000000a7fc762e0909',
    },
  ],
  tokens: [
    {
      name: 'picture',
      kind: 'open',
      epoch: 1,
      generation: 0,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      token: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
    },
    {
      name: 'link',
      kind: 'click',
      epoch: 1,
      generation: 0,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      link: {
        position: 0,
        destination: 'https://www.example.com/offer?id=42&lang=en#terms',
      },
      token:
        'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AACm2yXkamNFbKz66oA8oz0NodHRwczovL3d3dy5leGFtcGxlLmNvbS9vZmZlcj9pZD00MiZsYW5nPWVuI3Rlcm1z',
    },
    {
      name: 'link with an international name and path',
      kind: 'click',
      epoch: 1,
      generation: 1,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      link: {
        position: 258,
        destination: 'https://bücher.example/größe/😀',
      },
      token: 'EgEB1HoAtIHppKL-XgKPDcQXznVrRt0BAhqciZi2HlFY1iwoRAbFw01odHRwczovL2LDvGNoZXIuZXhhbXBsZS9ncsO2w59lL_CfmIA',
    },
    {
      name: 'link whose address holds a character reference',
      kind: 'click',
      epoch: 1,
      generation: 0,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      link: {
        position: 3,
        destination: 'http://example.com/?a=1&amp;b=2',
      },
      token: 'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AA64a6vanzcN3dls3-ccRV_lodHRwOi8vZXhhbXBsZS5jb20vP2E9MSZhbXA7Yj0y',
    },
    {
      name: 'every number at its largest',
      kind: 'click',
      epoch: 255,
      generation: 255,
      mailboxId: 'aba17a32481d1707',
      messageId: '000000000000a7fc762e0909',
      link: {
        position: 65535,
        destination: 'HTTPS://[2001:db8::1]:8443/',
      },
      token: 'Ev__q6F6MkgdFwcAAAAAAACn_HYuCQn__6PTgp1LxAZlA93Ayb4nKnRIVFRQUzovL1syMDAxOmRiODo6MV06ODQ0My8',
    },
    {
      name: 'picture at the end of time',
      kind: 'open',
      epoch: 255,
      generation: 255,
      mailboxId: 'aba17a32481d1707',
      messageId: 'ffffffffffff74a44207e5cb',
      token: 'Ef__q6F6MkgdFwf_______90pEIH5cu7CX9PdBva8EiMbqPV0yuy',
    },
    {
      name: 'registration',
      kind: 'register',
      epoch: 1,
      generation: 0,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      body: '{"opens":true,"links":true,"subject":"Größe"}',
      token: 'EwEA1HoAtIHppKL-XgKPDcQXznVrRt3GubLSIZRYmZNQrtxy3hfo',
    },
    {
      name: 'registration of nothing',
      kind: 'register',
      epoch: 1,
      generation: 0,
      mailboxId: 'd47a00b481e9a4a2',
      messageId: 'fe5e028f0dc417ce756b46dd',
      body: '',
      token: 'EwEA1HoAtIHppKL-XgKPDcQXznVrRt2k6XlEmedeDt61epAUFP6i',
    },
  ],
  refused: [
    {
      why: 'nothing at all',
      segment: '',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'version 2',
      segment: 'IQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'kind 0',
      segment: 'EAEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'kind 4',
      segment: 'FAEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'one byte short',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku8',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'one byte long',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_lAA',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'a length that no bytes have',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_lA',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'spare bit set',
      segment: 'Ev__q6F6MkgdFwcAAAAAAACn_HYuCQn__6PTgp1LxAZlA93Ayb4nKnRIVFRQUzovL1syMDAxOmRiODo6MV06ODQ0My9',
      reason: 'malformed',
      route: 'click',
    },
    {
      why: 'padding',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_=',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'rubbish inside',
      segment: 'EQEA1HoAtIHppKL-XgKP.DcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'text behind it',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l.gif',
      reason: 'malformed',
      route: 'open',
    },
    {
      why: 'destination is not UTF-8',
      segment:
        'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AACm2yXkamNFbKz66oA8oz0NodHRwczovL3d3dy5leGFtcGxlLmNvbS9vZmZlcj9pZD00MiZsYW5nPWVuI3Rlcm1z_w',
      reason: 'malformed',
      route: 'click',
    },
    {
      why: 'written in lower case',
      segment: 'eqea1hoatihppkl-xgkpdcqxznvrrt3oanu8_cbx2daillymku_l',
      reason: 'case-lost',
      route: 'open',
    },
    {
      why: 'picture on the link route',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'wrong-kind',
      route: 'click',
    },
    {
      why: 'link on the picture route',
      segment:
        'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AACm2yXkamNFbKz66oA8oz0NodHRwczovL3d3dy5leGFtcGxlLmNvbS9vZmZlcj9pZD00MiZsYW5nPWVuI3Rlcm1z',
      reason: 'wrong-kind',
      route: 'open',
    },
    {
      why: 'registration on the picture route',
      segment: 'EwEA1HoAtIHppKL-XgKPDcQXznVrRt3GubLSIZRYmZNQrtxy3hfo',
      reason: 'wrong-kind',
      route: 'open',
    },
    {
      why: 'master 2, which nobody has',
      segment: 'EQIA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'unknown-key',
      route: 'open',
    },
    {
      why: 'other generation',
      segment: 'EQEB1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'bad-mac',
      route: 'open',
    },
    {
      why: 'other mailbox',
      segment: 'EQEA1XoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku_l',
      reason: 'bad-mac',
      route: 'open',
    },
    {
      why: 'other message',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRtzoaNu8_Cbx2daillyMku_l',
      reason: 'bad-mac',
      route: 'open',
    },
    {
      why: 'other position',
      segment:
        'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AASm2yXkamNFbKz66oA8oz0NodHRwczovL3d3dy5leGFtcGxlLmNvbS9vZmZlcj9pZD00MiZsYW5nPWVuI3Rlcm1z',
      reason: 'bad-mac',
      route: 'click',
    },
    {
      why: 'other destination',
      segment: 'EgEA1HoAtIHppKL-XgKPDcQXznVrRt0AACm2yXkamNFbKz66oA8oz0NodHRwczovL2V2aWwuZXhhbXBsZS8',
      reason: 'bad-mac',
      route: 'click',
    },
    {
      why: 'changed MAC',
      segment: 'EQEA1HoAtIHppKL-XgKPDcQXznVrRt3oaNu8_Cbx2daillyMku9l',
      reason: 'bad-mac',
      route: 'open',
    },
  ],
};
