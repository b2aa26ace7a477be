/** The quote's words while they are spoken. */

import { element } from "./element.js";

/** Return the place of the caption. */
export function createCaption() {
  const text = element("blockquote");
  const author = element("figcaption");
  const root = element("figure", { class: "caption" }, text, author);
  return {
    root,
    /** @param {import("../core/types.js").State} state */
    show({ caption }) {
      root.classList.toggle("spoken", caption !== null);
      if (!caption) return; // the words stay while they fade
      text.textContent = `“${caption.text}”`;
      author.textContent = caption.author;
    },
  };
}
