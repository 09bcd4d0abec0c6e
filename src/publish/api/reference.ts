import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { refuse } from './errors.ts'

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fogline API</title>
<link rel="stylesheet" href="/api/reference/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/api/reference/swagger-ui-bundle.js"></script>
<script src="/api/reference/begin.js"></script>
</body>
</html>
`
const BEGIN = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null, tryItOutEnabled: true })
`
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
}

/** The interactive reference at `/api/reference`: all of it from our own host, under the same content policy as the desk. */
export function addReference(app: OpenAPIHono, folder: string | null): void {
  app.get('/api/reference', c => c.html(PAGE))
  app.get('/api/reference/begin.js', c => c.body(BEGIN, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/api/reference/:file', async c => {
    const file = c.req.param('file')
    const type = FILES[file]
    if (folder === null || type === undefined)
      return refuse(c, 404, `${c.req.path}: no such page; the API is described at /api/v1/openapi.json`)
    return c.body(new Uint8Array(await readFile(join(folder, file))), 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
    })
  })
}
