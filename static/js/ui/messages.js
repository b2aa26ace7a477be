/** What the listener should know, said aloud by screen readers too, with a way to try again. */

import { element } from "./element.js";

/** @typedef {{id: string, text: string, onRetry?: () => void}} Message */

/**
 * Return what speaks in `root`, which must be a live region from the start to be heard.
 *
 * @param {HTMLElement} root
 */
export function createMessages(root) {
  /** @type {Map<string, {text: string, node: HTMLElement}>} */
  const shown = new Map();

  /** @param {Message} message */
  function add({ id, text, onRetry }) {
    const retry = element(
      "button",
      { type: "button", class: "small", click: onRetry ?? (() => {}) },
      "Retry",
    );
    const node = element("p", { class: "message" }, text, ...(onRetry ? [retry] : []));
    shown.set(id, { text, node });
    root.append(node);
  }

  return {
    /** Show these messages and no others; one that stays is not said again. @param {Message[]} messages */
    show(messages) {
      for (const [id, { text, node }] of shown) {
        if (messages.some((message) => message.id === id && message.text === text)) continue;
        node.remove();
        shown.delete(id);
      }
      for (const message of messages) if (!shown.has(message.id)) add(message);
    },
  };
}
