/**
 * Assembles the parser's kernel, src/read/model/kernel/kernel.as, into the bytes beside it. `--check` only compares:
 * the bytes in the repository are the ones the source gives.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const SOURCE = 'src/read/model/kernel/kernel.as'
const TARGET = 'src/read/model/kernel/kernel-bytes.ts'

const written = new Map<string, string | Uint8Array>()
const { error, stderr } = await asc.main(
  // The assembler wants the ending .ts, which the project's own checks would then take for TypeScript.
  ['kernel.ts', '-o', 'kernel.wasm', '--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--importMemory'],
  {
    readFile: (name: string) => (name === 'kernel.ts' ? readFileSync(SOURCE, 'utf8') : null),
    writeFile: (name: string, data: string | Uint8Array) => {
      written.set(name, data)
    },
    listFiles: () => [],
  },
)
const bytes = written.get('kernel.wasm')
if (error || bytes === undefined) {
  console.error(`${SOURCE} does not assemble: ${error?.message ?? stderr.toString()}`)
  process.exit(1)
}
const text = `/** The assembled kernel.as, in base64: made by \`npm run build:kernel\`, never by hand. */\nexport const KERNEL_BYTES =\n  '${Buffer.from(bytes).toString('base64')}'\n`
if (!process.argv.includes('--check')) writeFileSync(TARGET, text)
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error(`${TARGET} is not what ${SOURCE} gives; run npm run build:kernel.`)
  process.exit(1)
}
