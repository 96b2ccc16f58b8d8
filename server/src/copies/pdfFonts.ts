import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Every file of every family that the page uses. The template names the families; nothing else is ever taken. */
const files = () => [
  require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  require.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf'),
  require.resolve('@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf'),
  require.resolve('@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/literata/700Bold/Literata_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
]

/** The fonts of the page, read from their packages. */
export function readPdfFonts(): Buffer[] {
  return files().map((file) => readFileSync(file))
}
