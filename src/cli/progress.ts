import { Presets, SingleBar } from 'cli-progress'

/** A bar on standard error for long work; silent where that is no terminal, so logs stay clean. */
export interface Progress {
  update(done: number, total: number): void
  stop(): void
}

/** Shows a bar from the second update on; work that is done at once shows none. */
export function startProgress(label: string): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      format: `${label} {bar} {value}/{total} · {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    update(done, total) {
      if (!started) bar.start(total, done)
      started = true
      bar.setTotal(total)
      bar.update(done)
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
