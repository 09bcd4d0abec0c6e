import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { strings } from '../strings/index.ts'
import type { InHand } from './use-in-hand.ts'
import type { Judging } from './use-judge.ts'

const words = strings.review

/**
 * The part of the screen in which the keys of the review work, whatever in it comes and goes. Keys without a modifier may
 * only work where the focus is (WCAG 2.1.4), so the focus that falls off something that is gone is caught here.
 */
export function ReviewKeys({ hand, judging, children }: { hand: InHand; judging: Judging; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const isThere = hand.row !== null
  // On arrival, so that the first claim can be judged at once; then whenever what had the focus went away.
  useEffect(() => {
    if (isThere && !isTyping(document.activeElement)) box.current?.focus({ preventScroll: true })
  }, [isThere])
  // Before the screen is shown: a key pressed the moment the new screen is seen counts.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  })
  const press = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event.key, hand, judging)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div
      className="review-keys stack"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={words.title}
      aria-keyshortcuts="a r e m s u j k"
      onKeyDown={press}
    >
      {children}
    </div>
  )
}

function actOf(key: string, hand: InHand, judging: Judging): (() => void) | null {
  if (key === 'j') return () => hand.go(1)
  if (key === 'k') return () => hand.go(-1)
  if (!judging.mayJudge) return null
  if (key === 'u') return () => judging.mutation.mutate('undo last')
  return (hand.row && hand.acts.find(([own]) => own === key)?.[2]) ?? null
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea')
