/**
 * The parts of p5.js that the visualizer uses: the whole is three times as much to load, most of it 3D.
 */

import accessibility from "p5/accessibility";
import color from "p5/color";
import P5 from "p5/core";
import math from "p5/math";
import shape from "p5/shape";

// The core's only hook before setup shows a spinner by an inline style, which the page's policy forbids.
P5.lifecycleHooks.presetup = [];
for (const part of [accessibility, color, math, shape]) part(P5);

export default P5;
