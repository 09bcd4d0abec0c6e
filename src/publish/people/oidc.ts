import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as oidc from 'openid-client'
import { type Account, ROLES, type Role } from '#ledger'
import { RefusedError, refusal } from '#publish/api'
import type { Gate } from './gate.ts'
import { isHttps, openSession } from './routes.ts'

/** An identity provider where people sign in, by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null
  /** Address at which the desk is read, without a slash at its end: the provider sends people back there. */
  readonly desk: string
  /** The claim that names a role (`reader`, `analyst`, `admin`, or a list with one of them); null: roles are kept here. */
  readonly roleClaim: string | null
  /** The role of whoever the claim gives none; null: they are refused. */
  readonly defaultRole: Role | null
}

const COOKIE = 'fogline_signing_in'
const PATH = '/api/v1/session'
const MINUTES = 10
const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/

const redirect = { 302: { description: 'On to where one signs in, or back to the desk' } }
const BEGIN = createRoute({
  method: 'get',
  path: '/session/elsewhere',
  summary: 'Go to the identity provider to sign in there',
  request: { query: z.strictObject({}) },
  responses: {
    ...redirect,
    400: refusal('A parameter is not as expected.'),
    401: refusal('The provider cannot be asked.'),
  },
})
const BACK = createRoute({
  method: 'get',
  path: '/session/callback',
  summary: 'Come back from the identity provider, which sends people here',
  // What a provider adds is its own business; what counts of it is checked by the protocol.
  request: { query: z.looseObject({}) },
  responses: {
    ...redirect,
    400: refusal('A parameter is not as expected.'),
    401: refusal('Whoever comes was not signed in.'),
  },
})

/** Signing in at an identity provider: code flow with PKCE, state and nonce, bound to the browser that began it. */
export function addOidcRoutes(api: OpenAPIHono, gate: Gate, settings: OidcSettings): void {
  const config = remembered(() => discovered(settings))
  const back = `${settings.desk}${PATH}/callback`
  api.openapi(BEGIN, async c => {
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
    const url = oidc.buildAuthorizationUrl(await config(), {
      redirect_uri: back,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    // Lax, since the provider's page leads back here; no script can read it.
    setCookie(c, COOKIE, [state, nonce, verifier].join('.'), {
      httpOnly: true,
      sameSite: 'Lax',
      path: PATH,
      secure: isHttps(c),
      maxAge: MINUTES * 60,
    })
    c.header('cache-control', 'no-store')
    return c.redirect(url.href, 302)
  })
  api.openapi(BACK, async c => {
    const claims = await claimsOf(c, await config(), back, gate)
    const account = await accountOf(claims, settings, gate)
    await openSession(c, gate, account)
    c.header('cache-control', 'no-store')
    return c.redirect(`${settings.desk}/`, 302)
  })
}

/** Asked once; a failure is not remembered. */
function remembered<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null
  return () => {
    kept ??= find().catch((error: unknown) => {
      kept = null
      throw error
    })
    return kept
  }
}

async function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const proof = clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret)
  // Without TLS only on one's own machine.
  const options = LOOPBACK.test(issuer) ? { execute: [oidc.allowInsecureRequests] } : {}
  try {
    return await oidc.discovery(new URL(issuer), clientId, {}, proof, options)
  } catch {
    throw new RefusedError(401, 'the identity provider could not be asked; try again, or sign in by name and password')
  }
}

async function claimsOf(c: Context, config: oidc.Configuration, back: string, gate: Gate): Promise<oidc.IDToken> {
  const [state, nonce, verifier] = (getCookie(c, COOKIE) ?? '').split('.')
  deleteCookie(c, COOKIE, { path: PATH })
  if (!state || !nonce || !verifier)
    throw new RefusedError(401, 'expected a sign-in that was begun here, found none; begin again')
  const url = new URL(back)
  url.search = new URL(c.req.url).search
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const tokens = await oidc.authorizationCodeGrant(config, url, checks).catch(async () => {
    // What a stranger sent must not say why it was refused; that it was goes into the log.
    const { people, now } = gate.input
    await people.note({ at: now(), who: null, what: 'sign in elsewhere', on: null, outcome: 'refused' })
    return null
  })
  const claims = tokens?.claims()
  if (!claims) throw new RefusedError(401, 'the identity provider did not vouch for whoever came; begin again')
  return claims
}

/**
 * The account of an issuer and subject, which alone say who somebody is: names and e-mail addresses can be changed and given
 * again, so no account is found by them. Whoever is new gets an account of their own.
 */
async function accountOf(claims: oidc.IDToken, settings: OidcSettings, gate: Gate): Promise<Account> {
  const { people, now } = gate.input
  const subject = `${claims.iss} ${claims.sub}`
  const accounts = await people.accounts()
  const known = accounts.find(account => account.subject === subject)
  const given = settings.roleClaim === null ? null : roleIn(claims[settings.roleClaim])
  const role = given ?? (known && settings.roleClaim === null ? known.role : settings.defaultRole)
  if (role === null || known?.disabled) {
    await people.note({
      at: now(),
      who: known?.name ?? null,
      what: 'sign in elsewhere',
      on: subject,
      outcome: 'refused',
    })
    throw new RefusedError(401, 'the account is shut out, or nobody gave it a role here')
  }
  const name = known?.name ?? freeName(claims, new Set(accounts.map(account => account.name)))
  const account: Account = known
    ? { ...known, role }
    : { name, role, password: null, subject, created: now(), disabled: false }
  if (known?.role !== role) await people.saveAccount(account)
  if (!known) await people.note({ at: now(), who: name, what: 'add user', on: subject, outcome: 'done' })
  return account
}

function roleIn(claim: unknown): Role | null {
  const given: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return [...ROLES].reverse().find(role => given.includes(role)) ?? null
}

function freeName({ preferred_username, name, sub, iss }: oidc.IDToken, taken: ReadonlySet<string>): string {
  const words = [preferred_username, name, sub].find(each => typeof each === 'string' && each.trim() !== '')
  const base = String(words)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 150)
  const names = [base, `${base} (${new URL(iss).host})`]
  const free = names.find(each => !taken.has(each))
  if (free !== undefined) return free
  for (let number = 2; ; number++) if (!taken.has(`${base} ${number}`)) return `${base} ${number}`
}
