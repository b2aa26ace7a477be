// Posts what comes in, in blocks of 4096 frames with left and right in turn, and where each block ends.
const BLOCK = 2 * 4096;

registerProcessor(
  "speakers",
  class extends AudioWorkletProcessor {
    block = new Float32Array(BLOCK);
    filled = 0;

    process([channels]) {
      const [left, right] = channels;
      for (let frame = 0; frame < 128; frame++) {
        this.block[this.filled++] = left?.[frame] ?? 0;
        this.block[this.filled++] = right?.[frame] ?? 0;
      }
      if (this.filled === BLOCK) {
        this.port.postMessage({ end: currentFrame + 128, block: this.block });
        this.filled = 0;
      }
      return true;
    }
  },
);
