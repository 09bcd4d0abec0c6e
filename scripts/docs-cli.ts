import type { Command } from 'commander'

/** `docs/cli.md`: the help of every command as it prints it. */
export function cliReference(program: Command): string {
  const help = (command: Command) => command.configureHelp({ helpWidth: 100 }).helpInformation().trimEnd()
  const section = (title: string, command: Command) => `## ${title}\n\n\`\`\`\n${help(command)}\n\`\`\``
  return [
    section('fogline', program),
    ...program.commands.flatMap(command => [
      section(`fogline ${command.name()}`, command),
      ...command.commands.map(part => section(`fogline ${command.name()} ${part.name()}`, part)),
    ]),
  ].join('\n\n')
}
