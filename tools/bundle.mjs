// Bundle the page with Tone.js and p5.js into static/dist/, which git ignores.
//
// Entry names stay fixed (the server hashes them); chunks carry their hash, so p5 arrives late and is cached for good.
import { rmSync } from "node:fs";
import { build } from "esbuild";

const outdir = "static/dist";
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ["static/js/main.js", "static/js/main.css"],
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "chrome120",
  minify: true,
  sourcemap: true,
  chunkNames: "chunks/[name]-[hash]",
  legalComments: "linked",
  logLevel: "warning",
});
