import assert from "node:assert/strict";
import test from "node:test";
import { createRequests } from "../../../static/js/api/request.js";

const answering = (/** @type {Response} */ response) => createRequests(async () => response);

test("what comes is handed on", async () => {
  const requests = answering(Response.json({ drums: [] }));
  assert.deepEqual(await requests.readCatalog(), { drums: [] });
});

test("the server's own words are passed on", async () => {
  const body = { error: { code: 400, message: "seed is 'x'; expected a whole number", hint: "" } };
  await assert.rejects(
    answering(Response.json(body, { status: 400 })).readJson("/api/solo?seed=x"),
    {
      name: "RequestError",
      message: "seed is 'x'; expected a whole number (400)",
    },
  );
});

test("an answer without words is told by its status", async () => {
  const gone = new Response("gone", { status: 404, statusText: "NOT FOUND" });
  await assert.rejects(answering(gone).readBytes("/a.ogg"), {
    message: "the server answers 404 NOT FOUND",
  });
});

test("a server that cannot be reached is told as that, with the cause kept", async () => {
  const cause = new TypeError("Failed to fetch");
  const requests = createRequests(() => Promise.reject(cause));
  await assert.rejects(requests.readBytes("/a.ogg"), {
    message: "the server cannot be reached",
    cause,
  });
});
