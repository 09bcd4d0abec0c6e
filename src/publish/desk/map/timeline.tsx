import { useEffect, useMemo, useRef, useState } from 'react'
import { dateWords } from '../format.ts'
import { strings } from '../strings/index.ts'

const words = strings.map
const [WIDTH, HEIGHT] = [1000, 36]

interface TimelineProps {
  readonly days: readonly string[]
  readonly counts: readonly number[]
  /** The number of the first day in the war. */
  readonly firstNumber: number
  readonly day: string
  readonly onDay: (day: string) => void
  /** Told when the slider has come to rest; the address is written then. */
  readonly onRest: (day: string) => void
}

/** The slider over the days, with bars of how many claims each has; it plays day by day. */
export function Timeline({ days, counts, firstNumber, day, onDay, onRest }: TimelineProps) {
  const at = Math.max(0, days.indexOf(day))
  const [playing, setPlaying] = usePlay(days, at, onDay, onRest)
  const go = (to: number) => {
    const next = days[Math.min(days.length - 1, Math.max(0, to))]
    if (next === undefined) return
    setPlaying(false)
    onDay(next)
    onRest(next)
  }
  return (
    <div className="timeline">
      <div className="timeline-buttons">
        <button type="button" className="main" onClick={() => setPlaying(!playing)}>
          {playing ? words.pause : words.play}
        </button>
        <button type="button" onClick={() => go(at - 1)} aria-label={words.dayBefore} disabled={at === 0}>
          ←
        </button>
        <button type="button" onClick={() => go(at + 1)} aria-label={words.dayAfter} disabled={at >= days.length - 1}>
          →
        </button>
      </div>
      <p className="timeline-day">
        <b>{strings.day(firstNumber + at)}</b> <time dateTime={day}>{dateWords(day)}</time>
      </p>
      <div className="timeline-track">
        <Bars counts={counts} at={at} />
        <input
          type="range"
          min={0}
          max={Math.max(0, days.length - 1)}
          value={at}
          aria-label={words.slider}
          aria-valuetext={`${strings.day(firstNumber + at)}, ${dateWords(day)}, ${strings.claims(counts[at] ?? 0)}`}
          onChange={event => {
            setPlaying(false)
            const next = days[Number(event.target.value)]
            if (next !== undefined) onDay(next)
          }}
          onPointerUp={() => onRest(day)}
          onKeyUp={() => onRest(day)}
        />
      </div>
    </div>
  )
}

/** Claims by day; drawn once, so that a moving slider costs nothing here. */
function Bars({ counts, at }: { counts: readonly number[]; at: number }) {
  const path = useMemo(() => {
    const most = Math.max(1, ...counts)
    const step = WIDTH / Math.max(1, counts.length)
    return counts
      .flatMap((count, index) => {
        if (count === 0) return []
        const height = Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * HEIGHT)
        return [
          `M${(index * step).toFixed(1)} ${HEIGHT}v${-height.toFixed(1)}h${Math.max(0.8, step * 0.8).toFixed(2)}V${HEIGHT}Z`,
        ]
      })
      .join('')
  }, [counts])
  const x = ((at + 0.4) * WIDTH) / Math.max(1, counts.length)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} className="bars" />
      <path d={`M${x} 0V${HEIGHT}`} className="bars-at" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** Days a second when played: slow enough to see a place change hands, fast enough for a year in half a minute. */
const DAYS_A_SECOND = 12

/** Moves on frame by frame while playing; no day is skipped, so a slow machine plays slower instead of showing less. */
function usePlay(
  days: readonly string[],
  at: number,
  onDay: (day: string) => void,
  onRest: (day: string) => void,
): readonly [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false)
  const state = useRef({ at, onDay, onRest })
  state.current = { at, onDay, onRest }
  useEffect(() => {
    if (!playing) return undefined
    let last = 0
    if (state.current.at >= days.length - 1 && days[0] !== undefined) state.current.onDay(days[0])
    let frame = requestAnimationFrame(function step(time) {
      if (time - last >= 1000 / DAYS_A_SECOND) {
        last = time
        const next = days[state.current.at + 1]
        if (next === undefined) {
          setPlaying(false)
          state.current.onRest(days[state.current.at] ?? '')
          return
        }
        state.current.onDay(next)
      }
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, days])
  return [playing, setPlaying]
}
