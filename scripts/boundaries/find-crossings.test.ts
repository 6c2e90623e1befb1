import { findCrossings } from './find-crossings.ts';

function crossings(path: string, source: string): readonly string[] {
  return findCrossings([{ path, source }]).map(({ message }) => message);
}

describe('findCrossings', () => {
  it.each<[string, string, string, RegExp]>([
    ['a package in core', 'core/src/token.ts', 'import { z } from "zod";', /core\/src may not use it/],
    ['Node in core', 'core/src/token.ts', 'import { createHmac } from "node:crypto";', /imports node:crypto/],
    ['Node in core by its old name', 'core/src/token.ts', 'import fs from "fs";', /imports fs/],
    [
      'a package that begins like an allowed one',
      'core/src/token.ts',
      'import x from "htmlparser2-fork";',
      /may not use/,
    ],
    ['a type of another package in core', 'core/src/token.ts', 'type X = import("zod").ZodType;', /imports zod/],
    ['core leaving its room', 'core/src/token.ts', 'import { a } from "../../functions/src/config.ts";', /may not use/],
    ['core by its side door', 'core/src/token.ts', 'import { a } from "@readback/core/records";', /from inside/],
    ['core by its other side door', 'core/src/token.ts', 'import { a } from "@readback/core/overview";', /from inside/],
    ['core by its own door', 'core/src/token.ts', 'import { a } from "@readback/core";', /from inside/],
    [
      'core by its inside from a journey',
      'tests/src/a.ts',
      'import { a } from "../../core/src/fold.ts";',
      /by its inside/,
    ],
    [
      'a fixture of core by another room',
      'bench/src/a.ts',
      'import { a } from "../../core/src/b.fixture.ts";',
      /inside/,
    ],
    ['core by its inside', 'functions/src/app.ts', 'import { a } from "../../core/src/fold.ts";', /by its inside/],
    [
      'core by a path behind its door',
      'functions/src/app.ts',
      'import { a } from "@readback/core/src/fold.ts";',
      /only/,
    ],
    ['the add-in in functions', 'functions/src/app.ts', 'import { a } from "@readback/addin";', /only @readback\/core/],
    ['functions in the add-in', 'addin/src/send/a.ts', 'import { a } from "../../../functions/src/app.ts";', /may not/],
    ['the same in a test', 'addin/src/send/a.test.ts', 'import { a } from "../../../functions/src/app.ts";', /may not/],
    ['the local host in functions', 'functions/src/a.ts', 'import { b } from "../local/azurite.ts";', /may not use/],
    ['the pane in the handlers', 'addin/src/send/a.ts', 'import { a } from "../taskpane/b.ts";', /may not use/],
    ['the handlers in the pane', 'addin/src/taskpane/b.tsx', 'import { a } from "../send/a.ts";', /may not use/],
    ['the pane in the host', 'addin/src/host/a.ts', 'import { a } from "../taskpane/b.ts";', /may not use/],
    ['a page loaded late', 'addin/src/send/a.ts', 'const b = () => import("../taskpane/b.ts");', /may not use/],
    ['React in the handlers', 'addin/src/send/a.ts', 'import { useState } from "react";', /imports react/],
    ['React in the host', 'addin/src/host/a.ts', 'import type { FC } from "react";', /imports react/],
    [
      'React in functions',
      'functions/src/a.tsx',
      'import { jsx } from "react/jsx-runtime";',
      /only addin\/src\/taskpane/,
    ],
    [
      'storage beside the table store',
      'functions/src/app.ts',
      'import { odata } from "@azure/data-tables";',
      /only functions/,
    ],
    ['storage by require', 'functions/src/app.ts', 'const t = require("@azure/data-tables");', /only functions/],
    ['storage passed on', 'functions/src/index.ts', 'export { odata } from "@azure/data-tables";', /only functions/],
    ['settings', 'functions/src/app.ts', 'const a = process.env["OPENS"];', /says process\.env/],
    ['settings in brackets', 'functions/src/app.ts', 'const a = process["env"].OPENS;', /says process\.env/],
    ['settings taken apart', 'functions/src/app.ts', 'const { env } = process;', /says process\.env/],
    ['settings by import', 'functions/src/app.ts', 'import { env } from "node:process";', /imports node:process/],
    ['a route beside the route table', 'functions/src/a.ts', 'import { app } from "@azure/functions";', /#app: only/],
    [
      'the same renamed',
      'functions/src/a.ts',
      'import { app as host } from "@azure/functions"; host.http();',
      /#app: only/,
    ],
    ['the same by its namespace', 'functions/src/a.ts', 'import * as f from "@azure/functions"; f.app.http();', /only/],
    ['Office in the handlers', 'addin/src/send/a.ts', 'Office.context.mailbox;', /says Office/],
    [
      'Office in the pane',
      'addin/src/taskpane/a.tsx',
      'const a = <p>{Office.context.displayLanguage}</p>;',
      /says Office/,
    ],
    ['a type of Office', 'addin/src/send/a.ts', 'let item: Office.MessageCompose;', /says Office/],
    ['Office by the global object', 'addin/src/send/a.ts', 'globalThis.Office.context;', /says Office/],
    ['Office by the window', 'addin/src/taskpane/a.ts', 'window["Office"];', /says Office/],
    ['OfficeRuntime', 'addin/src/send/a.ts', 'OfficeRuntime.auth.getAccessToken();', /says OfficeRuntime/],
    ['a barrel below the door', 'core/src/body/index.ts', 'export * from "./a.ts";', /only a workspace has a door/],
    ['something passed on', 'functions/src/a.ts', 'import { b } from "./b.ts"; export { b };', /only a workspace/],
    ['a type passed on', 'functions/src/a.ts', 'export type { B } from "./b.ts";', /only a workspace/],
    ['code in a door', 'core/src/index.ts', 'export * from "./a.ts"; export const b = 1;', /more than exports/],
    ['two folders', 'core/src/body/html/a.ts', 'export const a = 1;', /2 folders deep/],
    ['an empty name', 'core/src/token-utils.ts', 'export const a = 1;', /says nothing/],
    ['an empty name of a folder', 'functions/src/common/a.ts', 'export const a = 1;', /named "common"/],
  ])('finds %s', (_name, path, source, message) => {
    expect(crossings(path, source)).toEqual([expect.stringMatching(message)]);
  });

  it.each<[string, string, string]>([
    [
      'the package of core',
      'core/src/a.ts',
      'import { hmac } from "@noble/hashes/hmac.js"; import { sha256 } from "@noble/hashes/sha2.js";',
    ],
    ['neighbours in core', 'core/src/body/a.ts', 'import { b } from "../fold.ts"; import { c } from "./c.ts";'],
    ['the door of core', 'core/src/index.ts', 'export * from "./api.ts"; export type { A } from "./a.ts";'],
    [
      'core and host in the handlers',
      'addin/src/send/a.ts',
      'import { a } from "@readback/core"; import { b } from "../host/b.ts";',
    ],
    ['Office in the host', 'addin/src/host/a.ts', 'export const item: Office.Item = Office.context.mailbox.item;'],
    [
      'a field called Office',
      'addin/src/send/a.ts',
      'interface A { Office: string } const a = { Office: 1 }; a.Office;',
    ],
    ['a right side called like a field', 'functions/src/a.ts', 'const a = b.process; const c = d.app;'],
    ['React in the pane', 'addin/src/taskpane/a.tsx', 'import { useState } from "react"; export const a = <p />;'],
    [
      'storage in the table store',
      'functions/src/store/table-store.ts',
      'import { TableClient } from "@azure/data-tables";',
    ],
    ['settings in the configuration', 'functions/src/config.ts', 'export const a = process.env["OPENS"];'],
    [
      'routes in the route table',
      'functions/src/main.ts',
      'import { app } from "@azure/functions"; app.http("a", {});',
    ],
    ['types of the host elsewhere', 'functions/src/a.ts', 'import type { HttpRequest } from "@azure/functions";'],
    ['Node in a test of core', 'core/src/a.test.ts', 'import { createHmac } from "node:crypto";'],
    ['storage in a test', 'functions/src/a.test.ts', 'import { TableClient } from "@azure/data-tables";'],
    [
      'anything in the simulator',
      'simulator/src/a.ts',
      'import { b } from "../../addin/src/send/b.ts"; import "react";',
    ],
    ["core's fixtures in journeys", 'tests/src/a.ts', 'import { b } from "../../core/src/truth/b.fixture.ts";'],
    ['anything in journeys', 'tests/src/a.ts', 'import { b } from "../../functions/local/b.ts"; process.env;'],
    [
      'the local host in a test of functions',
      'functions/src/a.integration.test.ts',
      'import { b } from "../local/azurite.ts";',
    ],
    ['one folder', 'functions/src/ledger/a.ts', 'export const a = 1;'],
    ['a file of no room', 'jest.config.js', 'export default {};'],
  ])('lets pass %s', (_name, path, source) => {
    expect(crossings(path, source)).toEqual([]);
  });

  it('names the file', () => {
    const [crossing] = findCrossings([
      { path: 'core/src/a.ts', source: '' },
      { path: 'core/src/b.ts', source: 'import "zod";' },
    ]);
    expect(crossing?.path).toBe('core/src/b.ts');
  });

  it('fails for a file that does not parse, rather than finding nothing in it', () => {
    expect(() => crossings('core/src/a.ts', 'import {')).toThrow();
  });
});
