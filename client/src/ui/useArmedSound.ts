import { useEffect } from 'react'
import { armSound } from './sound.ts'

/** Browsers let a page sound only after a press on it: any press on this screen will do. */
export function useArmedSound(): void {
  useEffect(() => {
    const arm = () => void armSound()
    addEventListener('pointerdown', arm, { once: true })
    addEventListener('keydown', arm, { once: true })
    return () => {
      removeEventListener('pointerdown', arm)
      removeEventListener('keydown', arm)
    }
  }, [])
}
