import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOCKS, withBlock } from '../scripts/docs.ts'
import { makeProgram } from '../src/cli/main.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs').map(name => `docs/${name}`),
  'samples/ukraine/README.md',
]
const read = (page: string) => readFileSync(page, 'utf8')

describe('the documentation is true', () => {
  it.each(BLOCKS.map(block => [`${block.file} (${block.name})`, block] as const))(
    'the generated part of %s is current: npm run docs',
    (_, { file, name, text }) => {
      expect(withBlock(read(file), name, text())).toBe(read(file))
    },
  )
  it.each(pages)('every link in %s leads somewhere', page => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(match => match[1] ?? '')
    expect(links.filter(link => !existsSync(join(dirname(page), link)))).toEqual([])
  })
  it('every command has a line of its own in the command-line reference', () => {
    const page = read('docs/cli.md')
    for (const command of makeProgram().commands) expect(page).toContain(`## fogline ${command.name()}`)
  })
  it('every command explains itself and every option says what it does', () => {
    for (const command of makeProgram().commands) {
      expect(command.description(), command.name()).not.toBe('')
      for (const option of command.options) expect(option.description, `${command.name()} ${option.flags}`).not.toBe('')
    }
  })
  it('every command that prints data has --json', () => {
    const without = makeProgram()
      .commands.flatMap(command => (command.commands.length > 0 ? command.commands : [command]))
      .filter(command => !command.options.some(option => option.long === '--json'))
      .map(command => command.name())
    // What "control front" prints is GeoJSON already; "forecasts resolve" records and says so.
    expect(without).toEqual(['front', 'resolve', 'serve', 'mcp'])
  })
  it('README names only commands there are', () => {
    const named = [...read('README.md').matchAll(/bin\/fogline (\w+)/g)].map(match => match[1])
    const known = makeProgram().commands.map(command => command.name())
    expect(named.filter(name => !known.includes(name ?? ''))).toEqual([])
  })
})
