import type { Kernel } from './kernel.ts'
import { KERNEL_BYTES } from './kernel-bytes.ts'

const PAGE = 65_536

/** What is used of WebAssembly: TypeScript has its types only in the DOM library. */
interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

/** The kernel in WebAssembly with SIMD, or null where the machine has none. `bytes`: size of its memory. */
export function wasmKernel(bytes: number): Kernel | null {
  const wasm = (globalThis as { WebAssembly?: WebAssemblyLike }).WebAssembly
  const code = Uint8Array.from(atob(KERNEL_BYTES), c => c.charCodeAt(0))
  if (wasm === undefined || !(wasm as unknown as { validate(b: Uint8Array): boolean }).validate(code)) return null
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) })
  const { exports } = new wasm.Instance(new wasm.Module(code), { env: { memory } })
  return { ...(exports as Omit<Kernel, 'memory'>), memory: memory.buffer }
}
