/** The places of the page, as templates/index.html lays them out. */

/** Return what is laid out, to be filled. */
export function findPage() {
  const place = (/** @type {string} */ id) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`templates/index.html has no element with the id "${id}"`);
    return found;
  };
  return {
    scene: place("scene"),
    stage: place("stage"),
    station: place("station"),
    opening: place("opening"),
    messages: place("messages"),
  };
}
