import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'

/** In a checkout a thread has to be told how to run TypeScript: what its process was told does not reach it. */
const runSources = (): string[] => [
  '--conditions=development',
  '--import',
  `data:text/javascript,import { register } from '${import.meta.resolve('tsx/esm/api')}'; register()`,
]

/**
 * A pool of threads that run the module `name` beside the module at `beside` (its `import.meta.url`), from sources in a
 * checkout and from built files elsewhere. Throws RangeError unless `threads` is a whole number of at least 1.
 */
export function openThreads(beside: string, name: string, threads: number = availableParallelism()): Tinypool {
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`threads: expected a whole number of at least 1, found ${threads}.`)
  const ending = extname(beside)
  return new Tinypool({
    filename: fileURLToPath(new URL(`./${name}${ending}`, beside)),
    minThreads: threads,
    maxThreads: threads,
    ...(ending === '.ts' ? { execArgv: runSources() } : {}),
  })
}
