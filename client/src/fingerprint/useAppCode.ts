import { useEffect, useState } from 'react'
import { readAppCode, type AppCode } from './readAppCode.ts'

/** By what the app on this screen is known; null until it is known, and where it is not. */
export function useAppCode(): AppCode | null {
  const [known, setKnown] = useState<AppCode | null>(null)
  useEffect(() => {
    let left = false
    const read = async () => {
      const found = await readAppCode()
      if (!left) setKnown(found)
    }
    void read()
    return () => {
      left = true
    }
  }, [])
  return known
}
