import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '#ledger'
import { createApi } from '#publish/api'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { addOidcRoutes, addPeopleRoutes, makeGate, type OidcSettings } from './index.ts'

const DESK = 'http://desk.example'
/** Who signs in at the provider next, and what it says of them. */
let who = 'ann-1'
let says: Record<string, unknown> = {}
let server: Server
let issuer: string
let ledger: Ledger

/** A real provider on this machine, which takes everybody for `who` and asks nobody for consent. */
beforeAll(async () => {
  server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: 'desk',
        client_secret: 'a-made-up-secret',
        redirect_uris: [`${DESK}/api/v1/session/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'email', 'email_verified', 'desk_role'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...says }) }),
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: who } })
  })
}, 30_000)
afterAll(() => new Promise<void>(resolve => void server.close(() => resolve())))
beforeEach(() => {
  ledger = memoryLedger(holdings)
  who = 'ann-1'
  says = { preferred_username: 'Ann', desk_role: 'analyst' }
})

const now = () => at(new Date().toISOString())
function desk(more: Partial<OidcSettings> = {}) {
  const gate = makeGate({
    people: ledger.people,
    now,
    open: false,
    addressOf: () => '192.0.2.7',
    signInElsewhere: true,
  })
  const settings = {
    issuer,
    clientId: 'desk',
    clientSecret: 'a-made-up-secret',
    desk: DESK,
    roleClaim: 'desk_role',
    defaultRole: null,
    ...more,
  }
  const addRoutes = (api: Parameters<typeof addPeopleRoutes>[0]) => {
    addPeopleRoutes(api, gate)
    addOidcRoutes(api, gate, settings)
  }
  return createApi({
    ledger,
    theatre,
    now,
    deskDir: null,
    version: '0',
    people: { guard: gate.guard, callerOf: gate.askerOf, addRoutes },
  })
}

const cookiesOf = (response: Response) => response.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '')

/** Begins at the desk and goes through the provider as a browser would, up to the address it is sent back to. */
async function toProvider(app: ReturnType<typeof desk>) {
  const begun = await app.request(`${DESK}/api/v1/session/elsewhere`)
  const jar = new Map<string, string>()
  let url = begun.headers.get('location') ?? ''
  while (!url.startsWith(DESK)) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(pair => pair.join('=')).join('; ') },
    })
    for (const cookie of cookiesOf(response))
      jar.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1))
    const next = response.headers.get('location')
    if (next === null) throw new Error(`${response.status} ${await response.text()}`)
    url = new URL(next, url).href
  }
  return { back: url, cookie: cookiesOf(begun).join('; '), begun }
}
const come = (app: ReturnType<typeof desk>, back: string, cookie: string) => app.request(back, { headers: { cookie } })
async function signIn(app = desk()) {
  const { back, cookie } = await toProvider(app)
  return come(app, back, cookie)
}
const accounts = async () => (await ledger.people.accounts()).map(({ name, role, subject }) => [name, role, subject])

describe('signing in at an identity provider', () => {
  it('asks with state, nonce and PKCE, and opens a session for a new account with the role the provider gives', async () => {
    const app = desk()
    const { back, cookie, begun } = await toProvider(app)
    const asked = new URL(begun.headers.get('location') ?? '').searchParams
    expect([
      asked.get('code_challenge_method'),
      asked.has('state'),
      asked.has('nonce'),
      asked.has('code_challenge'),
    ]).toEqual(['S256', true, true, true])
    const response = await come(app, back, cookie)
    expect([response.status, response.headers.get('location')]).toEqual([302, `${DESK}/`])
    const session = cookiesOf(response).find(each => each.startsWith('fogline_session=')) ?? ''
    const me = await app.request(`${DESK}/api/v1/session`, { headers: { cookie: session } })
    expect(await me.json()).toEqual({
      caller: { name: 'Ann', role: 'analyst', scope: 'judge' },
      open: false,
      signInElsewhere: true,
    })
    expect(await accounts()).toEqual([['Ann', 'analyst', `${issuer} ann-1`]])
  })
  it('knows somebody again by issuer and subject, whatever their name is now, and follows their role', async () => {
    await signIn()
    says = { preferred_username: 'Anna', desk_role: ['reader', 'admin'] }
    await signIn()
    expect(await accounts()).toEqual([['Ann', 'admin', `${issuer} ann-1`]])
  })
  it('never takes an account over by its name or an e-mail address', async () => {
    await ledger.people.saveAccount({
      name: 'Ann',
      role: 'admin',
      password: 'scrypt$x$y',
      subject: null,
      created: now(),
      disabled: false,
    })
    says = { preferred_username: 'Ann', email: 'Ann', email_verified: true, desk_role: 'reader' }
    await signIn()
    expect(await accounts()).toEqual([
      ['Ann', 'admin', null],
      [`Ann (${new URL(issuer).host})`, 'reader', `${issuer} ann-1`],
    ])
  })
  it('refuses whoever has no role here, or was shut out', async () => {
    says = { preferred_username: 'Ann' }
    expect((await signIn()).status).toBe(401)
    expect(await accounts()).toEqual([])
    expect((await signIn(desk({ defaultRole: 'reader' }))).status).toBe(302)
    const [ann] = await ledger.people.accounts()
    if (!ann) throw new Error('expected an account')
    await ledger.people.saveAccount({ ...ann, disabled: true })
    expect((await signIn(desk({ defaultRole: 'reader' }))).status).toBe(401)
  })
  it.each([
    ['another browser’s answer', async (back: string) => [back, ''] as const],
    [
      'a forged state',
      async (back: string, cookie: string) => [back.replace(/state=[^&]+/, 'state=forged'), cookie] as const,
    ],
    [
      'a forged code',
      async (back: string, cookie: string) => [back.replace(/code=[^&]+/, 'code=forged'), cookie] as const,
    ],
    [
      'another’s verifier',
      async (back: string, cookie: string) => [back, cookie.replace(/\.[^.]+$/, `.${'v'.repeat(43)}`)] as const,
    ],
    [
      'another’s nonce',
      async (back: string, cookie: string) => [back, cookie.replace(/\.[^.]+\./, '.other.')] as const,
    ],
    [
      'the provider’s refusal',
      async (back: string, cookie: string) => [back.replace(/code=[^&]+/, 'error=access_denied'), cookie] as const,
    ],
  ])('refuses %s', async (_, change) => {
    const app = desk()
    const { back, cookie } = await toProvider(app)
    const response = await come(app, ...(await change(back, cookie)))
    expect(response.status).toBe(401)
    expect(cookiesOf(response).some(each => each.startsWith('fogline_session=fl_'))).toBe(false)
    expect(await accounts()).toEqual([])
  })
  it('takes an answer once', async () => {
    const app = desk()
    const { back, cookie } = await toProvider(app)
    expect((await come(app, back, cookie)).status).toBe(302)
    expect((await come(app, back, cookie)).status).toBe(401)
  })
  it('says so where the provider cannot be asked', async () => {
    const response = await desk({ issuer: 'http://127.0.0.1:9/' }).request(`${DESK}/api/v1/session/elsewhere`)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toMatch(/ECONN|127\.0\.0\.1/)
  })
})
