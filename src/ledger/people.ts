import type { Instant } from '#domain'

/** What somebody may do: read; read and judge; that and see the audit log and everybody's keys. */
export const ROLES = ['reader', 'analyst', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Somebody who may use the desk. Never removed: judgements name them. */
export interface Account {
  /** As judgements and the audit log name them; unique. */
  readonly name: string
  readonly role: Role
  /** How the password is checked (scrypt); null: signs in elsewhere only. */
  readonly password: string | null
  /** Issuer and subject at an identity provider; null: none. */
  readonly subject: string | null
  readonly created: Instant
  readonly disabled: boolean
}

/** What a key opens: its account's role at most, and less where its scope is narrower. */
export const SCOPES = ['read', 'judge', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** A session of a browser or a token of a program. Only the SHA-256 of the secret is kept. */
export interface AccessKey {
  readonly id: string
  readonly hash: string
  readonly account: string
  readonly kind: 'session' | 'token'
  /** What it is for, in the owner's words. */
  readonly label: string
  readonly scope: Scope
  readonly created: Instant
  readonly expires: Instant
  readonly revoked: Instant | null
}

/** One line of the audit log: who did what, when, on what. Never a secret. */
export interface AuditEntry {
  readonly at: Instant
  /** Null: nobody who was known. */
  readonly who: string | null
  readonly what: string
  readonly on: string | null
  readonly outcome: 'done' | 'refused'
}

/** Who may use the desk, by which keys, and what they did. */
export interface People {
  accounts(): Promise<readonly Account[]>
  /** Adds an account or changes the one of that name. */
  saveAccount(account: Account): Promise<void>
  addKey(key: AccessKey): Promise<void>
  /** The key of a hash with its account, whatever became of either; null where there is none. */
  findKey(hash: string): Promise<{ readonly key: AccessKey; readonly account: Account } | null>
  keys(account: string): Promise<readonly AccessKey[]>
  revokeKey(id: string, at: Instant): Promise<void>
  note(entry: AuditEntry): Promise<void>
  /** Newest first. `before` is the `at` of the last entry of the page before. */
  audit(query: { readonly limit: number; readonly before?: Instant | undefined }): Promise<readonly AuditEntry[]>
}
