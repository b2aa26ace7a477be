// p5.js types its whole, not the parts that it exports one by one.

declare module "p5/core" {
  import type p5 from "p5";

  const core: typeof p5 & { lifecycleHooks: { presetup: (() => void)[] } };
  export default core;
}

declare module "p5/accessibility" {
  import type p5 from "p5";
  export default function addTo(core: typeof p5): void;
}

declare module "p5/color" {
  import type p5 from "p5";
  export default function addTo(core: typeof p5): void;
}

declare module "p5/math" {
  import type p5 from "p5";
  export default function addTo(core: typeof p5): void;
}

declare module "p5/shape" {
  import type p5 from "p5";
  export default function addTo(core: typeof p5): void;
}
