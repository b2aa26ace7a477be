/** The only place that fetches. Every failure says which thing failed and how. */

/** Something that was asked for and did not come. */
export class RequestError extends Error {
  /**
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = "RequestError";
  }
}

/**
 * Return functions that get things by `fetch`.
 *
 * @param {typeof globalThis.fetch} fetch
 */
export function createRequests(fetch) {
  /** @param {string} url */
  async function get(url) {
    let response;
    try {
      response = await fetch(url);
    } catch (cause) {
      throw new RequestError("the server cannot be reached", { cause });
    }
    if (!response.ok) throw new RequestError(await reason(response));
    return response;
  }

  return {
    /** @param {string} url @returns {Promise<ArrayBuffer>} */
    readBytes: async (url) => (await get(url)).arrayBuffer(),
    /** @param {string} url @returns {Promise<any>} */
    readJson: async (url) => (await get(url)).json(),
    /** @returns {Promise<import("../core/types.js").Catalog>} */
    readCatalog: async () => (await get("/api/catalog")).json(),
  };
}

/**
 * @param {Response} response
 * @returns {Promise<string>} what the server said, else its status
 */
async function reason(response) {
  const status = `the server answers ${response.status} ${response.statusText}`.trim();
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) return status;
  const { error } = await response.json();
  return error?.message ? `${error.message} (${response.status})` : status;
}
